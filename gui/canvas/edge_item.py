"""Paints one wire from its look: the value above, the gradient below on the arrow that runs back, the local tag."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from graph_engine.graph import Edge

from ..i18n import localize
from ..theme import Tokens
from ..widgets.errors import errors_stay_inside
from . import paint
from .appearance import EdgeLook
from .captions import BACK, FANNED_AT, LABEL_AT, Claim, Text, room_for, wanted
from .geometry import Curve, Point, along, below
from .looks import ENOUGH, Looks
from .routing import Course

_ROOM = 44.0  # beside the curve, for texts
_LEAST = 150.0  # wires shorter than this show no local tag
_SIZES, _PADS = {"local": 12, "value": 14, "gradient": 14}, {"local": 7.0, "value": 3.0, "gradient": 3.0}


class Stroke(NamedTuple):
    """The lines of a wire: the way of the value, and beside it that of the gradient."""

    curve: Curve
    colour: str
    width: float
    backward: str  # the colour of the gradient's arrow
    back: float  # the width of its line; 0: none
    returns: bool  # whether a gradient came back, and has an arrowhead
    onward: bool  # whether it points the way of the value: forward mode
    opacity: float


@errors_stay_inside
class EdgeItem(QGraphicsItem):
    """Lies in scene coordinates; the scene gives it its two ends."""

    def __init__(self, edge: Edge, looks: Looks, tokens: Tokens, start: Point, end: Point) -> None:
        super().__init__()
        self.edge, self.looks, self.tokens = edge, looks, tokens
        self.selected = self.hovered = False
        self._look: EdgeLook | None = None
        self._age = -1
        self._claim: Claim | None = None
        self._lacks_room = self._urgent = False  # some of its texts have no place; they come before others
        self._placed: list[tuple[str, str, Point, int]] = []
        self._places: dict[str, Point] | None = None  # None until the layer of all texts has given them places
        self.setZValue(1)
        self.course = Course()
        self._lay(start, end)

    @property
    def look(self) -> EdgeLook:
        """The look of this moment."""
        self.catch_up()
        assert self._look is not None
        return self._look

    @property
    def ends(self) -> tuple[Point, Point]:
        return self.curve[0], self.curve[-1]

    def catch_up(self) -> None:
        """Takes up the look of this moment. Whoever calls this paints afterwards."""
        if self._age != self.looks.age:
            self._age = self.looks.age
            look = self.looks.edge(self.edge)
            if look != self._look:
                before, placed = self._look, self._placed
                self._look, self._claim = look, None
                self._make_room()
                if before is not None and _lines(before) == _lines(look):
                    self._stir(placed)
                elif before is not None:
                    self.looks.stirred.append(self._bounds)

    def _stir(self, placed: list[tuple[str, str, Point, int]]) -> None:
        """Its texts were these; what is another now is to be painted."""
        if len(self.looks.stirred) <= ENOUGH:
            for role, text, at, size in {*placed}.symmetric_difference(self._placed):
                self.looks.stirred.append(paint.plate(text, at, size, bold=role != "local", pad=10))

    def move_ends(self, start: Point, end: Point) -> None:
        if (start, end) != self.ends:
            self.prepareGeometryChange()
            self._lay(start, end)
            if self._look is not None:
                self._make_room()

    def lead(self, course: Course) -> bool:
        """Leads it along another course; whether that is new."""
        if course == self.course:
            return False
        self.prepareGeometryChange()
        self.course = course
        self._lay(*self.ends)
        if self._look is not None:
            self._make_room()
        return True

    def recolour(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.update()

    def mark(self, *, selected: bool | None = None, hovered: bool | None = None) -> None:
        marks = self.selected if selected is None else selected, self.hovered if hovered is None else hovered
        if marks != (self.selected, self.hovered):
            self.selected, self.hovered = marks
            self._urgent = self.selected and (self._urgent or self._lacks_room)
            self._claim = None
            self.looks.note(self, marked=self.selected or self.hovered)
            self.update()

    def _lay(self, start: Point, end: Point) -> None:
        """Finds its curve, and bounds with room for most texts: another number needs no other bounds."""
        self.curve = self.course.curve(start, end)
        xs, ys = zip(*self.curve, strict=True)
        left, top = min(xs) - _ROOM, min(ys) - _ROOM
        self._bounds = QRectF(left, top, max(xs) + _ROOM - left, max(ys) + _ROOM - top)
        self._laid: tuple[QPainterPath, QPainterPath] | None = None
        self._shape: QPainterPath | None = None
        self._claim = self._places = None
        self._widths: dict[str, float] = {}

    @property
    def path(self) -> QPainterPath:
        return self._paths()[0]

    def draw_into(self, path: QPainterPath) -> None:
        """Adds its curve to a path of many."""
        _draw(path, self.curve)

    def extent(self) -> QRectF:
        """What it covers of the scene, texts included."""
        forth, back = self._paths()
        extent = forth.boundingRect().united(back.boundingRect()).adjusted(-9, -9, 9, 9)
        self.catch_up()
        for _, text, at, size in self._placed:
            extent = extent.united(paint.plate(text, at, size, bold=True, pad=9))
        return extent

    def _paths(self) -> tuple[QPainterPath, QPainterPath]:
        """The way of the value, and that of the gradient beside it."""
        if self._laid is None:
            forth, back = QPainterPath(), QPainterPath()
            _draw(forth, self.curve)
            _draw(back, below(self.curve, BACK))
            self._laid = forth, back
        return self._laid

    @property
    def claim(self) -> Claim:
        """What is to be written beside it."""
        self.catch_up()
        return self._claimed()

    def _claimed(self) -> Claim:
        if self._claim is None:
            look = self._look
            assert look is not None
            texts = tuple(self._text(role, text) for role, text in self._said())
            self._widths = {text.role: text.width for text in texts}
            at = LABEL_AT if self._length() > _LEAST and not look.fans else FANNED_AT
            self._claim = Claim(self.curve, texts, at, look.low, self._urgent)
        return self._claim

    def settle(self, places: dict[str, Point]) -> None:
        """Takes up the places of its texts; those that have none are left out."""
        if places != self._places:
            self._places = places
            self._lacks_room = len(places) < len(self.claim.texts)
            placed = self._placed
            self._make_room()
            self._stir(placed)

    def _make_room(self) -> None:
        self._placed = self._labels()
        bounds = self._bounds
        for role, text, at, size in self._placed:
            box = paint.plate(text, at, size, bold=role != "local", pad=10)
            bounds = bounds if bounds.contains(box) else bounds.united(box)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def _labels(self) -> list[tuple[str, str, Point, int]]:
        """The texts that are there: what each is, where it stands and how large."""
        found = []
        claim = self._claimed()
        for (role, text), claimed in zip(self._said(), claim.texts, strict=True):
            at = wanted(claim, claimed) if self._places is None else self._places.get(role)
            if at is not None:
                found.append((role, text, at, _SIZES[role]))
        return found

    def _said(self) -> list[tuple[str, str]]:
        look = self._look
        assert look is not None
        local = localize(look.local) if self._length() > _LEAST else ""
        texts = (("local", local), ("value", look.value), ("gradient", look.gradient))
        return [(role, text) for role, text in texts if text]

    def _text(self, role: str, text: str) -> Text:
        """What a text takes."""
        _, width, height = paint.prepared(text, _SIZES[role], role != "local")
        return Text(role, room_for(width + 2 * _PADS[role], self._widths.get(role, 0.0)), height + 2)

    def _length(self) -> float:
        (x0, y0), (x1, y1) = self.ends
        return abs(x1 - x0) + abs(y1 - y0)

    def text_at(self, at: QPointF) -> tuple[str, QRectF]:
        """Which of its texts stands at a point of the scene, and on which plate; "" for none."""
        self.catch_up()
        for role, text, middle, size in self._placed:
            area = paint.plate(text, middle, size, bold=role != "local", pad=7)
            if area.contains(at):
                return role, area
        return "", QRectF()

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        if self._shape is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(14)
            self._shape = stroker.createStroke(self.path)
        return self._shape

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail > 0.25)
        if not self.looks.strokes.paint(painter):
            painter.save()
            self.paint_stroke(painter, detail)
            painter.restore()
        if detail >= paint.DETAIL:
            self.paint_texts(painter)

    def stroke(self, detail: float) -> Stroke:
        """What its lines look like, whatever numbers stand beside them."""
        t, look = self.tokens, self.look
        bolder = paint.bolder(detail)
        plain = t.error if look.fault else t.forward if look.active == "forward" else t.wire
        colour = t.selection if self.selected and not look.fault else plain
        strong = self.selected or self.hovered or look.fault or look.active == "forward"
        width = 2.8 if strong else 1.8
        if look.strength is not None:
            its, width = paint.encoded(t, self.looks.encoding.wires, look.strength)
            colour = colour if strong else its.name()
        returns = bool(look.gradient)
        back = 0.0 if not returns or self.looks.encoding.wires == "gradient" else 1.6
        if back and look.active == "backward":
            back = 2.4
        opacity = self.opacity() * (paint.DIMMED if look.dimmed else 1.0)
        return Stroke(self.curve, colour, bolder * width, t.backward, bolder * back, returns, look.onward, opacity)

    def paint_stroke(self, painter: QPainter, detail: float) -> None:
        """Paints its lines and arrowheads, without its texts."""
        look = self.stroke(detail)
        if self.look.dimmed:
            painter.setOpacity(painter.opacity() * paint.DIMMED)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(paint.pen(look.colour, look.width))
        painter.drawPath(self._paths()[0])
        if look.back:
            painter.setPen(paint.pen(look.backward, look.back, dashed=True))
            painter.drawPath(self._paths()[1])
        if detail >= paint.DETAIL:
            self._paint_arrowheads(painter, look)

    def _paint_arrowheads(self, painter: QPainter, look: Stroke) -> None:
        (x2, y2), (x3, y3) = self.curve[-2:]
        paint.arrowhead(painter, (x3, y3), (x3 - x2, y3 - y2 + 0.0001), look.colour, 9)
        if look.returns:
            back = below(self.curve, BACK)
            (x0, y0), (x1, y1) = (along(back, t) for t in ((1.0, 0.96) if look.onward else (0.0, 0.04)))
            tip = (x0 + (-2 if look.onward else 2), y0)
            paint.arrowhead(painter, tip, (x0 - x1, y0 - y1), look.backward, 9)

    def paint_lines(self, painter: QPainter) -> None:
        """Paints its lines in full detail, whatever the scale."""
        self.paint_stroke(painter, 1.0)

    def paint_texts(self, painter: QPainter) -> None:
        t = self.tokens
        if self.look.dimmed:
            painter.setOpacity(painter.opacity() * paint.DIMMED)
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
        wrong = self.look.fault
        colour = t.error if wrong else t.local
        painter.setPen(paint.pen(colour, 2.0 if wrong else 1.0))
        painter.setBrush(QColor(t.card if wrong else t.local_soft))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        paint.centred(painter, text, at, 12, colour)


def _draw(path: QPainterPath, curve: Curve) -> None:
    path.moveTo(*curve[0])
    for place in range(1, len(curve), 3):
        (x1, y1), (x2, y2), (x3, y3) = curve[place : place + 3]
        path.cubicTo(x1, y1, x2, y2, x3, y3)


def _lines(look: EdgeLook) -> tuple[object, ...]:
    """All of its look but the numbers that stand beside it."""
    return look.dimmed, look.active, look.strength, look.fault, look.onward, bool(look.gradient)
