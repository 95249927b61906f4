"""A click on a number asks why it is what it is; what it belongs to is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent

from .gesture import Gesture

if TYPE_CHECKING:
    from ..numbers import NumberShown
    from ..view import CanvasView


class AskWhy(Gesture):
    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, view: CanvasView, event: QMouseEvent, shown: NumberShown) -> None:
        super().__init__(view, event)
        self.shown = shown
        self.moved = False
        if shown.wire is not None:
            self.session.selection.set(edges=self.scene.groups.bundle(shown.wire))
        else:
            self.session.selection.set([shown.question.node])

    def move(self, event: QMouseEvent) -> None:
        self.moved = self.moved or self.far_enough(event)

    def finish(self, event: QMouseEvent) -> None:
        if not self.moved:
            on_view = self.view.mapFromScene(self.shown.area).boundingRect()
            corner = self.view.viewport().mapToGlobal(on_view.topLeft())
            self.session.inquiry.ask(self.shown.question, QRect(corner, on_view.size()))
