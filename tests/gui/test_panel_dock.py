"""Panels are made when they are first seen, or asked for, and not before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from graph_engine.storage import to_bytes
from gui.panels.check import CheckPanel
from gui.panels.live import LivePanel


def made(window):
    return {name for name, dock in window.docks.items() if dock._content is not None}


def test_a_window_makes_only_the_panels_that_it_shows(window):
    assert made(window) == {"palette", "inspector", "derivatives", "doctor"}


def test_a_panel_is_made_when_its_tab_comes_to_the_front_and_only_once(window, apple_tax, qapp):
    window.docks["check"].raise_()
    qapp.processEvents()
    panel = window.docks["check"].content
    assert isinstance(panel, CheckPanel)
    assert panel.seen
    window.docks["inspector"].raise_()
    qapp.processEvents()
    assert not panel.seen
    assert window.panel(CheckPanel) is panel
    panel.see(False)


def test_every_panel_can_be_made_and_is_what_it_says(window):
    for dock in window.docks.values():
        assert dock.panel.is_a(type(dock.content))
        assert dock.widget() is dock.content
        if isinstance(dock.content, LivePanel):
            assert not dock.content.seen or dock.isVisible()


def test_keys_never_go_to_a_panel_behind_another_tab(window, opened, hand, qapp):
    session = opened("spiral")
    window.open_panel("data")
    qapp.processEvents()
    combo = next(box for box in window.docks["data"].findChildren(QComboBox) if box.isVisible())
    combo.setFocus()
    window.docks["boundary"].raise_()
    qapp.processEvents()
    assert window.area.view.hasFocus()
    before = to_bytes(session.document)
    for key in (Qt.Key.Key_S, Qt.Key.Key_Down):
        hand.key(key)
    assert to_bytes(session.document) == before


def test_the_panels_of_training_come_together(window, opened, hand, qapp):
    opened("two_paths")
    window.area.view.setFocus()
    hand.key(Qt.Key.Key_F4)
    assert [window.docks[name].isHidden() for name in ("training", "data", "curves", "weights")] == [False] * 4
    assert not window.docks["training"].visibleRegion().isEmpty()
