"""Panels are made when they are first seen, or asked for, and not before."""

from __future__ import annotations

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
