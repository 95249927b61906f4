"""An open group: a tinted frame around what it holds, with its name on top."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ..theme import Tokens
from ..widgets.errors import errors_stay_inside
from . import paint
from .captions import Area

PAD, TITLE, BELOW = 30.0, 30.0, 40.0


@errors_stay_inside
class GroupFrame(QGraphicsItem):
    """Lies behind everything. Only its title answers to the hand; the rest is canvas."""

    def __init__(self, group: str, name: str, depth: int, tokens: Tokens) -> None:
        super().__init__()
        self.group_id, self.name, self.tokens = group, name, tokens
        self.selected = False
        self.box = QRectF()
        self.lie(depth)

    def lay(self, inside: QRectF) -> None:
        """Goes around `inside`."""
        box = inside.adjusted(-PAD, -PAD - TITLE, PAD, BELOW)
        if box != self.box:
            self.prepareGeometryChange()
            self.box = box

    def lie(self, depth: int) -> None:
        """The deeper it is nested, the higher it lies: it covers those around it."""
        self.setZValue(-50 + depth)

    def rename(self, name: str) -> None:
        if name != self.name:
            self.name = name
            self.update()

    def recolour(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.update()

    def mark(self, *, selected: bool) -> None:
        if selected != self.selected:
            self.selected = selected
            self.update()

    def title_box(self) -> QRectF:
        """The part that answers to the hand."""
        return QRectF(self.box.left(), self.box.top(), self.box.width(), TITLE)

    def name_area(self) -> Area:
        """What its name covers, which texts of wires keep clear of."""
        width = paint.prepared(paint.elided(self.name, 13, True, int(self.box.width()) - 40), 13, True)[1]
        left, top = self.box.left() + 6, self.box.top() + 4
        return left, top, left + width + 34, top + TITLE - 8

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-3, -3, 3, 3)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.title_box())
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        t = self.tokens
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(t.forward_soft)
        tint.setAlpha(90)
        painter.setBrush(tint)
        painter.setPen(paint.pen(t.selection if self.selected else t.line, 2.0 if self.selected else 1.4))
        painter.drawRoundedRect(self.box, 14, 14)
        if detail < paint.DETAIL:
            return
        room = int(self.box.width()) - 40
        name = paint.elided(self.name, 13, True, room)
        _, width, _ = paint.prepared(name, 13, True)
        left, middle = self.box.left() + 14, self.box.top() + TITLE / 2 + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.muted))
        painter.drawPolygon([QPointF(left, middle - 3), QPointF(left + 8, middle - 3), QPointF(left + 4, middle + 3)])
        paint.centred(painter, name, (left + 16 + width / 2, middle), 13, t.muted, bold=True)
