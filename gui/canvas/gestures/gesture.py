"""What a gesture is: begun by a press, fed by moves, ended by the release or taken back by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from ..view import CanvasView


class Gesture:
    """Knows the view it happens in, where it began, and which button holds it."""

    cursor: Qt.CursorShape | None = None
    by_keys = False  # no button holds it

    def __init__(self, view: CanvasView, event: QMouseEvent) -> None:
        self.view = view
        self.session = view.session
        self.scene = view.canvas
        self.button = event.button()
        self.pressed = event.position().toPoint()
        self.start = view.mapToScene(self.pressed)

    def at(self, event: QMouseEvent) -> QPointF:
        return self.view.mapToScene(event.position().toPoint())

    def far_enough(self, event: QMouseEvent) -> bool:
        """Whether the hand has moved further than a click trembles."""
        return (event.position().toPoint() - self.pressed).manhattanLength() >= 4

    def move(self, event: QMouseEvent) -> None: ...

    def finish(self, event: QMouseEvent) -> None: ...

    def cancel(self) -> None: ...

    def key(self, key: Qt.Key) -> bool:
        """A key pressed meanwhile; whether the gesture goes on."""
        return True
