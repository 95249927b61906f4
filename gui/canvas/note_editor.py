"""Edits the text of a note, or the heading of a frame, right on the canvas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from graph_engine.document.edits import SetNote

from ..i18n import tr
from ..theme import ui_font
from .note_look import HEADING
from .note_text import SIZE

if TYPE_CHECKING:
    from .view import CanvasView

_LEAST = (180, 64)  # pixels on screen
_HEADING_LEAST = 30


class NoteEditor(QPlainTextEdit):
    """What stands in it is kept, as one step of the history, at Escape, at Ctrl+Enter, or when the focus goes."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view.viewport())
        self.view, self.session = view, view.session
        self.id: str | None = None
        self.setObjectName("note")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setAccessibleName(tr("Text of the note"))
        self.setAccessibleDescription(tr("Markdown, with formulas between dollar signs; Escape leaves"))
        self.setPlaceholderText(tr("**Bold**, *slanted*, - lists, # headings, $x^2$"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        self.session.replaced.connect(self._forget)
        self.session.changed.connect(self._stay_true)

    def open(self, id: str) -> None:
        note = self.session.document.notes[id]
        self.id = id
        self.setPlainText(note.text)
        self.view.canvas.notes.items[id].mark(edited=True)
        self._dress()
        self.follow()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def follow(self) -> None:
        """Keeps its place over the note while the view moves."""
        item = None if self.id is None else self.view.canvas.notes.items.get(self.id)
        if item is None:
            return
        box = self.view.mapFromScene(item.mapRectToScene(item.box)).boundingRect()
        scale = self.view.scale_now
        height = max(_HEADING_LEAST, round(HEADING * scale)) if item.look.frame else max(_LEAST[1], box.height())
        self.setGeometry(QRect(box.left(), box.top(), max(_LEAST[0], box.width()), height))
        self.setFont(ui_font(max(11.0, SIZE * scale)))

    def close_editor(self) -> None:
        """Keeps the text and gives the focus back to the canvas."""
        if self.id is not None:
            self._keep()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        id, text = self.id, self.toPlainText()
        self._forget()
        note = self.session.document.notes.get(id or "")
        if note is not None and note.text != text:
            self.session.attempt(SetNote(note.id, replace(note, text=text)), tr("Write"))

    def _forget(self) -> None:
        item = self.view.canvas.notes.items.get(self.id or "")
        if item is not None:
            item.mark(edited=False)
        self.id = None
        self.hide()

    def _stay_true(self) -> None:
        """Closes when the note is gone, as after an undo."""
        if self.id is not None and self.id not in self.session.document.notes:
            self._forget()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.id is not None:
            self._dress()
            self.follow()

    def _dress(self) -> None:
        tokens = self.view.canvas.theme.tokens
        ground = tokens.note(self.session.document.notes[self.id or ""].colour)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {ground}; border: 2px solid {tokens.forward}; border-radius: 8px; }}"
        )

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._ends(event):
            event.accept()  # before Ctrl+Enter plays
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._ends(event):
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def _ends(self, event: QKeyEvent) -> bool:
        heading = self.id is not None and self.session.document.notes[self.id].kind == "frame"
        ends = heading or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() == Qt.Key.Key_Escape or (ends and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.id is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._keep()
