"""Cuts the wires that a line drawn by hand crosses."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from graph_engine.document import edits
from graph_engine.graph import Edge

from ...i18n import tr
from ..edge_item import EdgeItem
from ..paint import pen
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView

_PALE = 0.32


class CutWires(Gesture):
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: CanvasView, event: QMouseEvent) -> None:
        super().__init__(view, event)
        self.drawn = QGraphicsPathItem(QPainterPath(self.start))
        self.drawn.setZValue(3)
        line = pen(self.scene.theme.tokens.error, 2.0 / view.scale_now)
        line.setStyle(Qt.PenStyle.DashLine)
        self.drawn.setPen(line)
        self.scene.addItem(self.drawn)
        self.last = self.start
        self.cut: dict[Edge, None] = {}

    def move(self, event: QMouseEvent) -> None:
        here = self.at(event)
        stroke = QLineF(self.last, here)
        path = self.drawn.path()
        path.lineTo(here)
        self.drawn.setPath(path)
        for item in self.scene.items(_around(stroke)):
            if isinstance(item, EdgeItem) and item.edge not in self.cut and _crosses(item.path, stroke):
                self.cut[item.edge] = None
                item.setOpacity(_PALE)
        self.last = here

    def finish(self, event: QMouseEvent) -> None:
        self._put_away()
        if self.cut:
            self.session.attempt(edits.Together(tuple(map(edits.Disconnect, self.cut))), tr("Cut wires"))

    def cancel(self) -> None:
        self._put_away()

    def _put_away(self) -> None:
        self.scene.removeItem(self.drawn)
        for edge in self.cut:
            if edge in self.scene.edges:
                self.scene.edges[edge].setOpacity(1.0)


def _around(stroke: QLineF) -> QPainterPath:
    path = QPainterPath(stroke.p1())
    path.lineTo(stroke.p2())
    path.lineTo(stroke.p2() + QPointF(0.5, 0.5))
    return path


def _crosses(path: QPainterPath, stroke: QLineF) -> bool:
    """Whether the curve `path` and the straight `stroke` meet."""
    meet = QLineF.IntersectionType.BoundedIntersection
    for polygon in path.toSubpathPolygons():
        for one, other in pairwise(polygon.toList()):
            if QLineF(one, other).intersects(stroke)[0] == meet:
                return True
    return False
