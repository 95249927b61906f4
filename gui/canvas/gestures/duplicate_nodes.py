"""Ctrl and drag: a copy of the selection stands where it is dropped. Ctrl and click: selects more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from ...i18n import tr
from ...session import clipboard
from ..luggage import pack
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView


class DuplicateNodes(Gesture):
    cursor = Qt.CursorShape.DragCopyCursor

    def __init__(self, view: CanvasView, event: QMouseEvent, id: str) -> None:
        super().__init__(view, event)
        self.id = id
        self.moving = False

    def move(self, event: QMouseEvent) -> None:
        if not self.moving and self.far_enough(event):
            self.moving = True
            if self.id not in self.session.selection.nodes:
                self.session.selection.set([self.id])
        if self.moving:
            self.view.overlay.show_copies(pack(self.scene).taken.nodes, self._by(event))

    def finish(self, event: QMouseEvent) -> None:
        self._put_away()
        if self.moving:
            clipboard.duplicate(self.session, tr("Duplicate"), pack(self.scene).taken, by=self._by(event))
        else:
            self.session.selection.toggle(self.id)

    def cancel(self) -> None:
        self._put_away()

    def _by(self, event: QMouseEvent) -> tuple[float, float]:
        by = self.at(event) - self.start
        return float(round(by.x())), float(round(by.y()))

    def _put_away(self) -> None:
        self.view.overlay.show_copies((), (0.0, 0.0))
