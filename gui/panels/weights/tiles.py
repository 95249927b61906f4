"""Many small pictures in rows: brown below zero, teal above."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...heat import Scale
from ...theme import Theme
from ...theme.ramp import STEPS, ramp

_GAP = 4.0
_LARGEST = 120.0  # pixels a side


class Tiles(QWidget):
    pointed = Signal(object)  # the picture under the pointer; None when there is none

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.pictures: NDArray[np.float64] = np.zeros((0, 1, 1))
        self.scale = Scale(-1.0, 1.0)
        self.tile: int | None = None
        self._sheet: QImage | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._redraw)

    def show_pictures(self, pictures: NDArray[np.float64], scale: Scale) -> None:
        self.pictures, self.scale = pictures, scale
        self._redraw()

    def place_of(self, tile: int) -> QRectF:
        across, side = self._arranged()
        row, column = divmod(tile, across)
        return QRectF(1 + column * (side + _GAP), 1 + row * (side + _GAP), side, side)

    def tile_at(self, at: QPointF) -> int | None:
        return next((tile for tile in range(len(self.pictures)) if self.place_of(tile).contains(at)), None)

    def colours(self) -> NDArray[np.uint8]:
        """All pictures below each other, as red, green and blue."""
        shades = np.nan_to_num(self.scale.shade(self.pictures.reshape(-1, self.pictures.shape[2])))
        found: NDArray[np.uint8] = ramp(self.theme.tokens)[np.rint(shades * STEPS).astype(int) + STEPS]
        return found

    def _arranged(self) -> tuple[int, float]:
        """How many stand in a row, and how large they are: as large as fit."""
        count = max(1, len(self.pictures))
        best = 1, 0.0
        for across in range(1, count + 1):
            down = math.ceil(count / across)
            wide = (self.width() - 2 - (across - 1) * _GAP) / across
            tall = (self.height() - 2 - (down - 1) * _GAP) / down
            side = min(wide, tall, _LARGEST)
            if side > best[1]:
                best = across, side
        return best

    def _redraw(self) -> None:
        self._sheet = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self.pictures):
            return
        count, tall, wide = self.pictures.shape
        if self._sheet is None:
            colours = np.ascontiguousarray(self.colours())
            self._sheet = QImage(colours.data, wide, count * tall, 3 * wide, QImage.Format.Format_RGB888).copy()
        painter, t = QPainter(self), self.theme.tokens
        for tile in range(count):
            place = self.place_of(tile)
            painter.drawImage(place, self._sheet, QRectF(0, tile * tall, wide, tall))
            painter.setPen(QPen(QColor(t.text if tile == self.tile else t.line), 2 if tile == self.tile else 1))
            painter.drawRect(place)

    def sizeHint(self) -> QSize:
        return QSize(300, 140)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.tile_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def _point(self, tile: int | None) -> None:
        if tile != self.tile:
            self.tile = tile
            self.pointed.emit(tile)
            self.update()
