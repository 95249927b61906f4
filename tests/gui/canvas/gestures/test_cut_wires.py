"""Alt and a line drawn over wires."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from graph_engine.storage import to_bytes
from tests.hand import ALT, CONTROL


def test_what_the_line_crosses_is_cut_in_one_step(hand, apple_tax):
    before = to_bytes(apple_tax.document)
    one, other = hand.wire("apple price", "apple total", "x"), hand.wire("apple count", "apple total", "y")
    hand.drag(one - QPoint(0, 60), other + QPoint(0, 60), keys=ALT)
    assert apple_tax.document.graph.inputs(hand.id("apple total")) == {}
    assert len(list(apple_tax.document.graph.edges)) == 2
    assert (apple_tax.history.count(), apple_tax.history.undoText()) == (1, "Cut wires")
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert to_bytes(apple_tax.document) == before


def test_meanwhile_they_are_pale_and_the_line_is_seen(hand, apple_tax):
    at = hand.wire("tax", "price", "y")
    item = hand.view.canvas.edges[hand.edge("tax", "price", "y")]
    hand.press(at - QPoint(50, 50), keys=ALT)
    hand.glide(at - QPoint(50, 50), at + QPoint(50, 50))
    assert item.opacity() < 1
    assert hand.view.gesture.drawn.path().length() > 100
    hand.key(Qt.Key.Key_Escape)
    assert item.opacity() == 1
    hand.release(at + QPoint(50, 50), keys=ALT)
    assert apple_tax.history.count() == 0


def test_a_line_that_crosses_nothing_cuts_nothing(hand, apple_tax):
    at = hand.wire("apple price", "apple total", "x")
    hand.drag(at - QPoint(120, 80), at + QPoint(120, -80), keys=ALT)
    assert apple_tax.history.count() == 0


def test_a_line_may_begin_on_a_node(hand, apple_tax):
    before = dict(apple_tax.document.positions)
    hand.drag(hand.node("apple price"), hand.node("apple count"), keys=ALT)
    assert apple_tax.document.positions == before
    assert apple_tax.history.count() == 0
