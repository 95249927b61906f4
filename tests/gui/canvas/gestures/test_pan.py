from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from tests.hand import MIDDLE


def test_the_canvas_follows_the_middle_button(hand, apple_tax):
    before = hand.node("tax")
    hand.drag(hand.node("price"), hand.node("price") + QPoint(70, -40), button=MIDDLE)
    assert hand.node("tax") == before + QPoint(70, -40)
    assert apple_tax.history.count() == 0
    assert not apple_tax.selection


def test_with_space_held_it_follows_the_left_button(hand, apple_tax):
    before = hand.node("tax")
    with hand.holding(Qt.Key.Key_Space):
        hand.drag(hand.node("price"), hand.node("price") + QPoint(-30, 50))
    assert hand.node("tax") == before + QPoint(-30, 50)
    hand.drag(hand.node("tax"), hand.node("tax") + QPoint(10, 10))
    assert apple_tax.history.count() == 1


def test_another_button_does_not_disturb_a_pan(hand, apple_tax, window):
    before = hand.node("tax")
    start = hand.corner()
    hand.press(start, button=MIDDLE)
    hand.move(start + QPoint(30, 30))
    hand.click(start + QPoint(30, 30))
    hand.release(start + QPoint(30, 30), button=MIDDLE)
    assert hand.node("tax") == before + QPoint(30, 30)
    assert window.area.view.gesture is None
