"""Notes and frames by hand: made, written, moved, resized, coloured, framed, copied, removed; all of it undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import Note
from graph_engine.document.edits import SetNote
from graph_engine.storage import to_bytes
from gui.canvas.note_text import NoteText
from tests.hand import CONTROL, SHIFT


@pytest.fixture
def noted(apple_tax, hand, window):
    """Apple tax with a note above and a frame around the two apples and their product."""
    apple_tax.do(SetNote("note1", Note("note1", text="# Tax", position=(400.0, -150.0))), "note")
    ids = [hand.id(name) for name in ("apple price", "apple count", "apple total")]
    apple_tax.selection.set(ids)
    window.actions_made.trigger("note.frame_selection")
    hand.key(Qt.Key.Key_Escape)
    window.area.view.fit()
    apple_tax.history.clear()
    apple_tax.selection.clear()
    return apple_tax


def frame_of(session):
    return next(note for note in session.document.notes.values() if note.kind == "frame")


def heading(hand, session):
    left, top, *_ = frame_of(session).box
    return hand.place(left + 60, top + 14)


def test_a_note_is_dragged_in_from_the_palette_and_written_at_once(hand, session):
    hand.drag(hand.entry("note"), hand.middle())
    hand.type("Hello $x$")
    hand.key(Qt.Key.Key_Escape)
    (note,) = session.document.notes.values()
    assert note.text == "Hello $x$"
    assert session.selection.only_note == note.id
    assert hand.view.hasFocus()
    assert [session.history.text(i) for i in range(session.history.count())] == ["Add a note", "Write"]


def test_a_frame_is_dragged_in_from_the_palette_and_enter_ends_its_heading(hand, session):
    hand.drag(hand.entry("frame"), hand.middle())
    hand.type("Layer 1")
    hand.key(Qt.Key.Key_Return)
    assert frame_of(session).text == "Layer 1"


def test_control_enter_ends_a_note_and_plays_nothing(hand, apple_tax, window):
    hand.key(Qt.Key.Key_N)
    hand.type("Hello")
    hand.key(Qt.Key.Key_Return, CONTROL)
    (note,) = apple_tax.document.notes.values()
    assert note.text == "Hello"
    assert hand.view.hasFocus()
    assert not window.area.bar.player.playing


def test_n_makes_a_note(hand, apple_tax):
    hand.key(Qt.Key.Key_N)
    assert list(apple_tax.document.notes) == ["note1"]


def test_a_double_click_and_enter_open_the_text(hand, noted):
    hand.double_click(hand.place(400, -150))
    hand.key(Qt.Key.Key_End, CONTROL)
    hand.key(Qt.Key.Key_Return)
    hand.type("200")
    hand.key(Qt.Key.Key_Escape)
    assert noted.document.notes["note1"].text == "# Tax\n200"
    hand.key(Qt.Key.Key_Return)
    hand.type("other")
    hand.key(Qt.Key.Key_Escape)
    assert noted.document.notes["note1"].text == "other"
    noted.history.undo()
    noted.history.undo()
    assert noted.document.notes["note1"].text == "# Tax"


def test_leaving_the_text_by_a_click_keeps_it(hand, noted):
    hand.double_click(hand.place(400, -150))
    hand.type("kept")
    hand.click(hand.corner())
    assert noted.document.notes["note1"].text == "kept"


def test_a_text_that_stays_is_no_step_of_the_history(hand, noted):
    hand.double_click(hand.place(400, -150))
    hand.key(Qt.Key.Key_Escape)
    assert noted.history.count() == 0


def test_undo_of_a_note_closes_its_text(hand, session):
    hand.drag(hand.entry("note"), hand.middle())
    session.history.undo()
    assert not hand.view.note_editor.isVisible()


def test_a_note_is_dragged_in_one_step(hand, noted):
    hand.drag(hand.place(400, -150), hand.place(440, -180))
    assert noted.document.notes["note1"].position == pytest.approx((440, -180), abs=3)
    assert noted.history.count() == 1
    noted.history.undo()
    assert noted.document.notes["note1"].position == (400, -150)


def test_escape_takes_a_drag_back(hand, noted):
    before = to_bytes(noted.document)
    hand.press(heading(hand, noted))
    hand.move(heading(hand, noted) + QPoint(60, 40))
    hand.key(Qt.Key.Key_Escape)
    hand.release(heading(hand, noted))
    assert to_bytes(noted.document) == before
    assert not noted.dirty


def test_a_frame_carries_what_stands_inside_in_one_step(hand, noted):
    before, start = to_bytes(noted.document), dict(noted.document.positions)
    hand.drag(heading(hand, noted), heading(hand, noted) + QPoint(70, 50))
    moved = {id for id, place in noted.document.positions.items() if place != start[id]}
    assert moved == {hand.id(name) for name in ("apple price", "apple count", "apple total")}
    assert noted.history.count() == 1
    noted.history.undo()
    assert to_bytes(noted.document) == before


def test_a_frame_is_copied_and_cut_with_what_stands_inside(hand, noted, qapp):
    names = ("apple price", "apple count", "apple total")
    hand.click(heading(hand, noted))
    hand.key(Qt.Key.Key_D, CONTROL)
    assert len(noted.document.graph) == 8
    assert len(noted.selection.nodes) == 3
    assert len([note for note in noted.document.notes.values() if note.kind == "frame"]) == 2
    hand.key(Qt.Key.Key_Z, CONTROL)
    before = to_bytes(noted.document)
    hand.click(heading(hand, noted))
    hand.key(Qt.Key.Key_X, CONTROL)
    assert not any(noted.document.graph.has_name(name) for name in names)
    hand.key(Qt.Key.Key_V, CONTROL)
    assert all(noted.document.graph.has_name(name) for name in names)
    noted.history.undo()
    noted.history.undo()
    assert to_bytes(noted.document) == before


def test_inside_a_frame_the_canvas_is_free_for_a_rubber_band(hand, noted):
    left, top, *_ = frame_of(noted).box
    x, y = noted.document.positions[hand.id("apple price")]
    hand.drag(hand.place(left + 12, top + 44), hand.place(x, y))
    assert noted.selection.nodes == {hand.id("apple price")}
    assert not noted.selection.notes


def test_a_rubber_band_takes_notes_it_touches_and_frames_it_encloses(hand, noted):
    hand.drag(hand.place(270, -240), hand.place(330, -150))
    assert noted.selection.notes == {"note1"}


def test_shift_adds_to_the_selection_and_all_of_it_moves(hand, noted):
    tax = hand.id("tax")
    hand.click(hand.node("tax"))
    hand.click(hand.place(400, -150), keys=SHIFT)
    assert (noted.selection.nodes, noted.selection.notes) == ({tax}, {"note1"})
    x, y = noted.document.positions[tax]
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert noted.document.positions[tax] == (x + 24, y)
    assert noted.document.notes["note1"].position == (424, -150)


def test_a_handle_resizes_in_one_step(hand, noted):
    hand.click(hand.place(400, -150))
    corner = noted.document.notes["note1"].box[2:]
    hand.drag(hand.place(*corner), hand.place(corner[0] + 50, corner[1] + 30))
    note = noted.document.notes["note1"]
    assert note.size == pytest.approx((270, 140), abs=4)
    assert note.box[:2] == pytest.approx((290, -205))
    assert noted.history.count() == 1
    noted.history.undo()
    assert noted.document.notes["note1"].size == (220, 110)


def test_notes_are_coloured(hand, noted, window):
    hand.click(hand.place(400, -150))
    window.actions_made.trigger("note.colour_green")
    assert noted.document.notes["note1"].colour == "green"
    assert window.actions_made.made["note.colour_green"].isChecked()
    noted.history.undo()
    assert noted.document.notes["note1"].colour == "yellow"


def test_the_menu_of_a_note_offers_what_fits(hand, noted):
    hand.click(hand.corner())
    offered = hand.context_menu(hand.place(400, -150))
    assert {"edit.in_place", "edit.copy", "edit.delete", "note.frame_selection"} <= set(offered)
    assert noted.selection.only_note == "note1"


def test_copy_cut_paste_duplicate_and_delete(hand, noted):
    before = to_bytes(noted.document)
    hand.click(hand.place(400, -150))
    hand.key(Qt.Key.Key_C, CONTROL)
    hand.key(Qt.Key.Key_V, CONTROL)
    assert noted.document.notes["note3"].position == (440, -110)
    assert noted.selection.only_note == "note3"
    hand.key(Qt.Key.Key_D, CONTROL)
    assert len(noted.document.notes) == 4
    hand.key(Qt.Key.Key_X, CONTROL)
    assert len(noted.document.notes) == 3
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.key(Qt.Key.Key_Delete)
    assert not noted.document.notes
    assert not len(noted.document.graph)
    noted.history.setIndex(0)
    assert to_bytes(noted.document) == before


def test_a_frame_goes_around_the_selection(hand, apple_tax, window):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_F, CONTROL | SHIFT)
    hand.type("Only the tax")
    hand.key(Qt.Key.Key_Escape)
    frame = frame_of(apple_tax)
    x, y = apple_tax.document.positions[hand.id("tax")]
    left, top, right, bottom = frame.box
    assert left < x < right
    assert top < y < bottom
    assert frame.text == "Only the tax"
    assert window.actions_made.made["note.frame_selection"].isEnabled()


def test_a_document_with_only_a_note_shows_the_canvas(hand, session, window):
    hand.drag(hand.entry("note"), hand.middle())
    assert not window.area.start_page.isVisible()


def test_the_text_is_laid_out_with_formulas_and_loads_nothing(qapp, tmp_path):
    (tmp_path / "x.png").write_bytes(b"")
    text = NoteText(f"# A\n**b** $x^2$ ![]({tmp_path}/x.png) <b>c</b>", 200.0)
    assert "b x²" in text.words()
    assert "<b>c</b>" in text.toPlainText()


def test_notes_survive_theme_and_zoom(hand, noted, window, app):
    for theme in ("dark", "light"):
        app.theme.choose(theme)
        for factor in (0.3, 10):
            window.area.view.zoom(factor)
            assert not window.grab().isNull()


def test_inside_a_group_notes_are_away_whatever_happens(hand, noted, app, said, qapp):
    """They can't be seen, framed, taken by a rubber band, pasted or made there, nor do they widen the view."""
    hand.click(heading(hand, noted))
    hand.key(Qt.Key.Key_C, CONTROL)
    hand.click(hand.node("apple total"))
    hand.key(Qt.Key.Key_G, CONTROL)
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Down, CONTROL)
    scene, before = hand.view.canvas, to_bytes(noted.document)
    assert not any(item.isVisible() for item in scene.notes.items.values())
    assert scene.bounds().height() < 150
    hand.drag(hand.corner(), hand.middle() + QPoint(300, 200))
    assert not noted.selection.notes
    hand.key(Qt.Key.Key_N)
    hand.drag(hand.entry("frame"), hand.middle())
    assert said == ["Notes and frames belong to the whole graph; leave the group first"] * 2
    assert to_bytes(noted.document) == before
    hand.key(Qt.Key.Key_V, CONTROL)
    assert len(noted.document.notes) == 2
    scene.rebuild()
    assert not any(item.isVisible() for item in scene.notes.items.values())
    hand.view.leave_group()
    assert all(item.isVisible() for item in scene.notes.items.values())
