from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from tests.hand import SHIFT


def around(hand, *names):
    """Two corners of a rectangle around the nodes."""
    points = [hand.node(name) for name in names]
    x, y = [p.x() for p in points], [p.y() for p in points]
    return QPoint(min(x) - 75, min(y) - 50), QPoint(max(x) + 75, max(y) + 50)


def names(session):
    return {session.document.graph.node(id).name for id in session.selection.nodes}


def test_it_selects_the_nodes_it_touches(hand, apple_tax):
    hand.drag(*around(hand, "apple price", "apple count"))
    assert names(apple_tax) == {"apple price", "apple count"}
    assert apple_tax.history.count() == 0


def test_wires_between_them_are_selected_too(hand, apple_tax):
    start, end = around(hand, "apple price", "apple count", "apple total")
    hand.drag(start, end)
    assert names(apple_tax) == {"apple price", "apple count", "apple total"}
    assert apple_tax.selection.edges == {
        hand.edge("apple price", "apple total", "x"),
        hand.edge("apple count", "apple total", "y"),
    }


def test_it_may_be_pulled_in_any_direction(hand, apple_tax):
    start, end = around(hand, "tax")
    hand.drag(end, start)
    assert names(apple_tax) == {"tax"}


def test_with_shift_it_adds_to_what_is_selected(hand, apple_tax):
    hand.click(hand.node("price"))
    hand.drag(*around(hand, "tax"), keys=SHIFT)
    assert names(apple_tax) == {"tax", "price"}


def test_a_click_on_empty_canvas_selects_nothing(hand, apple_tax):
    hand.click(hand.node("tax"))
    hand.click(hand.corner())
    assert not apple_tax.selection


def test_escape_brings_back_what_was_selected(hand, apple_tax, window):
    hand.click(hand.node("price"))
    start, end = around(hand, "tax")
    hand.press(start)
    hand.glide(start, end)
    assert names(apple_tax) == {"tax"}
    hand.key(Qt.Key.Key_Escape)
    assert names(apple_tax) == {"price"}
    hand.release(end)
    assert names(apple_tax) == {"price"}
    assert window.area.view.gesture is None
