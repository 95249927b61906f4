"""Drags a handle of a note or frame; the opposite side stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from graph_engine.document.edits import SetNote

from ...i18n import tr
from ..note_look import HANDLES, resized
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView

_CURSORS = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


def cursor_of(handle: str) -> Qt.CursorShape:
    across, down = HANDLES[handle]
    return _CURSORS.get((across, down)) or _CURSORS[-across, -down]


class ResizeNote(Gesture):
    def __init__(self, view: CanvasView, event: QMouseEvent, id: str, handle: str) -> None:
        super().__init__(view, event)
        self.note, self.handle = self.session.document.notes[id], handle
        self.cursor = cursor_of(handle)
        self.moved = False

    def move(self, event: QMouseEvent) -> None:
        if self.moved or self.far_enough(event):
            self.moved = True
            by = self.at(event) - self.start
            note = resized(self.note, self.handle, (round(by.x()), round(by.y())))
            self.session.attempt(SetNote(note.id, note), tr("Resize"), gesture=self)

    def cancel(self) -> None:
        if self.moved:
            self.session.attempt(SetNote(self.note.id, self.note), tr("Resize"), gesture=self)
