"""Moves the view with the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from .gesture import Gesture


class Pan(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor

    def move(self, event: QMouseEvent) -> None:
        now = event.position().toPoint()
        self.view.pan(now - self.pressed)
        self.pressed = now
