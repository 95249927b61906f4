"""What holds for every gesture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.storage import to_bytes
from tests.hand import CONTROL, RIGHT

STARTS = {
    "a wire from an output": lambda hand: hand.output("tax"),
    "a wire off its input": lambda hand: hand.input("price", "y"),
    "moving a node": lambda hand: hand.node("tax"),
    "the rubber band": lambda hand: hand.corner(),
}
KEYS = {
    "Delete": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    "undo": (Qt.Key.Key_Z, CONTROL),
    "a new document": (Qt.Key.Key_N, CONTROL),
    "cut": (Qt.Key.Key_X, CONTROL),
    "tidy up": (Qt.Key.Key_L, CONTROL),
    "an arrow": (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
}


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("key", KEYS)
def test_while_the_hand_holds_something_keys_do_nothing_else(hand, apple_tax, window, start, key):
    hand.click(hand.node("apple price"))
    hand.key(Qt.Key.Key_Right)
    apple_tax.history.setClean()  # or a question would be asked
    before, at = to_bytes(apple_tax.document), STARTS[start](hand)
    hand.press(at)
    hand.glide(at, at + QPoint(40, 40))
    during = to_bytes(apple_tax.document)
    hand.key(*KEYS[key])
    assert to_bytes(apple_tax.document) == during
    hand.glide(at + QPoint(40, 40), at + QPoint(44, 44))
    hand.key(Qt.Key.Key_Escape)
    hand.release(at)
    assert to_bytes(apple_tax.document) == before
    assert window.area.view.gesture is None


@pytest.mark.parametrize("start", STARTS)
def test_a_second_button_does_not_disturb(hand, apple_tax, window, qtbot, start):
    before, at = to_bytes(apple_tax.document), STARTS[start](hand)
    hand.press(at)
    hand.glide(at, at + QPoint(40, 40))
    with qtbot.assertNotEmitted(window.area.view.asked_menu):
        hand.click(at + QPoint(40, 40), button=RIGHT)
    assert window.area.view.gesture is not None
    hand.key(Qt.Key.Key_Escape)
    hand.release(at)
    assert to_bytes(apple_tax.document) == before
