"""What is drawn over nodes and wires for a moment: a wire that waits for its other end, rings round what was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from .geometry import Point, wire
from .offers import Tie

if TYPE_CHECKING:
    from .scene import CanvasScene

_OFF = 9.0  # how far a ring stands from its node


class Overlay:
    def __init__(self, scene: CanvasScene) -> None:
        self.scene = scene
        self._loose: tuple[Tie, QPointF] | None = None
        self._rings: tuple[str, ...] = ()
        self._current = ""
        self._copies: tuple[tuple[str, ...], Point] = ((), (0.0, 0.0))

    def show_loose(self, tie: Tie, at: QPointF) -> None:
        """A wire from what `tie` names to `at`; an empty tie puts it away."""
        self._loose = (tie, at) if tie.source or tie.target else None
        self.scene.update()

    def ring(self, ids: Iterable[str], current: str = "") -> None:
        """Rings round nodes, a stronger one round `current`."""
        self._rings, self._current = tuple(ids), current
        self.scene.update()

    def show_copies(self, ids: Iterable[str], by: Point) -> None:
        """Outlines of nodes, moved by `by`: where their copies would stand."""
        self._copies = tuple(ids), by
        self.scene.update()

    def paint(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._loose is not None:
            painter.setPen(self._pen(2.4))
            for start, end in self._ends(*self._loose):
                _, second, third, last = (QPointF(*point) for point in wire(start, end))
                path = QPainterPath(QPointF(*start))
                path.cubicTo(second, third, last)
                painter.drawPath(path)
        ids, (dx, dy) = self._copies
        for id in ids:
            if self.scene.item_of(id) is None:
                continue
            painter.setPen(self._pen(1.8))
            painter.drawRoundedRect(self._around(id, 0.0).translated(dx, dy), 16, 16)
        for id in self._rings:
            if self.scene.item_of(id) is not None:
                painter.setPen(self._pen(4.0 if id == self._current else 1.8))
                painter.drawRoundedRect(self._around(id), 16, 16)

    def _ends(self, tie: Tie, at: QPointF) -> list[tuple[Point, Point]]:
        scene, here = self.scene, (at.x(), at.y())
        ends = [(scene.output_point(tie.source), here)] if tie.source and scene.item_of(tie.source) else []
        if tie.target is not None and scene.item_of(tie.target[0]) is not None:
            ends.append((here, scene.input_point(*tie.target)))
        return ends

    def _around(self, id: str, off: float = _OFF) -> QRectF:
        item = self.scene.item_of(id)
        assert item is not None
        o = item.frame.outline
        return QRectF(item.x() - o.width / 2, item.y() - o.height / 2, o.width, o.height).adjusted(-off, -off, off, off)

    def _pen(self, width: float) -> QPen:
        pen = QPen(QColor(self.scene.theme.tokens.selection), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen
