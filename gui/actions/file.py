"""New, open, save, and the question before anything unsaved would be lost."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QMessageBox

from graph_engine.lessons import Lesson
from graph_engine.storage import Example, examples

from ..i18n import localize, tr
from ..session import files
from .declare import Action, Context
from .names import file_name

FILTER, READABLE = "Gradcanvas (*.json)", "Gradcanvas, ONNX (*.json *.onnx)"


def safe_to_leave(context: Context) -> bool:
    """Asks what to do with unsaved changes; False means: stay."""
    session = context.session
    if not session.dirty:
        return True
    box = QMessageBox(context.window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Unsaved changes"))
    name = session.path.name if session.path else tr(session.document.title) or tr("Untitled")
    box.setText(tr("Save the changes to {name} first?", name=name))
    box.setInformativeText(tr("They are lost otherwise."))
    kinds = QMessageBox.StandardButton
    box.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
    box.setDefaultButton(kinds.Save)
    for kind, text in ((kinds.Save, tr("Save")), (kinds.Discard, tr("Don't save")), (kinds.Cancel, tr("Cancel"))):
        box.button(kind).setText(text)
        box.button(kind).setIcon(QIcon())  # Qt's own pictures are from another time
    answer = box.exec()
    return answer == kinds.Discard or (answer == kinds.Save and save(context))


def new(context: Context) -> None:
    if safe_to_leave(context):
        files.new(context.session)


def new_window(context: Context) -> None:
    """Another window is another process, which knows of this one only through what is kept on disk."""
    words = [] if getattr(sys, "frozen", False) else ["-m", "gui"]
    if not QProcess.startDetached(sys.executable, words)[0]:
        context.session.say(tr("Another window could not be opened."))


def open_dialog(context: Context) -> None:
    name, _ = QFileDialog.getOpenFileName(context.window, tr("Open"), context.settings.folder, READABLE)
    if name:
        open_path(context, Path(name))


def open_path(context: Context, path: Path) -> None:
    """Opens a file; only when it could be read is anything asked about unsaved changes."""
    if files.open_file(context.session, path, lambda: safe_to_leave(context)):
        context.settings.remember(path.resolve())


def open_example(context: Context, example: Example) -> None:
    if safe_to_leave(context):
        files.open_example(context.session, example)


def begin_lesson(context: Context, lesson: Lesson) -> None:
    if safe_to_leave(context):
        context.session.course.begin(lesson)


def save(context: Context) -> bool:
    path = context.session.path
    return save_as(context) if path is None else _save_at(context, path)


def save_as(context: Context) -> bool:
    session = context.session
    called = session.path.name if session.path is not None else f"{file_name(session.document.title)}.json"
    start = str(files.folder_for(session, context.settings.folder) / called)
    name, _ = QFileDialog.getSaveFileName(context.window, tr("Save as"), start, FILTER)
    if not name:
        return False
    path = Path(name)
    return _save_at(context, path if path.suffix else path.with_suffix(".json"))


def _save_at(context: Context, path: Path) -> bool:
    saved = files.save(context.session, path)
    if saved:
        context.settings.remember(path.resolve())
        context.session.say(tr("Saved {name}", name=path.name), "good")
    return saved


def menu_of_examples(context: Context) -> list[tuple[str, str, Example]]:
    return [(localize(e.title), localize(e.text), e) for e in examples()]


def actions() -> list[Action]:
    return [
        Action("file.new", tr("New"), new, ("Ctrl+N",), "file-plus", tip=tr("Start with an empty canvas")),
        Action("file.new_window", tr("New window"), new_window, ("Ctrl+Shift+N",), tip=tr("Open another window")),
        Action("file.open", tr("Open …"), open_dialog, ("Ctrl+O",), "folder-open", tip=tr("Open a file")),
        Action("file.save", tr("Save"), save, ("Ctrl+S",), "save", tip=tr("Save the graph")),
        Action(
            "file.save_as", tr("Save as …"), save_as, ("Ctrl+Shift+S",), "save-all", tip=tr("Save under another name")
        ),
        Action("file.quit", tr("Quit"), lambda c: c.window.close(), ("Ctrl+Q",)),
    ]
