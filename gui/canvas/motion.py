"""While the view moves over a dense part of the graph: the last picture moves along, and is painted anew at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform

from .paint import DETAIL

if TYPE_CHECKING:
    from .view import CanvasView

_DEAR = 0.014  # seconds; pictures that cost more are carried along
_REST = 110  # milliseconds without motion until the picture is painted anew


class Motion:
    def __init__(self, view: CanvasView) -> None:
        self.view = view
        self.cost = 0.0  # seconds that painting all of the view took last
        self._picture: QPixmap | None = None
        self._at = QTransform()
        self._age = -1
        self._rest = QTimer(view)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.stop)

    def begin(self) -> None:
        """Called before each move of the hand that pans or zooms."""
        if not self.carrying and self.cost > _DEAR and self.view.scale_now >= DETAIL:
            view = self.view
            picture, at = view.viewport().grab(), view.viewportTransform()
            self._picture, self._at, self._age = picture, at, view.canvas.looks.age
        if self._picture is not None:
            self._rest.start()

    def stop(self) -> None:
        self._rest.stop()
        if self._picture is not None:
            self._picture = None
            self.view.viewport().update()

    @property
    def moving(self) -> bool:
        """Whether there is a picture that was carried, right or not."""
        return self._picture is not None

    @property
    def carrying(self) -> bool:
        """Whether a picture is carried that still shows what there is."""
        return self._picture is not None and self._age == self.view.canvas.looks.age

    def carry(self, painter: QPainter) -> None:
        """Paints the picture where it belongs by now."""
        if self._picture is not None and self.carrying:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(self._at.inverted()[0] * self.view.viewportTransform())
            painter.drawPixmap(0, 0, self._picture)
            painter.restore()
