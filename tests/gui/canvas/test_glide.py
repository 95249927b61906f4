from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from graph_engine.document import edits
from tests.hand import CONTROL


@pytest.fixture
def glide(window):
    window.area.view.glide.lasts = 120
    return window.area.view.glide


def test_tidy_glides_and_is_one_step(hand, apple_tax, glide, qtbot):
    before = dict(apple_tax.document.positions)
    apple_tax.do(edits.Move(((hand.id("tax"), (0.0, -300.0)),)), "Move")
    seen = []
    apple_tax.changed.connect(lambda _: seen.append(apple_tax.document.positions[hand.id("tax")]))
    hand.key(Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: not glide._ends)
    assert len(seen) > 1, "it did not glide"
    assert apple_tax.history.count() == 2
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.document.positions == {**before, hand.id("tax"): (0.0, -300.0)}


def test_a_key_pressed_on_the_way_ends_it_at_once(hand, apple_tax, glide):
    id = hand.id("tax")
    before = apple_tax.document.positions[id]
    glide.start({id: (50.0, 60.0)}, "Tidy up")
    assert apple_tax.document.positions[id] != (50.0, 60.0)
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.document.positions[id] == before
    hand.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert apple_tax.document.positions[id] == (50.0, 60.0)


def test_a_second_glide_begins_where_the_first_would_have_ended(hand, apple_tax, glide):
    id = hand.id("tax")
    glide.start({id: (50.0, 60.0)}, "Tidy up")
    glide.start({id: (10.0, 60.0)}, "Tidy up")
    glide.finish()
    assert apple_tax.history.count() == 2
    apple_tax.history.undo()
    assert apple_tax.document.positions[id] == (50.0, 60.0)


def test_another_document_ends_it(apple_tax, glide, hand, opened):
    glide.start({hand.id("tax"): (50.0, 60.0)}, "Tidy up")
    opened("two_paths")
    glide.finish()
    assert apple_tax.history.count() == 0
