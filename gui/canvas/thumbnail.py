"""A small picture of an example, drawn from its graph once it comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from graph_engine.storage import Example

from ..theme import Theme
from . import paint
from .figure import Figure, Shape, figure_of

_WIDTH, _HEIGHT, _PAD = 112, 72, 7.0
_LARGEST = 0.3  # of the size on the canvas


class Thumbnail(QWidget):
    def __init__(self, example: Example, theme: Theme) -> None:
        super().__init__()
        self.example, self.theme = example, theme
        self.figure: Figure | None = None
        self.setFixedSize(theme.px(_WIDTH), theme.px(_HEIGHT))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(paint.pen(t.line, 1.0))
        painter.setBrush(QColor(t.canvas))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.figure is not None:
            self._draw(painter, self.figure)
        else:
            QTimer.singleShot(0, self, self._read)  # the page is there before its pictures
        painter.end()

    def _read(self) -> None:
        self.figure = figure_of(self.example)
        self.update()

    def _draw(self, painter: QPainter, figure: Figure) -> None:
        left, top, right, bottom = figure.area
        room = QRectF(self.rect()).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        most = _LARGEST * self.theme.scale
        scale = min(most, room.width() / max(right - left, 1.0), room.height() / max(bottom - top, 1.0))
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.translate(-(left + right) / 2, -(top + bottom) / 2)
        line = 1.1 / scale
        painter.setPen(paint.hairline(QColor(self.theme.tokens.wire), 1.0))
        for curve in figure.wires:
            path = QPainterPath(QPointF(*curve[0]))
            path.cubicTo(*(QPointF(*point) for point in curve[1:]))
            painter.strokePath(path, painter.pen())
        for shape in figure.shapes:
            self._draw_shape(painter, shape, line)

    def _draw_shape(self, painter: QPainter, shape: Shape, line: float) -> None:
        t, o, (x, y) = self.theme.tokens, shape.outline, shape.at
        box = QRectF(x - o.width / 2, y - o.height / 2, o.width, o.height)
        colour = t.backward if shape.target else t.forward if shape.source else t.text
        painter.setPen(paint.pen(colour, line))
        painter.setBrush(QColor(t.backward_soft if shape.target else t.forward_soft if shape.source else t.card))
        if o.shape == "circle":
            painter.drawEllipse(box)
        else:
            radius = box.height() / 2 if o.shape == "pill" else 12.0
            painter.drawRoundedRect(box, radius, radius)
