"""A picture of a data set: points of two inputs or of one, small pictures of many; points can be drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from graph_engine.datasets import DataSet
from graph_engine.explain import short

from ...i18n import tr
from ...theme import Theme, ui_font

_MOST = 4000  # points that are painted
_REACH = 1.0  # how far drawn points go, on both axes

Drawn = tuple[float, float, int]


class DataPlot(QWidget):
    clicked_at = Signal(float, float)  # while points are drawn

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.data_set: DataSet | None = None
        self.drawn: list[Drawn] | None = None  # None: the data set is shown
        self.setAccessibleName(tr("Plot of the data"))

    def show_data(self, data: DataSet | None) -> None:
        self.data_set = data
        self.update()

    def show_drawn(self, points: list[Drawn] | None) -> None:
        self.drawn = points
        self.setCursor(Qt.CursorShape.CrossCursor if points is not None else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(230), self.theme.px(190))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(90))

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a drawn point stands in this widget."""
        return _Frame(self._room(), (-_REACH, _REACH), (-_REACH, _REACH)).at(x, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        room = self._room()
        if self.drawn is not None and room.contains(event.position()):
            frame = _Frame(room, (-_REACH, _REACH), (-_REACH, _REACH))
            self.clicked_at.emit(*frame.back(event.position()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self.theme.tokens
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setFont(ui_font(self.theme.px(11)))
        data = self.data_set
        if self.drawn is not None:
            self._paint_drawn(painter, self.drawn)
        elif data is None:
            return
        elif data.inputs.shape[1] == 2 and data.classes:
            self._scatter(painter, data.inputs, data.targets.astype(int), data.features)
        elif data.inputs.shape[1] == 1 and not data.classes:
            pairs = np.column_stack([data.inputs[:, 0], data.targets[:, 0]])
            self._scatter(painter, pairs, np.zeros(len(pairs), int), (data.features[0], tr("target")))
        elif data.inputs.shape[1] == 2:
            self._scatter(painter, data.inputs, np.zeros(len(data), int), data.features)
        else:
            self._pictures(painter, data)

    def _room(self) -> QRectF:
        px = self.theme.px
        return QRectF(self.rect()).adjusted(px(14), px(12), -px(14), -px(26))

    def _paint_drawn(self, painter: QPainter, points: list[Drawn]) -> None:
        t, frame = self.theme.tokens, _Frame(self._room(), (-_REACH, _REACH), (-_REACH, _REACH))
        painter.setPen(QPen(QColor(t.grid), 1))
        painter.drawLine(frame.at(-_REACH, 0), frame.at(_REACH, 0))
        painter.drawLine(frame.at(0, -_REACH), frame.at(0, _REACH))
        for x, y, number in points:
            self._mark(painter, frame.at(x, y), number)
        painter.setPen(QColor(t.muted))
        words = tr("Click to add points") if not points else tr("{n} points", n=len(points))
        painter.drawText(self._below(), Qt.AlignmentFlag.AlignCenter, words)

    def _scatter(self, painter: QPainter, points: Any, numbers: Any, names: tuple[str, ...]) -> None:
        every = max(1, len(points) // _MOST)
        points, numbers = points[::every], numbers[::every]
        ends = [(float(a), float(b)) for a, b in zip(points.min(axis=0), points.max(axis=0), strict=True)]
        frame = _Frame(self._room(), *ends)
        for (x, y), number in zip(points.tolist(), numbers.tolist(), strict=True):
            self._mark(painter, frame.at(x, y), number)
        painter.setPen(QColor(self.theme.tokens.muted))
        painter.drawText(self._below(), Qt.AlignmentFlag.AlignCenter, self._spans(painter, names, ends))

    def _spans(self, painter: QPainter, names: tuple[str, ...], ends: list[tuple[float, float]]) -> str:
        """How far each input goes, with as many digits as there is room for."""
        metrics, room, text = painter.fontMetrics(), int(self._below().width()), ""
        for digits in (4, 2):
            spans = [
                f"{name} {' … '.join(short(float(f'{end:.{digits}g}')) for end in pair)}"
                for name, pair in zip(names, ends, strict=True)
            ]
            text = " · ".join(spans)
            if metrics.horizontalAdvance(text) <= room:
                return text
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _below(self) -> QRectF:
        room = self._room()
        return QRectF(room.left(), room.bottom() + 2, room.width(), self.height() - room.bottom() - 4)

    def _mark(self, painter: QPainter, at: QPointF, number: int) -> None:
        """Classes differ by colour and by shape."""
        t = self.theme.tokens
        colours = t.forward, t.backward, t.good, t.local
        painter.setPen(QPen(QColor(t.card), 0.7))
        painter.setBrush(QColor(colours[number % len(colours)]))
        size = self.theme.px(4)
        x, y = at.x(), at.y()
        match number % 4:
            case 0:
                painter.drawEllipse(at, size, size)
            case 1:
                painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size))
            case 2:
                corners = [(x, y - size - 1), (x + size + 1, y + size), (x - size - 1, y + size)]
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            case _:
                reach = size + 1
                corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _pictures(self, painter: QPainter, data: DataSet) -> None:
        """Samples that are square pictures as such; of others there is only the table."""
        side = round(data.inputs.shape[1] ** 0.5)
        if side * side != data.inputs.shape[1] or side < 4:
            painter.setPen(QColor(self.theme.tokens.muted))
            words = tr("{n} inputs: see the table", n=data.inputs.shape[1])
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        room, across = self._room().adjusted(0, 0, 0, 12), 6
        size = room.width() / across
        down = max(1, int(room.height() // size))
        every = max(1, len(data) // (across * down))
        samples = data.inputs[::every][: across * down]
        low, high = float(samples.min()), float(samples.max())
        for place, sample in enumerate(samples):
            shade = np.ascontiguousarray(255 * (1 - (sample.reshape(side, side) - low) / (high - low or 1)), np.uint8)
            picture = QImage(shade.data, side, side, side, QImage.Format.Format_Grayscale8).copy()
            row, column = divmod(place, across)
            spot = QRectF(room.left() + column * size, room.top() + row * size, size - 3, size - 3)
            painter.drawImage(spot, picture)


class _Frame:
    """From numbers to points, and back."""

    def __init__(self, room: QRectF, across: tuple[float, float], up: tuple[float, float]) -> None:
        self.room, self._across, self._up = room, _apart(across), _apart(up)

    def at(self, x: float, y: float) -> QPointF:
        (left, right), (low, high) = self._across, self._up
        fine = (x - left) / (right - left), (y - low) / (high - low)
        return QPointF(
            self.room.left() + fine[0] * self.room.width(), self.room.bottom() - fine[1] * self.room.height()
        )

    def back(self, at: QPointF) -> tuple[float, float]:
        (left, right), (low, high) = self._across, self._up
        x = left + (at.x() - self.room.left()) / self.room.width() * (right - left)
        y = low + (self.room.bottom() - at.y()) / self.room.height() * (high - low)
        return round(x, 4), round(y, 4)


def _apart(ends: tuple[float, float]) -> tuple[float, float]:
    return ends if ends[1] > ends[0] else (ends[0] - 0.5, ends[1] + 0.5)
