"""Notices over the canvas: what a crash left, and what other programs do to the open file, answered by clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from graph_engine.document import edits
from graph_engine.storage import example, read, to_bytes
from gui.app import App
from gui.session import Session, files
from gui.settings import Settings
from tests.hand import CONTROL, Hand

THEIRS = to_bytes(example("two_paths").open())


@pytest.fixture
def left(app, tmp_path, qapp):
    """A window that starts after another one has crashed, with apple tax changed and not saved."""
    gone = Session(example("apple_tax").open())
    gone.journal.keep_in(app.settings.state / "journals")
    for price in (120.0, 150.0):
        gone.do(edits.SetValue(gone.document.graph.id_of("apple price"), price), "Change")
    gone.journal.let_go()
    app.offer_what_was_left()
    qapp.processEvents()
    return to_bytes(gone.document)


def cards(window):
    assert window.area.notices.isVisible() == bool(window.area.notices.cards)
    return window.area.notices.cards


def press(hand, text, qapp):
    qapp.processEvents()
    (button,) = [b for card in cards(hand.window) for b in card.buttons if b.text() == text]
    hand.click(hand.on(button))
    qapp.processEvents()


def test_what_was_left_is_offered_over_the_start_page_with_a_picture(left, window):
    (card,) = cards(window)
    assert card.text.text() == "Apple tax was not saved when Gradcanvas ended."
    assert card.detail.text().endswith(" · 2 edits · 5 nodes")
    page = window.area.start_page
    assert page.isVisible()
    assert page.y() >= window.area.notices.geometry().bottom()
    assert window.area.rect().contains(page.geometry())


def test_recover_opens_it_as_it_was_unsaved(left, hand, session, window, qapp):
    press(hand, "Recover", qapp)
    assert to_bytes(session.document) == left
    assert window.isWindowModified()
    assert cards(window) == []
    assert not window.area.start_page.isVisible()


def test_discard_removes_it_for_good(left, hand, app, window, qapp):
    press(hand, "Discard", qapp)
    assert cards(window) == []
    assert list((app.settings.state / "journals").iterdir()) == []


def test_later_leaves_it_to_the_next_start(left, hand, app, window, qapp):
    press(hand, "Later", qapp)
    assert cards(window) == []
    app.offer_what_was_left()
    assert len(cards(window)) == 1


def test_recovering_in_place_of_unsaved_work_asks_first(left, hand, session, window, qapp):
    session.do(edits.Describe("Mine", ""), "Describe")
    QTimer.singleShot(300, window, lambda: hand.answer(QMessageBox.StandardButton.Cancel))
    press(hand, "Recover", qapp)
    assert session.document.title == "Mine"
    assert len(cards(window)) == 1


def test_it_is_still_offered_in_another_language(left, app, qapp):
    app.speak("zh_CN")
    qapp.processEvents()
    (card,) = cards(app.window)
    assert card.buttons[0].text() != "Recover"
    hand = Hand(app.window)
    hand.click(hand.on(card.buttons[0]))
    qapp.processEvents()
    assert to_bytes(app.session.document) == left


def test_another_theme_draws_it_again(left, app, window):
    before = cards(window)[0]
    window.actions_made.trigger("view.theme_dark")
    assert cards(window)[0] is not before


def test_closing_the_window_with_its_work_thrown_away_leaves_no_journal(app, window, hand, apple_tax):
    apple_tax.do(edits.Describe("Mine", ""), "Describe")
    assert len(list((app.settings.state / "journals").glob("*.journal"))) == 1
    hand.answer(QMessageBox.StandardButton.Discard)
    window.close()
    assert list((app.settings.state / "journals").iterdir()) == []


def test_taking_the_program_apart_without_that_answer_keeps_it(qapp, tmp_path):
    """As when the system ends the session."""
    settings = Settings(tmp_path / "settings.ini")
    first = App(qapp, settings, theme="light", language="en")
    first.session.do(edits.Describe("Mine", ""), "Describe")
    first.close()
    again = App(qapp, settings, theme="light", language="en")
    again.offer_what_was_left()
    assert again.session.recovery.offers[0].found.document.title == "Mine"
    again.close()


@pytest.fixture
def saved(apple_tax, tmp_path, hand):
    """Apple tax, saved, then changed by us and by another program."""
    path = tmp_path / "graph.json"
    assert files.save(apple_tax, path)
    apple_tax.do(edits.SetValue(hand.id("tax"), 2.0), "Change")
    path.write_bytes(THEIRS)
    apple_tax.on_disk.look()
    hand.view.setFocus()
    return path


def test_a_change_by_another_program_is_said_and_saving_waits_for_the_answer(saved, hand, said, window):
    (card,) = cards(window)
    assert card.text.text() == "graph.json was changed by another program."
    hand.key(Qt.Key.Key_S, CONTROL)
    assert said == ["graph.json was changed by another program: choose what to keep first."]
    assert saved.read_bytes() == THEIRS


def test_reload_and_put_mine_back(saved, hand, session, window, qapp):
    mine = to_bytes(session.document)
    press(hand, "Reload", qapp)
    assert to_bytes(session.document) == THEIRS
    assert [card.text.text() for card in cards(window)] == ["graph.json was reloaded."]
    press(hand, "Put mine back", qapp)
    assert to_bytes(session.document) == mine
    assert cards(window) == []


def test_keep_mine_then_save(saved, hand, session, window, qapp):
    press(hand, "Keep mine", qapp)
    assert cards(window) == []
    hand.view.setFocus()
    hand.key(Qt.Key.Key_S, CONTROL)
    assert saved.read_bytes() == to_bytes(session.document)


def test_save_as_beside_it(saved, hand, session, window, qapp, monkeypatch):
    beside = saved.parent / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(beside), ""))
    press(hand, "Save as …", qapp)
    assert (saved.read_bytes(), beside.read_bytes()) == (THEIRS, to_bytes(session.document))
    assert cards(window) == []


def test_a_removed_file_is_said_and_saved_anew(apple_tax, hand, window, tmp_path, qapp):
    path = tmp_path / "graph.json"
    assert files.save(apple_tax, path)
    path.unlink()
    apple_tax.on_disk.look()
    assert "no longer there" in cards(window)[0].text.text()
    press(hand, "Save", qapp)
    assert to_bytes(read(path)) == to_bytes(apple_tax.document)
    assert cards(window) == []


def test_a_file_that_is_open_elsewhere_is_said(app, session, window, hand, tmp_path, qapp):
    path, other = tmp_path / "graph.json", Session(example("apple_tax").open())
    other.on_disk.keep_in(app.settings.state / "open")
    assert files.save(other, path)
    assert app.open(path)
    qapp.processEvents()
    assert [card.text.text() for card in cards(window)] == ["graph.json is open in another window as well."]
    press(hand, "Close", qapp)
    assert cards(window) == []
    other.on_disk.let_go()


def test_the_picture_leaves_room_for_notices(left, hand, session, window, qapp):
    session.replace(example("apple_tax").open(), None)
    qapp.processEvents()
    bottom = window.area.notices.geometry().bottom()
    for item in window.area.view.canvas.nodes.values():
        assert window.area.view.mapFromScene(item.sceneBoundingRect().topLeft()).y() >= bottom
