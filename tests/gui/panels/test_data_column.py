"""Data columns by hand: dropped on the canvas as a pair, set in the inspector, in step with each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.storage import to_bytes
from tests.hand import CONTROL


@pytest.fixture
def form(window):
    return window.inspector.form


def retype(hand, field, text):
    hand.click(hand.on(field))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type(text)
    hand.key(Qt.Key.Key_Return)


def test_two_columns_dropped_are_inputs_and_targets_of_one_set(hand, session):
    hand.drag(hand.entry("data"), hand.middle() + QPoint(-150, -100))
    hand.drag(hand.entry("data"), hand.middle() + QPoint(-150, 60))
    columns = {n.name: n.attributes["column"] for n in session.document.graph.nodes}
    assert columns == {"x": "inputs", "t": "targets"}
    session.history.undo()
    session.history.undo()
    assert len(session.document.graph) == 0


def test_another_place_moves_both_columns_and_the_loss_in_one_step(hand, opened, form):
    session = opened("blobs")
    before, loss = to_bytes(session.document), session.results.value(hand.id("loss"))
    hand.click(hand.node("x"))
    assert "value" not in form.fields
    assert "mini-batch 1 of 5 in epoch 1" in form.meaning.text()
    retype(hand, form.fields["place"], "3")
    assert "mini-batch 4 of 5 in epoch 1" in form.meaning.text()
    assert session.document.graph.node(hand.id("t")).attributes["place"] == 3
    assert session.results.value(hand.id("loss")) != loss
    assert session.history.count() == 1
    session.history.undo()
    assert to_bytes(session.document) == before
    assert session.results.value(hand.id("loss")) == loss


def test_another_data_set_is_chosen_by_name(hand, opened, form):
    session = opened("blobs")
    hand.click(hand.node("t"))
    box = form.fields["dataset"]
    assert box.currentText() == "Gaussian blobs"
    box.setFocus()
    hand.key(Qt.Key.Key_Up)
    assert box.currentText() == "spiral"
    assert session.document.graph.node(hand.id("x")).attributes["dataset"] == "spiral"
    hand.click(hand.on(form.fields["one_hot"]) - QPoint(form.fields["one_hot"].width() // 2 - 8, 0))
    assert session.results.value(hand.id("t")).shape == (30,)


def test_the_class_switch_shows_for_classes_alone(hand, opened, form, session):
    opened("blobs")
    hand.click(hand.node("x"))
    assert form.fields["one_hot"].isHidden()
    hand.click(hand.node("t"))
    assert not form.fields["one_hot"].isHidden()


def test_there_is_nothing_to_type_on_it(hand, opened, said, session):
    opened("blobs")
    before = to_bytes(session.document)
    hand.double_click(hand.node("x"))
    assert not hand.view.editor.isVisible()
    assert said == ["“x” takes its value from a data set; the inspector has its settings"]
    assert to_bytes(session.document) == before
