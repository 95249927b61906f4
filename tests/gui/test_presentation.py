"""Presenting: everything else goes, a clicker steps, a red dot points, and all comes back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.presentation import LARGER
from tests.hand import CONTROL


@pytest.fixture
def presenting(hand, apple_tax, window, qapp):
    hand.key(Qt.Key.Key_F11)
    qapp.processEvents()
    assert window.presentation.on
    return apple_tax


def test_only_the_canvas_is_left_and_it_is_larger(presenting, window):
    assert window.isFullScreen()
    parts = (*window.docks.values(), window.toolbar, window.menuBar(), window.statusBar())
    assert not any(part.isVisible() for part in parts)
    assert window.theme.scale == LARGER
    assert window.area.narration.fontMetrics().height() > 24
    assert window.area.rect().contains(window.area.narration.geometry())


def test_the_graph_fills_the_screen_and_no_map_is_in_its_way(hand, apple_tax, window, qapp):
    window.area.show_minimap(True)
    hand.key(Qt.Key.Key_F11)
    qapp.processEvents()
    view = window.area.view
    room = view.viewport().rect().marginsRemoved(view.covered)
    middle = view.mapFromScene(view.canvas.bounds().center())
    assert (middle - room.center()).manhattanLength() < 6
    assert not window.area.minimap.isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert window.area.minimap.isVisible()


def test_the_keys_of_a_clicker_step(hand, presenting):
    head = presenting.playhead
    for number, key in enumerate((Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Period), 1):
        hand.key(key)
        assert head.position == number
    for number, key in enumerate((Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Comma), 1):
        hand.key(key)
        assert head.position == 4 - number


def test_escape_brings_everything_back(hand, apple_tax, window, qapp):
    window.docks["derivatives"].hide()
    window.area.view.zoom(1.3)
    qapp.processEvents()
    docks, size, view = window.saveState(), window.size(), window.area.view
    place = (view.middle(), view.scale_now)
    widths = {name: dock.width() for name, dock in window.docks.items() if not dock.visibleRegion().isEmpty()}
    hand.key(Qt.Key.Key_F11)
    hand.key(Qt.Key.Key_PageDown)
    hand.key(Qt.Key.Key_Escape)
    qapp.processEvents()
    assert not window.isFullScreen()
    assert window.size() == size
    assert window.saveState() == docks
    assert {name: dock.width() for name, dock in window.docks.items() if not dock.visibleRegion().isEmpty()} == widths
    assert window.menuBar().isVisible()
    assert window.statusBar().isVisible()
    assert window.theme.scale == 1
    assert view.scale_now == pytest.approx(place[1])
    assert (view.middle() - place[0]).manhattanLength() < 40, "the narration may cover more or less now"
    hand.key(Qt.Key.Key_Period)
    assert apple_tax.playhead.position == 2


def test_shortcuts_still_work_while_presenting(hand, presenting):
    hand.key(Qt.Key.Key_A, CONTROL)
    assert presenting.selection.nodes


def test_the_laser_follows_the_mouse_and_l_puts_it_away(hand, presenting, window, qtbot):
    laser = window.presentation.laser
    hand.glide(hand.middle(), hand.corner())
    assert laser.strength == 1
    assert laser.isVisible()
    hand.key(Qt.Key.Key_L)
    assert not laser.isVisible()
    hand.key(Qt.Key.Key_L)
    assert laser.isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert not laser.isVisible()


def test_a_resting_dot_fades(hand, presenting, window, qtbot, monkeypatch):
    monkeypatch.setattr("gui.widgets.laser._RESTS", 0.05)
    monkeypatch.setattr("gui.widgets.laser._FADES", 0.05)
    hand.glide(hand.middle(), hand.corner())
    qtbot.waitUntil(lambda: window.presentation.laser.strength == 0)
    QTest.qWait(60)
    assert not window.grab().isNull()


def test_a_window_that_closes_while_presenting_keeps_its_docks(presenting, window, app):
    window.remember()
    assert not window.presentation.on
    assert window.menuBar().isVisible()


@pytest.mark.parametrize("percent", [80, 150, 200])
def test_type_and_controls_change_their_size_at_once_and_stay_so(app, apple_tax, qapp, percent):
    small = app.window.area.bar.sizeHint().height()
    app.window.actions_made.trigger(f"view.scale_{percent}")
    qapp.processEvents()
    window = app.window
    assert window.actions_made.made[f"view.scale_{percent}"].isChecked()
    assert app.settings.ui_scale == percent
    assert window.area.bar.sizeHint().height() == pytest.approx(small * percent / 100, rel=0.2)
    assert window.area.bar.font().pixelSize() == round(13 * percent / 100)
    for part in (window.area.bar, window.area.narration):
        assert window.area.rect().contains(part.geometry())
    assert apple_tax is app.session
