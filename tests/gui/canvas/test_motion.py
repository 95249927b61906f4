"""Where painting is dear, the last picture moves with the view, and is painted anew at rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from graph_engine.document import edits
from tests.hand import MIDDLE


@pytest.fixture
def dear(hand, apple_tax, qapp):
    """The hand, over a canvas that takes long to paint."""
    hand.view.motion.cost = 1.0
    yield hand
    hand.view.motion.stop()


def picture(hand):
    return hand.view.viewport().grab().toImage()


def test_a_panned_picture_is_that_of_the_place(dear, qtbot):
    dear.press(dear.corner(), button=MIDDLE)
    dear.move(dear.corner() + QPoint(40, 25))
    assert dear.view.motion.carrying
    dear.release(dear.corner() + QPoint(40, 25), button=MIDDLE)
    qtbot.waitUntil(lambda: not dear.view.motion.carrying)
    qtbot.wait(50)  # what was still to be placed after the last frame is in its place
    settled = picture(dear)
    dear.view.motion.stop()
    assert picture(dear) == settled


def test_after_a_turn_of_the_wheel_the_picture_becomes_sharp(dear, qtbot):
    dear.wheel(dear.middle(), 1)
    assert dear.view.motion.carrying
    blurred = picture(dear)
    qtbot.waitUntil(lambda: not dear.view.motion.carrying)
    assert picture(dear) != blurred


def test_what_changes_is_never_carried_along(dear, apple_tax):
    dear.wheel(dear.middle(), 1)
    apple_tax.do(edits.SetValue(dear.id("tax"), 3.0), "Change value")
    assert not dear.view.motion.carrying
    dear.view.motion.cost = 1.0
    dear.wheel(dear.middle(), 1)
    apple_tax.playhead.go(1)
    assert not dear.view.motion.carrying


def test_where_painting_is_quick_nothing_is_carried(hand, apple_tax):
    hand.view.motion.cost = 0.001
    hand.view.motion.begin()
    assert not hand.view.motion.carrying
