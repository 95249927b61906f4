"""Where a card lies over the canvas so that it covers no node."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt

from .node_item import NodeItem

if TYPE_CHECKING:
    from .view import CanvasView

CORNERS = ("bottom-left", "bottom-right", "top-left", "top-right")
_GAP = 8


class FreeCorner:
    """The first corner is home; while it would cover something there, the card lies in another that is free."""

    def __init__(self, view: CanvasView, corners: Sequence[str] = CORNERS) -> None:
        self.view, self.corners = view, corners
        self._stands = corners[0]
        self.free = True  # whether what lies there covers nothing

    def go_home(self, *_: object) -> None:
        """What was in the way may be elsewhere now."""
        self._stands = self.corners[0]

    def place(self, size: QSize, room: QRect, taken: Sequence[QRect]) -> QPoint:
        """Where a card of `size` lies in `room`, clear of nodes and of what is `taken`; it moves only if it must.

        While the hand holds something it stays in its corner.
        """
        if self.view.gesture is not None:
            return _corner(self._stands, size, room)
        for corner in dict.fromkeys((self._stands, *self.corners)):
            at = QRect(_corner(corner, size, room), size)
            if room.contains(at) and not self._covers(at.adjusted(-_GAP, -_GAP, _GAP, _GAP), taken):
                self._stands, self.free = corner, True
                return at.topLeft()
        self._stands, self.free = self.corners[0], False
        return _corner(self._stands, size, room)

    def _covers(self, at: QRect, taken: Sequence[QRect]) -> bool:
        if any(at.intersects(one) for one in taken):
            return True
        area = self.view.mapToScene(at).boundingRect()
        found = self.view.canvas.items(area, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        return any(isinstance(item, NodeItem) and item.extent().intersects(area) for item in found)


def _corner(corner: str, size: QSize, room: QRect) -> QPoint:
    down, across = corner.split("-")
    x = room.left() if across == "left" else room.right() + 1 - size.width()
    y = room.top() if down == "top" else room.bottom() + 1 - size.height()
    return QPoint(x, y)
