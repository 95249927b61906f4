"""New, open, save, and the question before anything unsaved would be lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from graph_engine.document import edits
from graph_engine.storage import example, read, to_bytes
from tests.hand import CONTROL

SAVE, DISCARD, CANCEL = (getattr(QMessageBox.StandardButton, name) for name in ("Save", "Discard", "Cancel"))


@pytest.fixture
def dialogs(monkeypatch):
    """What the dialogs for files answer; empty is Cancel. Also what they were asked."""
    answers = {"open": "", "save": "", "asked": []}

    def answer(which):
        def dialog(_parent, title, start, kinds):
            answers["asked"].append((title, start, kinds))
            return str(answers[which]), ""

        return dialog

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer("open"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer("save"))
    return answers


@pytest.fixture
def changed(hand, apple_tax):
    """Apple tax with another tax, not saved."""
    apple_tax.do(edits.SetValue(hand.id("tax"), 2.0), "Change value")
    hand.view.setFocus()
    return apple_tax


def titles(session):
    return session.document.title


def test_new_empties_the_canvas_without_asking_when_nothing_would_be_lost(hand, apple_tax, window):
    hand.view.setFocus()
    hand.key(Qt.Key.Key_N, CONTROL)
    assert len(apple_tax.document.graph) == 0
    assert window.windowTitle() == "Untitled[*] – Gradcanvas"


def test_open_shows_the_file_and_remembers_it(hand, session, window, dialogs, tmp_path):
    path = tmp_path / "mine.json"
    path.write_bytes(to_bytes(example("two_paths").open()))
    dialogs["open"] = path
    hand.view.setFocus()
    hand.key(Qt.Key.Key_O, CONTROL)
    assert session.document.graph.has_name("e")
    assert window.windowTitle() == "mine.json[*] – Gradcanvas"
    assert window.settings.recent() == [path]
    assert window.settings.folder == str(tmp_path)


def test_open_given_up_changes_nothing_and_asks_nothing(changed, window, dialogs):
    window.actions_made.trigger("file.open")
    assert titles(changed) == "Apple tax"
    assert changed.dirty


def test_a_bad_file_is_said_with_its_line_and_leaves_everything(hand, apple_tax, window, dialogs, said, tmp_path):
    path = tmp_path / "bad.json"
    path.write_text('{"format": "gradcanvas",\n"version": 1,\n"nodes": [}')
    dialogs["open"] = path
    before = to_bytes(apple_tax.document)
    window.actions_made.trigger("file.open")
    assert said[0].startswith("bad.json, line 3: ")
    assert window.area.toast.isVisible()
    assert window.area.toast.text() == said[0]
    assert to_bytes(apple_tax.document) == before
    assert window.settings.recent() == []


def test_saving_for_the_first_time_asks_where(hand, changed, window, dialogs, tmp_path):
    dialogs["save"] = tmp_path / "mine"
    hand.key(Qt.Key.Key_S, CONTROL)
    assert dialogs["asked"][0][1].endswith("apple_tax.json")
    path = tmp_path / "mine.json"
    assert path.read_bytes() == to_bytes(changed.document)
    assert not changed.dirty
    assert window.windowTitle() == "mine.json[*] – Gradcanvas"
    assert window.area.toast.text() == "Saved mine.json"


def test_saving_again_asks_nothing(hand, changed, dialogs, tmp_path):
    dialogs["save"] = tmp_path / "mine.json"
    hand.key(Qt.Key.Key_S, CONTROL)
    changed.do(edits.SetValue(hand.id("tax"), 3.0), "Change value")
    hand.key(Qt.Key.Key_S, CONTROL)
    assert len(dialogs["asked"]) == 1
    assert read(tmp_path / "mine.json").graph.node(hand.id("tax")).value == 3.0


def test_save_as_writes_another_file_and_goes_on_with_that(hand, changed, dialogs, tmp_path):
    for name in ("one.json", "two.json"):
        dialogs["save"] = tmp_path / name
        hand.key(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert changed.path == (tmp_path / "two.json").resolve()
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def asked_to_save_at(hand, dialogs) -> Path:
    hand.key(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    return Path(dialogs["asked"][-1][1])


def test_save_as_begins_beside_the_document_wherever_another_was_opened(hand, changed, dialogs, tmp_path, app):
    mine, other = tmp_path / "mine", tmp_path / "other"
    mine.mkdir()
    other.mkdir()
    dialogs["save"] = mine / "tax.json"
    hand.key(Qt.Key.Key_S, CONTROL)
    app.settings.folder = str(other)
    assert asked_to_save_at(hand, dialogs) == (mine / "tax.json").resolve()


def test_save_as_begins_where_the_last_file_was_when_there_is_none_yet(hand, changed, dialogs, tmp_path, app):
    app.settings.folder = str(tmp_path)
    assert asked_to_save_at(hand, dialogs) == tmp_path / "apple_tax.json"
    app.settings.folder = str(tmp_path / "gone")
    assert tmp_path not in asked_to_save_at(hand, dialogs).parents


def test_nothing_is_saved_among_the_examples_of_the_program(hand, session, app, dialogs):
    place = example("apple_tax").path
    assert app.open(place)
    hand.view.setFocus()
    asked = asked_to_save_at(hand, dialogs)
    assert asked.name == "apple_tax.json"
    assert asked.is_absolute()
    assert place.parent.resolve() not in asked.parents


def test_save_given_up_leaves_it_unsaved(hand, changed, dialogs):
    hand.key(Qt.Key.Key_S, CONTROL)
    assert changed.dirty
    assert changed.path is None


def test_saving_where_nothing_can_be_written_says_so_and_stays_dirty(hand, changed, window, dialogs, said, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    dialogs["save"] = tmp_path / "file" / "mine.json"
    hand.key(Qt.Key.Key_S, CONTROL)
    assert "could not be written" in said[0]
    assert changed.dirty
    assert window.isWindowModified()


def test_the_title_marks_what_is_not_saved(hand, apple_tax, window):
    assert window.windowTitle() == "Apple tax[*] – Gradcanvas"
    assert not window.isWindowModified()
    apple_tax.do(edits.SetValue(hand.id("tax"), 2.0), "Change value")
    assert window.isWindowModified()
    assert window.saved.text() == "not saved"
    apple_tax.history.undo()
    assert not window.isWindowModified()
    assert window.saved.text() == ""


LEAVING = {
    "new": lambda window, dialogs: window.actions_made.trigger("file.new"),
    "open": lambda window, dialogs: window.actions_made.trigger("file.open"),
    "an example": lambda window, dialogs: window.area.start_page.chosen_example.emit(example("two_paths")),
    "a recent file": lambda window, dialogs: window.area.start_page.chosen_file.emit(dialogs["open"]),
    "closing": lambda window, dialogs: window.close(),
}


@pytest.fixture
def other(dialogs, tmp_path):
    """Another file, which the dialog would open."""
    dialogs["open"] = tmp_path / "other.json"
    dialogs["open"].write_bytes(to_bytes(example("two_paths").open()))


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize("how", LEAVING)
def test_cancel_stays_with_everything_as_it_was(hand, changed, window, dialogs, how):
    before, asked = to_bytes(changed.document), hand.answer(CANCEL)
    LEAVING[how](window, dialogs)
    assert asked == ["Save the changes to Apple tax first?"]
    assert to_bytes(changed.document) == before
    assert changed.dirty
    assert window.isVisible()


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize("how", LEAVING)
def test_dont_save_leaves_and_writes_nothing(hand, changed, window, dialogs, tmp_path, how):
    before = sorted(p.name for p in tmp_path.glob("*.json"))
    hand.answer(DISCARD)
    LEAVING[how](window, dialogs)
    assert sorted(p.name for p in tmp_path.glob("*.json")) == before
    assert (titles(changed) != "Apple tax") or not window.isVisible()


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize("how", LEAVING)
def test_save_saves_first(hand, changed, window, dialogs, tmp_path, how):
    dialogs["save"], written = tmp_path / "kept.json", to_bytes(changed.document)
    hand.answer(SAVE)
    LEAVING[how](window, dialogs)
    assert (tmp_path / "kept.json").read_bytes() == written
    assert (titles(changed) != "Apple tax") or not window.isVisible()


@pytest.mark.parametrize("how", ["new", "closing"])
def test_save_that_is_then_given_up_stays(hand, changed, window, dialogs, how):
    hand.answer(SAVE)
    LEAVING[how](window, dialogs)
    assert titles(changed) == "Apple tax"
    assert changed.dirty
    assert window.isVisible()


def test_the_question_names_the_file(hand, changed, window, dialogs, tmp_path):
    dialogs["save"] = tmp_path / "mine.json"
    hand.key(Qt.Key.Key_S, CONTROL)
    changed.do(edits.SetValue(hand.id("tax"), 3.0), "Change value")
    asked = hand.answer(CANCEL)
    window.actions_made.trigger("file.new")
    assert asked == ["Save the changes to mine.json first?"]


def recent_menu(window):
    file = window.menuBar().actions()[0].menu()
    menu = next(action.menu() for action in file.actions() if action.menu() and "Recent" in action.text())
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def test_recent_files_are_offered_newest_first_and_open(session, window, dialogs, tmp_path):
    assert [(a.text(), a.isEnabled()) for a in recent_menu(window).actions()] == [("No file yet", False)]
    for name in ("apple_tax", "two_paths"):
        dialogs["open"] = tmp_path / f"{name}.json"
        dialogs["open"].write_bytes(to_bytes(example(name).open()))
        window.actions_made.trigger("file.open")
    offered = recent_menu(window).actions()
    assert [action.text() for action in offered] == ["two_paths.json", "apple_tax.json"]
    offered[1].trigger()
    assert session.document.title == "Apple tax"
    (tmp_path / "two_paths.json").unlink()
    assert [action.text() for action in recent_menu(window).actions()] == ["apple_tax.json"]


def test_an_example_is_opened_from_the_menu_as_an_unsaved_document(session, window):
    file = window.menuBar().actions()[0].menu()
    menu = next(action.menu() for action in file.actions() if action.menu() and action.text() == "Examples")
    next(action for action in menu.actions() if action.text() == "z = (x + y)²").trigger()
    assert session.document.graph.has_name("z")
    assert session.path is None
    assert not session.dirty


def test_quit_closes_the_window(hand, apple_tax, window):
    hand.view.setFocus()
    window.actions_made.trigger("file.quit")
    assert not window.isVisible()


def test_another_window_is_another_process(window, monkeypatch, said):
    started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, words: (started.append((program, words)) or True, 1))
    window.actions_made.trigger("file.new_window")
    assert started == [(sys.executable, ["-m", "gui"])]
    monkeypatch.setattr(QProcess, "startDetached", lambda program, words: (False, 0))
    window.actions_made.trigger("file.new_window")
    assert said == ["Another window could not be opened."]
