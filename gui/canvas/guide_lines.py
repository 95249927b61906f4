"""The thin lines that say what a moved node lines up with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from .geometry import Point
from .paint import pen

if TYPE_CHECKING:
    from .scene import CanvasScene


class GuideLines:
    def __init__(self, scene: CanvasScene) -> None:
        self.scene = scene
        self.item = QGraphicsPathItem()
        line = pen(scene.theme.tokens.muted, 1.0)
        line.setCosmetic(True)
        self.item.setPen(line)
        self.item.setZValue(-1)
        scene.addItem(self.item)

    def show(self, lines: Sequence[tuple[Point, Point]]) -> None:
        path = QPainterPath()
        for start, end in lines:
            path.moveTo(QPointF(*start))
            path.lineTo(QPointF(*end))
        self.item.setPath(path)

    def put_away(self) -> None:
        self.scene.removeItem(self.item)
