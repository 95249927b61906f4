from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.hand import CONTROL, SHIFT


def place(session, hand, name):
    return session.document.positions[hand.id(name)]


@pytest.fixture
def two(hand, apple_tax):
    hand.click(hand.node("apple price"))
    hand.click(hand.node("tax"), keys=SHIFT)
    return apple_tax


def test_nodes_are_aligned_from_the_menu_in_one_step(hand, two, window):
    before = dict(two.document.positions)
    window.actions_made.trigger("layout.align_centre")
    assert place(two, hand, "apple price")[0] == place(two, hand, "tax")[0]
    assert two.history.count() == 1
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert two.document.positions == before


def test_distributing_takes_three(two, window):
    assert window.actions_made.made["layout.align_left"].isEnabled()
    assert not window.actions_made.made["layout.distribute_vertically"].isEnabled()


def test_gaps_are_made_equal(hand, apple_tax, window):
    hand.key(Qt.Key.Key_A, CONTROL)
    window.actions_made.trigger("layout.distribute_vertically")
    assert apple_tax.history.count() == 1


def test_nothing_moves_where_there_is_nothing_to_align(apple_tax, window):
    window.actions_made.trigger("layout.align_left")
    assert apple_tax.history.count() == 0


# -- while dragging ----------------------------------------------------------------------------------------------------


def test_a_dragged_node_stops_in_line_with_another(hand, apple_tax):
    hand.view.actual_size()
    x = place(apple_tax, hand, "apple price")[0]
    hand.drag(hand.node("tax"), hand.node("apple price") + QPoint(2, 260))
    assert place(apple_tax, hand, "tax")[0] == x


def test_a_line_shows_it_and_goes_away(hand, apple_tax):
    hand.view.actual_size()
    start, end = hand.node("tax"), hand.node("apple price") + QPoint(2, 260)
    hand.press(start)
    hand.glide(start, end)
    assert not hand.view.gesture.guides.item.path().isEmpty()
    known = len(apple_tax.document.positions) + len(list(apple_tax.document.graph.edges))
    hand.release(end)
    assert len(hand.view.canvas.items()) == known


def test_alt_lets_it_stand_anywhere(hand, apple_tax):
    hand.view.actual_size()
    x = place(apple_tax, hand, "apple price")[0]
    start, end = hand.node("tax"), hand.node("apple price") + QPoint(2, 260)
    hand.press(start)
    hand.glide(start, end)
    viewport, none = hand.view.viewport(), Qt.MouseButton.NoButton
    here, keys = QPointF(viewport.mapFrom(hand.window, end)), Qt.KeyboardModifier.AltModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, here, here, none, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(viewport, moved)
    hand.release(end)
    assert place(apple_tax, hand, "tax")[0] == x + 2


def test_with_the_grid_on_nodes_stop_at_its_dots(hand, apple_tax, window):
    hand.view.actual_size()
    window.actions_made.trigger("view.snap_to_grid")
    hand.drag(hand.node("tax"), hand.node("tax") + QPoint(37, 55))
    x, y = place(apple_tax, hand, "tax")
    assert (x % 24, y % 24) == (0, 0)


def test_the_grid_is_remembered(app, window):
    window.actions_made.trigger("view.snap_to_grid")
    assert app.settings.snap_to_grid
    app.speak("zh_CN")
    assert app.window.area.view.snaps_to_grid
    assert app.window.actions_made.made["view.snap_to_grid"].isChecked()
    app.window.area.view.glide.lasts = 0


def test_a_wire_is_pulled_level(hand, apple_tax):
    hand.view.actual_size()
    graph = apple_tax.document.graph
    edge = next(edge for edge in graph.edges if edge.source == hand.id("tax"))
    end = hand.view.canvas.nodes[edge.target].input_point(edge.port)
    hand.drag(hand.node("tax"), hand.place(350.0, end[1] + 4))
    assert place(apple_tax, hand, "tax")[1] == pytest.approx(end[1], abs=0.5)
