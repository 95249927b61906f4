"""The short wire that leaves a node which feeds nothing: its value, and on the target the seed of the gradient."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from ..theme import Tokens
from . import paint
from .appearance import NodeLook
from .geometry import FLAG_HEIGHT, STUB

_BACK = 9.0  # how far below the wire the gradient's arrow runs


def flag_width(look: NodeLook) -> float:
    """How wide the flag of the target is: it holds the name and the value."""
    stub = look.stub
    assert stub is not None
    widest = max(paint.prepared(stub.name, 12)[1], paint.prepared(stub.value or "?", 16, True)[1])
    return max(84.0, widest + 28)


def stub_bounds(look: NodeLook) -> QRectF:
    stub, start = look.stub, look.outline.width / 2
    assert stub is not None
    reach = STUB + (flag_width(look) if stub.flag else paint.prepared(stub.value, 14, True)[1])
    return QRectF(start, -FLAG_HEIGHT / 2 - 4, reach + 6, FLAG_HEIGHT + 8)


def stub_texts(look: NodeLook) -> list[tuple[str, QRectF]]:
    """Where the numbers of the stub stand."""
    stub, middle = look.stub, look.outline.width / 2 + STUB / 2
    if stub is None:
        return []
    found = [("gradient", paint.plate(stub.gradient, (middle, 24), 14, bold=True))] if stub.gradient else []
    if stub.value and stub.flag:
        left = look.outline.width / 2 + STUB
        found.append(("value", paint.plate(stub.value, (middle, -13.0), 14, bold=True)))
        found.append(("value", paint.plate(stub.value, (left + flag_width(look) / 2, 10), 16, bold=True)))
    elif stub.value:
        at = look.outline.width / 2 + STUB + 6 + paint.prepared(stub.value, 14, True)[1] / 2
        found.append(("value", paint.plate(stub.value, (at, 0.0), 14, bold=True)))
    return found


def stub_areas(look: NodeLook) -> list[QRectF]:
    """What its texts and its flag cover."""
    areas = [area for _, area in stub_texts(look)]
    if look.stub is not None and look.stub.flag:
        left = look.outline.width / 2 + STUB
        areas.append(QRectF(left, -FLAG_HEIGHT / 2, flag_width(look), FLAG_HEIGHT))
    return areas


def paint_stub(painter: QPainter, look: NodeLook, tokens: Tokens) -> None:
    stub, start = look.stub, look.outline.width / 2
    if stub is None or not (stub.flag or stub.value):
        return
    end, middle = start + STUB, start + STUB / 2
    painter.setPen(paint.pen(tokens.wire, 1.8))
    painter.drawLine(QLineF(start + 2, 0, end - 3, 0))
    paint.arrowhead(painter, (end, 0), (1, 0), tokens.wire)
    if stub.flag:
        _paint_flag(painter, look, tokens, end)
    if stub.value:
        at = (middle, -13.0) if stub.flag else (end + 6 + paint.prepared(stub.value, 14, True)[1] / 2, 0.0)
        paint.labelled(painter, stub.value, at, 14, tokens.forward, tokens.canvas, bold=True)
    if stub.gradient:
        painter.setPen(paint.pen(tokens.backward, 1.6, dashed=True))
        painter.drawLine(QLineF(start + 12, _BACK, end - 2, _BACK))
        paint.arrowhead(painter, (start + 6, _BACK), (-1, 0), tokens.backward)
        paint.labelled(painter, stub.gradient, (middle, 24), 14, tokens.backward, tokens.canvas, bold=True)


def _paint_flag(painter: QPainter, look: NodeLook, tokens: Tokens, left: float) -> None:
    width, stub = flag_width(look), look.stub
    assert stub is not None
    painter.setPen(paint.pen(tokens.text, 1.6))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(QRectF(left, -FLAG_HEIGHT / 2, width, FLAG_HEIGHT), 9, 9)
    paint.centred(painter, stub.name, (left + width / 2, -9), 12, tokens.muted)
    if stub.value:
        paint.centred(painter, stub.value, (left + width / 2, 10), 16, tokens.text, bold=True)
