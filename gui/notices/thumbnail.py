"""A small picture of a graph: where its nodes are and how they are joined, without any numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from graph_engine.document import Document, Point

from ..theme import Tokens

_MARGIN = 8.0
_MOST = 2000  # nodes and wires that are drawn


def thumbnail(document: Document, tokens: Tokens, width: int, height: int, ratio: float = 1.0) -> QPixmap:
    """`width` and `height` in logical pixels, `ratio` physical ones to each."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(QColor(tokens.canvas))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 6, 6)
    places = _scaled(document.positions, width, height)
    size = max(2.0, min(9.0, 34.0 / max(1.0, len(places) ** 0.5)))
    _draw_wires(painter, document, places, tokens)
    _draw_nodes(painter, document, places, tokens, size)
    painter.end()
    return picture


def _scaled(positions: dict[str, Point], width: int, height: int) -> dict[str, QPointF]:
    """Places that fill the picture, at most as large as on the canvas."""
    xs, ys = [x for x, _ in positions.values()] or [0.0], [y for _, y in positions.values()] or [0.0]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    room_x, room_y = width - 2 * _MARGIN - 8, height - 2 * _MARGIN - 4
    scale = min(room_x / max(wide, 1.0), room_y / max(high, 1.0), 0.25)
    left, top = width / 2 - (max(xs) + min(xs)) / 2 * scale, height / 2 - (max(ys) + min(ys)) / 2 * scale
    return {id: QPointF(left + x * scale, top + y * scale) for id, (x, y) in positions.items()}


def _draw_wires(painter: QPainter, document: Document, places: dict[str, QPointF], tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.wire), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for edge, _ in zip(document.graph.edges, range(_MOST), strict=False):
        start, end = places[edge.source], places[edge.target]
        path, bend = QPainterPath(start), (end.x() - start.x()) / 2
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        painter.drawPath(path)


def _draw_nodes(painter: QPainter, document: Document, places: dict[str, QPointF], tokens: Tokens, size: float) -> None:
    painter.setBrush(QColor(tokens.card))
    for node, _ in zip(document.graph.nodes, range(_MOST), strict=False):
        painter.setPen(QPen(QColor(tokens.forward if node.is_source else tokens.text), 1.2))
        wide = size * (1.6 if node.is_source else 1.0)
        box = QRectF(places[node.id].x() - wide / 2, places[node.id].y() - size / 2, wide, size)
        painter.drawRoundedRect(box, size / 2, size / 2)
