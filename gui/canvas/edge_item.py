"""Paints one wire from its look: the value above, the gradient below on the arrow that runs back, the local tag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from graph_engine.graph import Edge

from ..i18n import localize
from ..theme import Tokens
from . import paint
from .appearance import EdgeLook
from .geometry import Point, along, normal, wire

LABEL_AT, FANNED_AT, LOCAL_AT = 0.34, 0.48, 0.77
_BACK = 8.0  # how far below the wire the gradient's arrow runs
_LEAST = 150.0  # wires shorter than this show no local tag


class EdgeItem(QGraphicsItem):
    """Lies in scene coordinates; the scene gives it its two ends."""

    def __init__(self, look: EdgeLook, tokens: Tokens, start: Point, end: Point) -> None:
        super().__init__()
        self.look, self.tokens = look, tokens
        self.selected = self.hovered = False
        self.setZValue(1)
        self._lay(start, end)

    @property
    def edge(self) -> Edge:
        return self.look.edge

    @property
    def ends(self) -> tuple[Point, Point]:
        return self._curve[0], self._curve[3]

    def show_look(self, look: EdgeLook) -> None:
        if look != self.look:
            self.prepareGeometryChange()
            self.look = look
            self._measure()
            self.update()

    def move_ends(self, start: Point, end: Point) -> None:
        if (start, end) != self.ends:
            self.prepareGeometryChange()
            self._lay(start, end)
            self.update()

    def recolour(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.update()

    def mark(self, *, selected: bool | None = None, hovered: bool | None = None) -> None:
        wanted = self.selected if selected is None else selected, self.hovered if hovered is None else hovered
        if wanted != (self.selected, self.hovered):
            self.selected, self.hovered = wanted
            self.update()

    def _lay(self, start: Point, end: Point) -> None:
        self._curve = wire(start, end)
        self._path = _bezier(self._curve)
        nx, ny = self._below()
        shifted = [(x + nx * _BACK, y + ny * _BACK) for x, y in self._curve]
        self._back = _bezier((shifted[0], shifted[1], shifted[2], shifted[3]))
        self._shape: QPainterPath | None = None
        self._anchors: dict[float, tuple[Point, Point]] = {}
        self._measure()

    def _below(self) -> Point:
        """The direction in which the gradient's arrow is shifted, one for the whole wire."""
        x, y = normal(self._curve, 0.5)
        return -x, -y

    def _measure(self) -> None:
        bounds = self._path.boundingRect().united(self._back.boundingRect()).adjusted(-9, -9, 9, 9)
        self._placed = self._labels()
        for _, text, at, size in self._placed:
            bounds = bounds.united(paint.plate(text, at, size, bold=True, pad=9))
        self._bounds = bounds

    def _labels(self) -> list[tuple[str, str, Point, int]]:
        """The texts that are there: what each is, where it stands and how large."""
        look, found = self.look, []
        at = FANNED_AT if look.fans else LABEL_AT
        if look.local and self._length() > _LEAST:
            found.append(("local", localize(look.local), self._tag(), 12))
        if look.value:
            found.append(("value", look.value, self._beside(at, look.value, 14, 1, 5), 14))
        if look.gradient:
            found.append(("gradient", look.gradient, self._beside(at, look.gradient, 14, -1, _BACK + 5), 14))
        return found

    def _beside(self, t: float, text: str, size: int, side: int, gap: float) -> Point:
        """Where a text stands clear of the wire at `t`: on its upper side, or with `side` −1 on its lower."""
        if t not in self._anchors:
            self._anchors[t] = along(self._curve, t), normal(self._curve, t)
        (x, y), (nx, ny) = self._anchors[t]
        _, width, height = paint.prepared(text, size, True)
        clear = gap + abs(nx) * width / 2 + abs(ny) * height / 2
        return x + side * nx * clear, y + side * ny * clear

    def _tag(self) -> Point:
        """The local tag stands outside the fan of wires that enter the node."""
        outside = -1 if self.look.low else 1
        gap = 8.0 if outside == 1 else _BACK + 8.0
        return self._beside(LOCAL_AT, localize(self.look.local), 12, outside, gap)

    def _length(self) -> float:
        (x0, y0), (x1, y1) = self.ends
        return abs(x1 - x0) + abs(y1 - y0)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        if self._shape is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(14)
            self._shape = stroker.createStroke(self._path)
        return self._shape

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        t, look = self.tokens, self.look
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail > 0.25)
        colour = t.selection if self.selected else t.forward if look.active == "forward" else t.wire
        strong = self.selected or self.hovered or look.active == "forward"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(paint.pen(colour, 2.8 if strong else 1.8))
        painter.drawPath(self._path)
        if look.gradient:
            painter.setPen(paint.pen(t.backward, 2.4 if look.active == "backward" else 1.6, dashed=True))
            painter.drawPath(self._back)
        if detail >= paint.DETAIL:
            self._paint_details(painter, colour)

    def _paint_details(self, painter: QPainter, colour: str) -> None:
        t, look = self.tokens, self.look
        paint.arrowhead(painter, self._curve[3], (1, 0.0001), colour, 9)
        if look.gradient:
            (x0, y0), (x1, y1) = along(self._curve, 0.0), along(self._curve, 0.04)
            nx, ny = self._below()
            tip = (x0 + nx * _BACK + 2, y0 + ny * _BACK)
            paint.arrowhead(painter, tip, (x0 - x1, y0 - y1), t.backward, 9)
        for role, text, at, size in self._placed:
            if role == "local":
                self._paint_tag(painter, text, at)
            else:
                paint.labelled(
                    painter, text, at, size, t.forward if role == "value" else t.backward, t.canvas, bold=True
                )

    def _paint_tag(self, painter: QPainter, text: str, at: Point) -> None:
        t = self.tokens
        box = paint.plate(text, at, 12, pad=7)
        painter.setPen(paint.pen(t.local, 1.0))
        painter.setBrush(QColor(t.local_soft))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        paint.centred(painter, text, at, 12, t.local)


def _bezier(curve: tuple[Point, Point, Point, Point]) -> QPainterPath:
    path = QPainterPath(QPointF(*curve[0]))
    path.cubicTo(QPointF(*curve[1]), QPointF(*curve[2]), QPointF(*curve[3]))
    return path
