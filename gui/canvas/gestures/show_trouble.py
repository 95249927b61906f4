"""A click on the mark of a collapsed group opens it where something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from graph_engine.graph import Edge

from ..to_trouble import show_trouble
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView


class ShowTrouble(Gesture):
    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, view: CanvasView, event: QMouseEvent, where: str | Edge) -> None:
        super().__init__(view, event)
        self.where = where
        self.moved = False

    def move(self, event: QMouseEvent) -> None:
        self.moved = self.moved or self.far_enough(event)

    def finish(self, event: QMouseEvent) -> None:
        if not self.moved:
            show_trouble(self.view, self.where)
