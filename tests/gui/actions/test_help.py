"""The sheet of shortcuts, and what this program is."""

from __future__ import annotations

import platform
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from gui import logbook
from gui.actions import help as help_actions
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
    assert "Python" in text
    assert "NumPy" in text
    assert "settings.ini" in text
    assert "gradcanvas.log" in text
    dialog.close()


def test_the_report_has_versions_the_log_and_what_went_wrong(hand, app, window, said, qapp):
    logbook.keep_log_in(app.settings.state)
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError:
        app.report(*sys.exc_info())
    qapp.processEvents()
    (card,) = window.area.notices.cards
    hand.click(hand.on(card.buttons[0]))
    qapp.processEvents()
    text = qapp.clipboard().text()
    assert said == ["The report is on the clipboard."]
    assert f"Python {platform.python_version()}" in text
    assert text.count("ZeroDivisionError: by nothing") == 2  # the error, and the log
    hand.click(hand.on(card.buttons[2]))
    qapp.processEvents()
    assert window.area.notices.cards == []
    assert not window.area.notices.isVisible()


def test_about_copies_the_report_and_opens_the_folder(window, app, qapp, monkeypatch):
    opened = []
    monkeypatch.setattr(help_actions.QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())))
    window.actions_made.trigger("help.about")
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    for button in dialog.findChildren(QPushButton):
        if button.text() in ("Copy report", "Open log folder"):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert qapp.clipboard().text().startswith("Gradcanvas ")
    assert opened == [str(app.settings.state)]
    dialog.close()


def test_the_log_begins_anew_before_it_grows_large(tmp_path):
    logbook.keep_log_in(tmp_path / "state")
    for number in range(3000):
        logbook.log.info("%s %s", number, "x" * 1000)
    sizes = [path.stat().st_size for path in (tmp_path / "state").iterdir()]
    assert len(sizes) == 4
    assert max(sizes) <= 512 * 1024
    logbook.keep_log_in(tmp_path / "state")


def test_without_a_place_for_the_log_the_program_does_without(tmp_path):
    (tmp_path / "file").write_text("in the way")
    logbook.keep_log_in(tmp_path / "file" / "state")
    logbook.log.info("heard by nobody")
    assert logbook.report(tmp_path / "file" / "state").startswith("Gradcanvas ")
