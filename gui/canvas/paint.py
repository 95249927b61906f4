"""Small painting tools shared by node and edge items: cached text, haloes, arrowheads."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF, QStaticText

from ..theme import Tokens, ui_font
from .encoding import Cells
from .geometry import Point

DIMMED = 0.22  # how much is left of what stands outside a highlighted part
DETAIL = 0.45  # below this zoom, text is left out


def bolder(detail: float) -> float:
    """How much thicker lines are that must be seen from afar."""
    return max(1.0, 0.75 / detail) if detail < DETAIL else 1.0


@lru_cache(maxsize=64)
def font(size: int, bold: bool = False) -> QFont:
    return ui_font(size, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


@lru_cache(maxsize=64)
def metrics(size: int, bold: bool = False) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold))


@lru_cache(maxsize=2048)
def prepared(text: str, size: int, bold: bool = False) -> tuple[QStaticText, float, float]:
    """`text` laid out once, with its width and height."""
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(font=font(size, bold))
    return laid_out, laid_out.size().width(), metrics(size, bold).height()


@lru_cache(maxsize=2048)
def elided(text: str, size: int, bold: bool, width: int) -> str:
    return metrics(size, bold).elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=256)
def plain(colour: str) -> QPen:
    return QPen(QColor(colour))


@lru_cache(maxsize=256)
def see_through(colour: str, alpha: int) -> QBrush:
    made = QColor(colour)
    made.setAlpha(alpha)
    return QBrush(made)


@lru_cache(maxsize=2)
def grid(left: int, top: int, right: int, bottom: int, step: int) -> QPolygonF:
    """The points of a grid, as a view that stands still asks for them again and again."""
    return QPolygonF([QPointF(x, y) for x in range(left, right, step) for y in range(top, bottom, step)])


def centred(painter: QPainter, text: str, middle: Point, size: int, colour: str, *, bold: bool = False) -> None:
    laid_out, width, height = prepared(text, size, bold)
    painter.setFont(font(size, bold))
    painter.setPen(plain(colour))
    painter.drawStaticText(QPointF(middle[0] - width / 2, middle[1] - height / 2), laid_out)


def plate(text: str, middle: Point, size: int, *, bold: bool = False, pad: float = 3.0) -> QRectF:
    """The rectangle behind a text that stands at `middle`."""
    _, width, height = prepared(text, size, bold)
    return QRectF(middle[0] - width / 2 - pad, middle[1] - height / 2 - 1, width + 2 * pad, height + 2)


def labelled(
    painter: QPainter, text: str, middle: Point, size: int, colour: str, ground: str, *, bold: bool = False
) -> None:
    """Text on a plate of the canvas's own colour, so that wires below it don't cut through."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(see_through(ground, 225))
    painter.drawRoundedRect(plate(text, middle, size, bold=bold), 4, 4)
    centred(painter, text, middle, size, colour, bold=bold)


def chip(painter: QPainter, text: str, middle: Point, colour: str, ground: str) -> None:
    """A small rounded button."""
    box = plate(text, middle, 12, pad=9)
    painter.setPen(pen(colour, 1.2))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    centred(painter, text, middle, 12, colour)


def arrowhead(painter: QPainter, tip: Point, direction: Point, colour: str, size: float = 8.0) -> None:
    """A filled arrowhead whose tip points along `direction` (any length)."""
    length = math.hypot(*direction) or 1.0
    ux, uy = direction[0] / length, direction[1] / length
    back = tip[0] - ux * size, tip[1] - uy * size
    half = size * 0.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(*tip),
                QPointF(back[0] - uy * half, back[1] + ux * half),
                QPointF(back[0] + uy * half, back[1] - ux * half),
            ]
        )
    )


def mixed(ground: str, colour: str, strength: float) -> QColor:
    """`colour` on `ground`, with `strength` between 0 and 1."""
    below, above = QColor(ground), QColor(colour)
    parts = zip(below.getRgb()[:3], above.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(b + (a - b) * strength) for b, a in parts))


def encoded(tokens: Tokens, wires: str, strength: float) -> tuple[QColor, float]:
    """Colour and width of a wire that carries so much: darker and wider, so that neither is the only sign."""
    role = tokens.backward if wires == "gradient" else tokens.forward
    return mixed(tokens.canvas, role, 0.3 + 0.7 * strength), 1.2 + 5.4 * strength


@lru_cache(maxsize=256)
def heat_image(cells: Cells, dark: bool) -> QImage:
    """A heat map, one pixel a cell: brown below zero, teal above, which colour-blind eyes tell apart."""
    image = QImage(len(cells[0]), len(cells), QImage.Format.Format_RGB32)
    ground, less, more = ("#2b3140", "#dfa35a", "#45c1b2") if dark else ("#f4f3ee", "#a6611a", "#017a6e")
    for y, row in enumerate(cells):
        for x, cell in enumerate(row):
            image.setPixelColor(x, y, mixed(ground, less if cell < 0 else more, abs(cell)))
    return image


def hairline(colour: QColor, width: float = 1) -> QPen:
    """A line as thin at every zoom."""
    made = QPen(colour, width)
    made.setCosmetic(True)
    return made


@lru_cache(maxsize=1024)
def pen(colour: str, width: float, *, dashed: bool = False) -> QPen:
    made = QPen(QColor(colour), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dashed:
        made.setDashPattern([4, 3])
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made
