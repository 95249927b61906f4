import pytest
from PySide6.QtCore import Qt

from graph_engine.document import apart, from_formula, regroup


@pytest.fixture
def sigmoid(session, qapp):
    """σ(x) taken apart, selected."""
    session.replace(from_formula("y = logistic(x)"), None)
    edit, group = apart.take_apart(session.document, session.document.graph.id_of("y"))
    session.do(edit, "Take apart")
    session.do(regroup.changed(session.document, group, collapsed=True), "Collapse")
    session.selection.set(session.document.groups[group].members)
    qapp.processEvents()
    return group


def test_a_group_shows_its_ports_values_and_derivatives(window, sigmoid):
    inspector = window.inspector
    assert inspector.heading.text() == "group"
    assert "This is sigmoid, taken apart." in inspector.about.text()
    assert inspector.name.text() == "sigmoid"
    assert "0.7310585786300049" in inspector.numbers.text()
    assert "0.196612" in inspector.edges.text()


def test_beside_the_fused_node_it_says_how_far_they_are_apart(hand, window, session, sigmoid):
    window.actions_made.trigger("group.compare")
    assert "beside “sigmoid”" in window.inspector.numbers.text()
    assert "values differ by 0, gradients by" in window.inspector.numbers.text()


def test_a_group_is_renamed_in_the_inspector(hand, window, session, sigmoid):
    hand.click(hand.on(window.inspector.name))
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type("squash")
    hand.key(Qt.Key.Key_Return)
    assert session.document.groups[sigmoid].name == "squash"
