"""Paints a laid out formula: letters as text, stretched brackets as outlines, all of it crisp at any scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from ..theme import Tokens, formula_font
from .boxes import Box, Glyphs, Stroke

_SCALE, _MARGIN = 4.0, 8.0  # of a picture


def paint_box(painter: QPainter, box: Box, at: QPointF, tokens: Tokens) -> None:
    """Paints `box` with the start of its baseline at `at`."""
    painter.save()
    painter.translate(at)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for mark in box.marks:
        colour = QColor(colour_of(mark.role, tokens))
        if isinstance(mark, Stroke):
            _stroke(painter, mark, colour)
        else:
            _glyphs(painter, mark, colour)
    painter.restore()


def picture(box: Box, tokens: Tokens) -> QImage:
    """The formula as an image, large enough to be printed."""
    width, height = (box.width + 2 * _MARGIN) * _SCALE, (box.height + 2 * _MARGIN) * _SCALE
    image = QImage(round(width), round(height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(tokens.card))
    painter = QPainter(image)
    painter.scale(_SCALE, _SCALE)
    paint_box(painter, box, QPointF(_MARGIN, _MARGIN + box.ascent), tokens)
    painter.end()
    return image


def colour_of(role: str, tokens: Tokens) -> str:
    return str(getattr(tokens, role or "text"))


def _stroke(painter: QPainter, mark: Stroke, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    join = Qt.PenJoinStyle.MiterJoin
    painter.setPen(QPen(colour, mark.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, join))
    painter.drawPolyline([QPointF(x, y) for x, y in mark.points])


def _glyphs(painter: QPainter, mark: Glyphs, colour: QColor) -> None:
    font = formula_font(mark.size, italic=mark.italic)
    if mark.tall == 1.0:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(mark.x, mark.y), mark.text)
        return
    path = QPainterPath()
    path.addText(0, 0, font, mark.text)
    painter.fillPath(QTransform(1, 0, 0, mark.tall, mark.x, mark.y).map(path), colour)
