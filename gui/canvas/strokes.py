"""The strokes of all wires in view, below all their texts; while only numbers change, a picture of them is kept."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

if TYPE_CHECKING:
    from .edge_item import EdgeItem


class Strokes:
    """Whoever paints a frame says so by `begin` and `end`; the wire painted first brings the strokes of all.

    A picture is made when two frames in a row have the same strokes, so that motion and drags don't pay for it.
    """

    def __init__(self) -> None:
        self.kept: QPixmap | None = None
        self._same: Hashable = None  # what the picture, or the last frame, was drawn from
        self._wires: Sequence[EdgeItem] | None = None  # of the frame that is being painted; None between frames
        self._done = False

    def begin(
        self, wires: Sequence[EdgeItem], near: Sequence[EdgeItem], transform: QTransform, size: QSize, ratio: float
    ) -> bool:
        """A view with these wires, the lower ones first, is painted where `near` are seen; whether from the picture."""
        self._done = False
        detail = transform.m11()
        same = (transform, size, ratio, *[wire.stroke(detail) for wire in wires])
        if same != self._same:
            self.kept, self._same, self._wires = None, same, near
            return False
        self._wires = wires
        if self.kept is None:
            self.kept = self._draw(transform, size, ratio)
        return True

    def end(self) -> None:
        self._wires = None

    def paint(self, painter: QPainter) -> bool:
        """Paints the strokes of the frame, once; False if no frame is being painted."""
        if self._wires is None:
            return False
        if not self._done:
            self._done = True
            painter.save()
            painter.setOpacity(1.0)
            if self.kept is not None:
                painter.setWorldTransform(QTransform())
                painter.drawPixmap(0, 0, self.kept)
            else:
                self._stroke(painter)
            painter.restore()
        return True

    # -- inside --------------------------------------------------------------------------------------------------------

    def _draw(self, transform: QTransform, size: QSize, ratio: float) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setWorldTransform(transform)
        self._stroke(painter)
        painter.end()
        return picture

    def _stroke(self, painter: QPainter) -> None:
        detail = painter.worldTransform().m11()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for wire in self._wires or ():
            painter.setOpacity(wire.opacity())
            wire.paint_stroke(painter, detail)
