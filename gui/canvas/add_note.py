"""Makes a note or frame and opens it for writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from graph_engine.document import Note
from graph_engine.document.edits import SetNote
from graph_engine.document.notes import fresh_note_id
from graph_engine.sentence import say

from ..i18n import tr

if TYPE_CHECKING:
    from .view import CanvasView

_COLOURS = {"note": "yellow", "frame": "teal"}
_SIZES = {"note": (220.0, 110.0), "frame": (380.0, 260.0)}


def add_note(view: CanvasView, kind: str, at: QPointF) -> bool:
    """Adds one of the usual size with its middle at `at`; whether that was possible."""
    place = float(round(at.x())), float(round(at.y()))
    text, id = tr("Frame") if kind == "frame" else "", fresh_note_id(view.session.document.notes)
    return insert_note(view, Note(id, kind, text, _COLOURS[kind], place, _SIZES[kind]))


def insert_note(view: CanvasView, note: Note) -> bool:
    if view.session.level.inside is not None:
        view.session.say(say("Notes and frames belong to the whole graph; leave the group first"))
        return False
    label = tr("Add a frame") if note.kind == "frame" else tr("Add a note")
    if not view.session.attempt(SetNote(note.id, note), label):
        return False
    view.session.selection.set(notes=[note.id])
    view.edit_note(note.id)
    return True
