from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt

from graph_engine.document import Note, edits
from gui.canvas.minimap import CORNERS, SIZE, nearest_corner, place
from tests.hand import NONE


@pytest.fixture
def map(window, apple_tax):
    window.area.show_minimap(True)
    window.area.view.actual_size()
    return window.area.minimap


def in_window(map, at: QPointF) -> QPoint:
    return map.mapTo(map.window(), at.toPoint())


def middle_of(window):
    return window.area.view.middle()


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("width", [500, 800, 1200])
def test_the_map_covers_neither_narration_nor_playback(corner, width):
    narration, below = QRect(14, 600, min(600, width - 28), 68), 680
    stands = QRect(place(corner, QSize(width, 760), below, narration), SIZE)
    assert not stands.intersects(narration)
    assert stands.bottom() < below
    assert QRect(0, 0, width, 760).contains(stands)
    assert nearest_corner(stands.center(), QSize(width, 760)) == corner


def test_m_puts_it_away_and_that_is_remembered(hand, map, app):
    assert map.isVisible()
    hand.key(Qt.Key.Key_M)
    assert not map.isVisible()
    assert app.settings.minimap == "off"
    hand.key(Qt.Key.Key_M)
    assert map.isVisible()


def test_a_click_in_it_goes_there(hand, map, window):
    tax = window.area.view.canvas.nodes[hand.id("tax")].pos()
    window.area.view.zoom(4)
    hand.click(in_window(map, map.on_map(tax)))
    assert (middle_of(window) - tax).manhattanLength() < 30


def test_the_frame_is_dragged_and_does_not_jump_when_taken(hand, map, window):
    window.area.view.zoom(3)
    before, at = middle_of(window), map.seen().center() + QPointF(4, 3)
    hand.press(in_window(map, at))
    assert (middle_of(window) - before).manhattanLength() < 30
    hand.glide(in_window(map, at), in_window(map, at + QPointF(20, 0)))
    hand.release(in_window(map, at + QPointF(20, 0)))
    moved = middle_of(window) - before
    assert moved.x() > 50
    assert abs(moved.y()) < 30


def test_its_bar_drags_it_into_another_corner_which_is_remembered(hand, map, window, app):
    start = in_window(map, QPointF(75, 4))
    hand.press(start)
    hand.glide(start, window.area.mapTo(window, QPoint(90, 40)))
    hand.release(window.area.mapTo(window, QPoint(90, 40)), keys=NONE)
    assert app.settings.minimap_corner == "top-left"
    assert map.pos() == QPoint(14, 14)


def test_it_is_drawn_again_when_the_graph_changes_not_when_the_view_moves(hand, map, window, apple_tax):
    map.grab()
    kept = map._picture.cacheKey()
    window.area.view.zoom(1.5)
    map.grab()
    assert map._picture.cacheKey() == kept
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_Right)
    map.grab()
    assert map._picture.cacheKey() != kept


def test_it_comes_by_itself_where_a_graph_is_not_seen_at_once(session, window, hand, qapp):
    from graph_engine.document import from_formula

    session.replace(from_formula("y = a + b"), None)
    assert not window.area.minimap.isVisible()
    session.replace(from_formula("y = " + " + ".join(f"a{n}" for n in range(12))), None)
    assert window.area.minimap.isVisible()
    hand.view.setFocus()
    hand.key(Qt.Key.Key_M)
    assert not window.area.minimap.isVisible()


def test_over_an_empty_document_there_is_none(session, window):
    assert not window.area.minimap.isVisible()


def test_while_a_node_is_dragged_only_what_moves_is_painted_anew(hand, map, window, apple_tax):
    def drag(by: float) -> None:
        x, y = apple_tax.document.positions[tax]
        apple_tax.do(edits.Move(((tax, (x + by, y)),)), "Move")
        map.repaint()

    tax = hand.id("tax")
    window.area.view.gesture = object()
    drag(3)
    kept, before = map._picture.cacheKey(), map.grab().toImage()
    drag(25)
    assert map._picture.cacheKey() == kept
    assert map.grab().toImage() != before
    drag(4_000)
    assert map._picture.cacheKey() != kept, "the map grows with what it shows"
    window.area.view.gesture = None


def test_other_numbers_leave_the_picture_as_it_is(hand, map, apple_tax):
    apple_tax.do(edits.SetValue(hand.id("tax"), 1.2), "Change value")
    map.repaint()
    apple_tax.do(edits.SetValue(hand.id("tax"), 1.3), "Change value")
    kept = map._picture.cacheKey()
    apple_tax.do(edits.SetValue(hand.id("tax"), 1.4), "Change value")
    map.repaint()
    assert map._picture.cacheKey() == kept


def colour_at(map, at: QPointF) -> str:
    on_map = map.on_map(at).toPoint()
    return map.grab().toImage().pixelColor(on_map).name()


def test_notes_and_frames_are_on_it(hand, map, window, session, qapp):
    window.area.view.zoom(0.4)
    empty = QPointF(300, 420)
    before = colour_at(map, empty)
    session.do(edits.SetNote("t1", Note("t1", "note", "price", "rose", (300.0, 420.0), (260.0, 120.0))), "Add a note")
    qapp.processEvents()
    assert colour_at(map, empty) != before
    corner = QPointF(-700.0, -500.0)
    frame = Note("t2", "frame", "all of it", "teal", (-600.0, -500.0), (420.0, 300.0))
    session.do(edits.SetNote("t2", frame), "Add a frame")
    qapp.processEvents()
    assert map.rect().contains(map.on_map(corner).toPoint()), "the map reaches to it"
    session.history.undo()
    session.history.undo()
    qapp.processEvents()
    assert colour_at(map, empty) == before
