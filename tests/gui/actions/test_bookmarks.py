"""Places remembered, gone to, renamed and forgotten, by real keys; all of it undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from graph_engine.storage import to_bytes
from tests.hand import CONTROL


@pytest.fixture
def view(window):
    return window.area.view


def place_of(view):
    middle = view.middle()
    return middle.x(), middle.y(), view.scale_now


def test_a_place_is_remembered_and_gone_to_by_its_key(hand, apple_tax, view, said):
    view.zoom(2.0)
    there = place_of(view)
    hand.key(Qt.Key.Key_B, CONTROL)
    assert said == ["“Place 1” is remembered; Ctrl+1 comes back"]
    view.fit()
    assert place_of(view) != pytest.approx(there, abs=3)
    hand.key(Qt.Key.Key_1, CONTROL)
    assert place_of(view) == pytest.approx(there, abs=3)
    apple_tax.history.undo()
    assert not apple_tax.document.bookmarks


def test_a_bookmark_is_called_by_what_is_selected_or_framed(hand, apple_tax, view, window):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_B, CONTROL)
    apple_tax.selection.set(list(apple_tax.document.positions))
    window.actions_made.trigger("note.frame_selection")
    hand.type("# All of it")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_B, CONTROL)
    assert [mark.name for mark in apple_tax.document.bookmarks.values()] == ["tax", "All of it"]
    assert window.actions_made.made["view.bookmark_2"].text() == "All of it"


def test_only_places_that_are_remembered_are_offered(hand, apple_tax, window):
    made = window.actions_made.made
    assert not any(made[f"view.bookmark_{number}"].isVisible() for number in range(1, 10))
    hand.key(Qt.Key.Key_B, CONTROL)
    assert [n for n in range(1, 10) if made[f"view.bookmark_{n}"].isVisible()] == [1]


def test_bookmarks_are_renamed_and_forgotten_from_the_menu(hand, apple_tax, window, monkeypatch):
    for _ in range(11):
        hand.key(Qt.Key.Key_B, CONTROL)
    before = to_bytes(apple_tax.document)
    menu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "Bookmarks")
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    assert texts == ["Remember this place", *(f"Place {n}" for n in range(1, 12)), "Rename", "Forget"]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("The start", True))
    *_, rename, forget = menu.actions()
    rename.menu().actions()[0].trigger()
    assert apple_tax.document.bookmarks[1].name == "The start"
    forget.menu().actions()[1].trigger()
    assert 2 not in apple_tax.document.bookmarks
    apple_tax.history.undo()
    apple_tax.history.undo()
    assert to_bytes(apple_tax.document) == before


def test_the_view_glides_unless_motion_is_reduced(hand, apple_tax, view, window, qtbot, app):
    hand.key(Qt.Key.Key_B, CONTROL)
    there = place_of(view)
    view.zoom(0.4)
    start = view.scale_now
    view.travel.lasts = 150
    hand.key(Qt.Key.Key_1, CONTROL)
    assert view.scale_now < there[2]
    qtbot.waitUntil(lambda: place_of(view) == pytest.approx(there, abs=3))
    QTest.qWait(200)
    view.zoom(0.4)
    assert view.scale_now == pytest.approx(start, rel=1e-3)
    window.actions_made.trigger("view.reduced_motion")
    assert app.settings.reduced_motion == "on"
    hand.key(Qt.Key.Key_1, CONTROL)
    assert place_of(view) == pytest.approx(there, abs=3)
