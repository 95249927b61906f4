"""Panels behind tabs are named once; what their title bar did, the tab's menu does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTabBar, QToolButton


def tab_bar(window):
    return next(bar for bar in window.findChildren(QTabBar) if bar.parent() is window and bar.isVisible())


def title(dock):
    """What the title bar of a dock says; "" where it has none."""
    labels = dock.titleBarWidget().findChildren(QLabel)
    return labels[0].text() if labels else ""


def test_behind_a_tab_a_panel_has_no_title_of_its_own(window):
    assert (title(window.docks["inspector"]), title(window.docks["check"])) == ("", "")
    assert window.docks["inspector"].titleBarWidget().height() == 0
    assert title(window.docks["derivatives"]) == "Derivatives"
    assert title(window.docks["palette"]) == "Nodes"


def test_with_many_panels_open_the_first_is_still_in_sight_and_named(window, qapp):
    for name in ("practice", "lessons"):
        window.open_panel(name)
    qapp.processEvents()
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.parent() is window and "Lessons" in texts(bar))
    assert texts(bar)[0] == "Inspector"
    room = bar.rect()
    assert all(room.contains(bar.tabRect(place)) for place in range(bar.count()))
    assert bar.property("tight")
    for name in ("practice", "lessons"):
        window.docks[name].close()
    qapp.processEvents()
    assert not bar.property("tight")


def texts(bar):
    return [bar.tabText(place) for place in range(bar.count())]


def test_the_last_of_them_gets_its_title_back(window, qapp):
    for name in ("check", "nudge", "doctor"):
        window.docks[name].close()
    qapp.processEvents()
    assert title(window.docks["inspector"]) == "Inspector"
    window.open_panel("check")
    qapp.processEvents()
    assert title(window.docks["inspector"]) == ""


def test_the_button_in_its_title_closes_it(hand, window):
    dock = window.docks["derivatives"]
    hand.click(hand.on(dock.titleBarWidget().findChild(QToolButton)))
    assert dock.isHidden()


@pytest.fixture
def menu(hand, window, qapp):
    """The menu of the tab “Check”."""
    bar = tab_bar(window)
    at = next(place for place in range(bar.count()) if bar.tabText(place) == "Check")
    here = bar.mapTo(window, bar.tabRect(at).center())
    hand.move(here)
    hand.press(here, button=Qt.MouseButton.RightButton)
    bar.customContextMenuRequested.emit(bar.tabRect(at).center())
    made = QApplication.activePopupWidget()
    assert isinstance(made, QMenu)
    yield {action.text(): action for action in made.actions()}
    while (still_open := QApplication.activePopupWidget()) is not None:
        still_open.close()
    hand.release(here, button=Qt.MouseButton.RightButton)


def test_the_menu_of_a_tab_closes_the_panel(menu, window, qapp):
    menu["Close"].trigger()
    qapp.processEvents()
    assert window.docks["check"].isHidden()


def test_it_takes_the_panel_out_of_the_tabs(menu, window, qapp):
    menu["Take out of the tabs"].trigger()
    qapp.processEvents()
    assert title(window.docks["check"]) == "Check"
    assert window.docks["check"].isVisible()
    assert window.docks["check"] not in window.tabifiedDockWidgets(window.docks["inspector"])


def test_it_moves_the_panel_elsewhere(menu, window, qapp):
    menu["Move to the left"].trigger()
    qapp.processEvents()
    assert "Move to the right" not in menu
    assert window.dockWidgetArea(window.docks["check"]) == Qt.DockWidgetArea.LeftDockWidgetArea


def test_the_tool_bar_leaves_out_words_where_they_have_no_room(window, qapp):
    assert window.toolbar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    window.resize(820, 700)
    qapp.processEvents()
    assert window.toolbar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    window.resize(1440, 900)
    qapp.processEvents()
    assert window.toolbar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_large_type_leaves_every_sentence_of_the_inspector_within_it(app, opened, qapp):
    opened("apple_tax")
    app.resize_type(200)
    qapp.processEvents()
    inspector = app.window.inspector
    assert inspector.about.width() <= inspector.viewport().width()
