"""The sheet of shortcuts, and what this program is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from gui.actions.bookmarks import PLACE
from gui.actions.gestures import gestures
from gui.actions.sheet import ShortcutSheet


@pytest.fixture
def sheet(hand, window):
    hand.view.setFocus()
    hand.key(Qt.Key.Key_F1)
    (opened,) = window.findChildren(ShortcutSheet)
    yield opened
    opened.close()


def test_it_names_every_action_that_has_a_key(sheet, window):
    text = sheet.page.toPlainText()
    for action in window.actions_made.made.values():
        place = action.objectName().partition(PLACE)[2].isdecimal()
        assert not action.shortcuts() or place or action.text().rstrip(" …") in text
    assert text.count("Ctrl+1") == text.count("Go to a remembered place") == 1
    assert "Ctrl+Shift+Z" in text


def test_it_names_every_gesture(sheet):
    text = sheet.page.toPlainText().replace("\n", " ")
    for title, rows in gestures():
        assert title in text
        for how, what in rows:
            assert how in text
            assert what in text


def test_typing_leaves_what_is_meant(hand, sheet):
    QApplication.processEvents()
    sheet.field.setFocus()
    hand.type("cut")
    text = sheet.page.toPlainText()
    assert "Ctrl+X" in text
    assert "Alt+drag over wires" in text
    assert "Ctrl+N" not in text
    sheet.field.setText("qqqq")
    assert sheet.page.toPlainText() == "Nothing is called that."


def test_about_names_the_versions(window):
    window.actions_made.trigger("help.about")
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    text = dialog.findChild(QLabel).text()
    assert "Python 3." in text
    assert "Qt 6." in text
    dialog.close()
