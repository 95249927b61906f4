"""What the hand holds is given up when another document comes."""

from __future__ import annotations

import pytest

from graph_engine.storage import example, to_bytes
from tests.hand import ALT, NONE

HELD = {
    "a node": lambda hand: (hand.node("tax"), NONE),
    "a wire": lambda hand: (hand.output("tax"), NONE),
    "a cut": lambda hand: (hand.corner(), ALT),
    "a frame of selection": lambda hand: (hand.corner(), NONE),
}


@pytest.mark.parametrize("held", HELD)
def test_another_document_takes_nothing_of_the_gesture_along(hand, apple_tax, held):
    at, keys = HELD[held](hand)
    hand.press(at, keys=keys)
    hand.glide(at, hand.middle())
    other = example("two_paths")
    apple_tax.replace(other.open(), None)
    assert hand.view.gesture is None
    hand.glide(hand.middle(), hand.corner())
    hand.release(hand.corner(), keys=keys)
    assert to_bytes(apple_tax.document) == to_bytes(other.open())
    assert not apple_tax.dirty
