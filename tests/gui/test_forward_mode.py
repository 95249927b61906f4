"""Forward mode in the window: the switch in the toolbar, the timeline, the numbers, why, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from graph_engine.differentiate import forward_mode
from graph_engine.document import edits
from graph_engine.explain import Question
from gui.widgets.segments import Segments

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(opened, window):
    """e = (a + b)(b + 1), in reverse mode."""
    opened("two_paths")
    return window


@pytest.fixture
def press(window, hand):
    def press(text):
        parts = [
            button for frame in window.toolbar.findChildren(Segments) for button in frame.findChildren(QToolButton)
        ]
        hand.click(hand.on(next(button for button in parts if button.text() == text)))

    return press


@pytest.fixture
def by(window, hand, session):
    """Chooses what is differentiated by, in the bar below the canvas."""

    def by(name):
        box = window.area.bar.target
        hand.click(hand.on(box))
        box.view().setCurrentIndex(box.model().index(box.findText(name), 0))
        hand.key(Qt.Key.Key_Return)

    return by


def below(window, name):
    return window.area.view.canvas.nodes[window.session.document.graph.id_of(name)].look.gradient


def test_every_node_says_how_it_follows_the_chosen_source(shown, hand, press, by):
    press("Forward mode")
    by("b")
    assert [below(shown, name) for name in "cde"] == ["∂c/∂b = 1", "∂d/∂b = 1", "∂e/∂b = 5"]
    assert below(shown, "a") == ""
    scene = shown.area.view.canvas
    assert scene.edges[hand.edge("c", "e", "x")].look.gradient == "1"
    assert scene.edges[hand.edge("c", "e", "x")].stroke(1.0).onward
    assert scene.edges[hand.edge("a", "c", "x")].look.gradient == ""


def test_the_timeline_goes_on_forward_one_node_at_a_time(shown, session, hand, press, by):
    press("Forward mode")
    by("b")
    bar = shown.area.bar
    hand.click(hand.on(bar.buttons[0][0]))
    assert below(shown, "e") == ""
    bar.setFocus()
    for _ in range(session.results.trace.forward + 1):
        hand.key(Qt.Key.Key_Right)
    assert shown.area.narration.plain().startswith("Forward mode step 1 of 4: variable “b”")
    assert (below(shown, "b"), below(shown, "c")) == ("∂b/∂b = 1", "")
    for _ in range(3):
        hand.key(Qt.Key.Key_Right)
    assert "∂e/∂b = local × tangent = 2 × 1 + 3 × 1 = 5" in shown.area.narration.plain()


def test_the_tables_show_what_comes_in_and_what_it_adds(shown, session, press, by):
    press("Forward mode")
    by("b")
    model, found = shown.derivatives.model, forward_mode(session.results.evaluation, session.document.graph.id_of("b"))
    assert model.headings() == ("edge", "value", "local", "tangent", "product")
    for edge in model.rows:
        numbers = model.numbers(edge)
        assert numbers.upstream == found.nodes.get(edge.source)
        assert numbers.gradient == found.through(edge)
    assert "∂e/∂b" in shown.inspector.numbers.text()


def test_a_tangent_says_why(shown, session, hand, press, by):
    press("Forward mode")
    by("b")
    e = session.document.graph.id_of("e")
    assert session.inquiry.ask(Question("tangent", e))
    answer = session.inquiry.answer()
    assert answer.again() == answer.value == 5.0
    assert "∂e/∂b = 2 × 1 + 3 × 1" in shown.why.plain().replace("\n", " ")
    hand.key(Qt.Key.Key_Escape)


def test_an_edit_keeps_the_mode_and_a_deleted_source_ends_it(shown, session, hand, press, by):
    press("Forward mode")
    by("a")
    session.do(edits.SetValue(hand.id("b"), 3), "Change value")
    assert below(shown, "e") == "∂e/∂a = 4"
    hand.click(hand.node("a"))
    hand.key(Qt.Key.Key_Delete)
    assert session.results.tangents is None
    assert shown.actions_made.made["run.reverse_mode"].isChecked()
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert below(shown, "b") == "∂e/∂b = 9"


def test_the_same_key_and_button_lead_back(shown, session, hand, press):
    before = [below(shown, name) for name in "abcde"]
    shown.area.view.setFocus()
    hand.key(Qt.Key.Key_T, CONTROL)
    assert session.results.tangents is not None
    press("Reverse mode")
    assert session.results.tangents is None
    assert [below(shown, name) for name in "abcde"] == before
    assert not session.dirty


def test_whoever_predicts_derivatives_does_so_in_reverse_mode(shown, session, hand, press):
    press("Forward mode")
    shown.actions_made.trigger("practice.derivatives")
    assert session.results.tangents is None
    assert session.practice.topic == "derivatives"
    press("Forward mode")
    assert session.practice.topic is None
    assert session.results.tangents is not None
