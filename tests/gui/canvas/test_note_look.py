import pytest

from graph_engine.document import Note
from gui.canvas.note_look import HANDLES, note_look, resized

NOTE = Note("a", position=(100.0, 50.0), size=(200.0, 100.0))
FRAME = Note("b", "frame", size=(200.0, 100.0))


def test_a_note_is_held_anywhere_and_a_frame_by_its_heading_and_its_rim():
    assert note_look(NOTE).holds((0, 0))
    assert not note_look(NOTE).holds((101, 0))
    frame = note_look(FRAME)
    assert not frame.holds((0, 20))
    assert frame.holds((0, -40))
    assert frame.holds((97, 20))
    assert frame.holds((0, 48))


@pytest.mark.parametrize("handle", HANDLES)
def test_a_handle_moves_its_sides_and_leaves_the_others(handle):
    across, down = HANDLES[handle]
    left, top, right, bottom = resized(NOTE, handle, (30, 20)).box
    assert (left, right) == (0 + 30 * (across < 0), 200 + 30 * (across > 0))
    assert (top, bottom) == (0 + 20 * (down < 0), 100 + 20 * (down > 0))


def test_a_note_keeps_a_least_size():
    small = resized(NOTE, "se", (-900, -900))
    assert small.size == (40, 28)
    assert small.box[:2] == NOTE.box[:2]
    assert resized(FRAME, "nw", (900, 900)).size == (80, 62)
