"""Ctrl and drag."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from graph_engine.storage import to_bytes
from tests.hand import CONTROL, SHIFT


def test_a_copy_stands_where_it_was_dropped(hand, apple_tax):
    before, start = to_bytes(apple_tax.document), hand.node("tax")
    hand.drag(start, start + QPoint(140, 60), keys=CONTROL)
    assert hand.node("tax") == start
    assert (hand.node("tax 2") - start - QPoint(140, 60)).manhattanLength() <= 2
    assert apple_tax.selection.only_node == hand.id("tax 2")
    assert (apple_tax.history.count(), apple_tax.history.undoText()) == (1, "Duplicate")
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert to_bytes(apple_tax.document) == before


def test_a_selection_is_copied_with_its_inner_wires(hand, apple_tax):
    hand.click(hand.node("apple price"))
    hand.click(hand.node("apple total"), keys=SHIFT)
    hand.drag(hand.node("apple total"), hand.node("apple total") + QPoint(40, 160), keys=CONTROL)
    assert apple_tax.document.graph.inputs(hand.id("apple total 2")) == {"x": hand.id("apple price 2")}


def test_a_click_with_ctrl_still_selects_more(hand, apple_tax):
    hand.click(hand.node("tax"))
    hand.click(hand.node("price"), keys=CONTROL)
    assert apple_tax.selection.nodes == {hand.id("tax"), hand.id("price")}
    hand.click(hand.node("price"), keys=CONTROL)
    assert apple_tax.selection.only_node == hand.id("tax")


def test_escape_makes_no_copy(hand, apple_tax):
    hand.press(hand.node("tax"), keys=CONTROL)
    hand.glide(hand.node("tax"), hand.node("tax") + QPoint(100, 40))
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.node("tax") + QPoint(100, 40), keys=CONTROL)
    assert len(apple_tax.document.graph) == 5
