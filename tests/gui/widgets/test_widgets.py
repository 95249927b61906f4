from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.entry_field import EntryField
from gui.widgets.ghost import Ghost
from gui.widgets.toast import Toast


@pytest.fixture
def board(qapp):
    """An empty window."""
    made = QWidget()
    made.resize(400, 300)
    made.show()
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_toast_shows_its_sentence_until_it_is_clicked(board):
    toast = Toast(board)
    assert not toast.isVisible()
    toast.say("that would make a cycle", "#b3202a")
    assert toast.isVisible()
    assert toast.text() == toast.accessibleName() == "that would make a cycle"
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_goes_away_by_itself_and_stays_longer_for_more_words(board):
    toast = Toast(board)
    toast.say("short", "#000000")
    short = toast._timer.interval()
    toast.say("a rather long sentence that needs its time", "#000000")
    assert toast._timer.interval() > short >= 2500
    assert toast._timer.isSingleShot()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


@pytest.fixture
def field(board):
    made, other = EntryField("Value"), EntryField("Other")
    layout = QVBoxLayout(board)
    layout.addWidget(made)
    layout.addWidget(other)
    made.other = other
    for part in (made, other):
        part.show()
    other.setFocus()
    return made


def test_a_field_tells_each_keystroke_and_when_it_is_done(field):
    edited, done = [], []
    field.edited.connect(edited.append)
    field.done.connect(done.append)
    field.setFocus()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (edited, done) == (["1", "12"], ["12"])


def test_a_field_shows_what_holds_unless_someone_types_in_it(field):
    field.show_text("1")
    assert field.text() == "1"
    field.setFocus()
    field.show_text("2")
    assert field.text() == "1"
    field.other.setFocus()
    field.show_text("2")
    assert field.text() == "2"


def test_a_field_forgets_what_was_wrong_when_it_shows_what_holds(field):
    field.mark(wrong=True)
    assert field.property("wrong")
    field.show_text("3")
    assert not field.property("wrong")


def test_a_ghost_follows_the_pointer_and_lets_the_mouse_through(board):
    ghost = Ghost("×   multiply", board)
    at = board.mapToGlobal(QPoint(50, 60))
    ghost.follow(at)
    assert ghost.isVisible()
    assert ghost.pos() == QPoint(60, 72)
    assert ghost.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
