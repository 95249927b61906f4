"""Paints one node from its look; nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ..i18n import localize
from ..theme import Tokens
from ..widgets.errors import errors_stay_inside
from ..widgets.label import plain
from . import geometry, paint
from .appearance import Frame, NodeLook
from .captions import Area, room_for
from .geometry import Point
from .guides import Box
from .looks import Looks
from .node_stub import paint_stub, stub_areas, stub_bounds

_CAPTION = 20.0  # below the outline
BADGE = 9.0  # the radius of the mark on what has something wrong
_CELL = 7.0  # of a heat map


@errors_stay_inside
class NodeItem(QGraphicsItem):
    """Placed by its middle. Selection and hover are set by the scene."""

    def __init__(self, id: str, looks: Looks, tokens: Tokens) -> None:
        super().__init__()
        self.id, self.looks, self.tokens = id, looks, tokens
        self.frame = self.frame_now()
        self.selected = self.hovered = False
        self.lit_port: str | None = None  # lit while a wire hangs over it
        self._look: NodeLook | None = None
        self._age = -1
        self._bounds = self._about()
        self._solid: list[Area] = []
        self._widths: dict[str, float] = {}  # the room that its captions take, by their roles
        self._solid_as: object = None  # what that was worked out from
        self.setZValue(2)

    @property
    def look(self) -> NodeLook:
        """The look of this moment."""
        self.catch_up()
        assert self._look is not None
        return self._look

    def frame_now(self) -> Frame:
        return self.looks.frame(self.id)

    def look_now(self) -> NodeLook:
        return self.looks.node(self.id)

    def catch_up(self) -> None:
        """Takes up the look of this moment. Whoever calls this paints afterwards."""
        if self._age != self.looks.age:
            self._age = self.looks.age
            look = self.look_now()
            if look != self._look:
                known, self._look = self._look is not None, look
                self._explain()
                self._layer()
                self._make_room()
                if known:
                    self.looks.stirred.append(self.mapRectToScene(self._bounds))

    def reframe(self) -> bool:
        """Takes up another outline or other ports; whether there were any."""
        frame = self.frame_now()
        if frame == self.frame:
            return False
        self.prepareGeometryChange()
        self.frame = frame
        self._bounds = self._about()
        if self._look is not None:
            self._make_room()
        return True

    def recolour(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.update()

    def mark(self, *, selected: bool | None = None, hovered: bool | None = None, port: str | None = None) -> None:
        wanted = (
            self.selected if selected is None else selected,
            self.hovered if hovered is None else hovered,
            port,
        )
        if wanted != (self.selected, self.hovered, self.lit_port):
            self.selected, self.hovered, self.lit_port = wanted
            self.looks.note(self, marked=any((self.selected, self.hovered, self.lit_port is not None)))
            self._layer()
            self.update()

    def setOpacity(self, opacity: float) -> None:
        super().setOpacity(opacity)
        (self.looks.pale.add if opacity < 1 else self.looks.pale.discard)(self)

    def outline_box(self) -> QRectF:
        o = self.frame.outline
        return QRectF(-o.width / 2, -o.height / 2, o.width, o.height)

    def obstacle(self) -> Box:
        """What wires go round: the outline and its caption."""
        box = self.outline_box().translated(self.pos())
        return Box(box.left(), box.top(), box.right(), box.bottom() + _CAPTION)

    def input_point(self, port: str) -> Point:
        """Where the port sits, in scene coordinates."""
        names = self.frame.ports
        x, y = geometry.input_point(self.frame.outline, names.index(port), len(names))
        return self.x() + x, self.y() + y

    def output_point(self) -> Point:
        x, y = geometry.output_point(self.frame.outline)
        return self.x() + x, self.y() + y

    def extent(self) -> QRectF:
        """What it covers of the scene, texts included."""
        return self.mapRectToScene(self._measure())

    def _layer(self) -> None:
        """The node of the step lies below the wires, or its halo would cover their arrowheads; selected ones on top."""
        active = self._look is not None and self._look.active
        self.setZValue(0 if active else 4 if self.selected else 2)

    def _about(self) -> QRectF:
        """Room for the outline and most texts, known before the look is: another number needs no other bounds."""
        return self.outline_box().adjusted(-34, -14, 34, 52)

    def _make_room(self) -> None:
        bounds = self._bounds.united(self._measure())
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def _measure(self) -> QRectF:
        look = self.look
        bounds = self.outline_box().adjusted(-10, -10, 10, 10)
        for _, text, y in self.captions():
            bounds = bounds.united(paint.plate(text, (0, y), 12, pad=12))
        for place, port in enumerate(look.ports):
            bounds = bounds.united(paint.plate(port.name, self._port_name_at(place), 11))
        if look.heat:
            bounds = bounds.united(self._heat_box().adjusted(-2, -2, 2, 2))
        return bounds.united(stub_bounds(look)) if look.stub else bounds

    def solid(self) -> list[Area]:
        """What texts of wires may not cover, in scene coordinates."""
        known = self._look, self.frame, self.pos()
        if known != self._solid_as:
            boxes = [self.outline_box(), *(self._caption_area(*caption) for caption in self.captions())]
            boxes += [self._heat_box()] if self.look.heat else []
            boxes += stub_areas(self.look)
            x, y = self.x(), self.y()
            self._solid = [(x + b.left(), y + b.top(), x + b.right(), y + b.bottom()) for b in boxes]
            self._solid_as = known
        return self._solid

    def _caption_area(self, role: str, text: str, y: float) -> QRectF:
        box = paint.plate(text, (0, y), 12)
        width = self._widths[role] = room_for(box.width(), self._widths.get(role, 0.0))
        return QRectF(-width / 2, box.top(), width, box.height())

    def offer_area(self) -> QRectF:
        """Where what it offers is clicked, in scene coordinates; empty if it offers nothing."""
        areas = [paint.plate(text, (0, y), 12, pad=9) for role, text, y in self.captions() if role == "offer"]
        return self.mapRectToScene(areas[0]) if areas else QRectF()

    def _heat_box(self) -> QRectF:
        """Above the outline, each cell a small square."""
        rows, columns = len(self.look.heat), len(self.look.heat[0])
        cell = min(_CELL, 4 * _CELL / max(rows, 1))
        return QRectF(
            -columns * cell / 2, -self.frame.outline.height / 2 - 7 - rows * cell, columns * cell, rows * cell
        )

    def captions(self) -> list[tuple[str, str, float]]:
        """What stands below the outline: its role, its text, the height of its line."""
        look = self.look
        y, lines = look.outline.height / 2 + 13, []
        for role, text in (
            ("name", "" if look.source else paint.elided(look.name, 12, False, 170)),
            ("gradient", look.gradient),
            ("problem", paint.elided(localize(look.problem), 12, False, 300)),
            ("offer", localize(look.offer)),
        ):
            if text:
                y += 3 if role == "offer" else 0
                lines.append((role, text, y))
                y += 17
        return lines

    def _explain(self) -> None:
        kind, name, *problems = map(localize, self.look.about)
        self.setToolTip(plain("\n".join([f"{kind} “{name}”", *problems])))

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.outline_box())
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail > 0.25)
        if self.look.dimmed:
            painter.setOpacity(painter.opacity() * paint.DIMMED)
        self._paint_outline(painter, paint.bolder(detail))
        if detail < paint.DETAIL:
            return
        self._paint_texts(painter)
        self._paint_ports(painter)
        if self.look.stub:
            paint_stub(painter, self.look, self.tokens)
        if self.look.heat:
            self._paint_heat(painter)
        if self.look.badge:
            self._paint_badge(painter)

    def _paint_outline(self, painter: QPainter, bolder: float) -> None:
        t, look = self.tokens, self.look
        if look.active or self.selected:
            halo = {"forward": t.forward_soft, "backward": t.backward_soft, "": t.forward_soft}[look.active]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.see_through(halo, 170))
            self._draw(painter, 8 * bolder)
        colour = {"forward": t.forward, "backward": t.backward, "": t.forward if look.source else t.text}[look.active]
        if look.badge and not look.active:
            colour = t.error if look.badge == "error" else t.warning
        painter.setPen(
            paint.pen(t.selection if self.selected else colour, bolder * (2.6 if self.selected or look.active else 1.6))
        )
        painter.setBrush(QColor(t.hover if self.hovered and not self.selected else t.card))
        self._draw(painter, 0)
        if look.target and look.stub is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(paint.pen(t.backward, 2.0 * bolder, dashed=True))
            self._draw(painter, 5 * bolder)
        if look.trainable:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(paint.pen(colour, 1.0))
            self._draw(painter, -4)

    def _draw(self, painter: QPainter, grow: float) -> None:
        o, box = self.frame.outline, self.outline_box().adjusted(-grow, -grow, grow, grow)
        if o.shape == "circle":
            painter.drawEllipse(box)
        else:
            radius = box.height() / 2 if o.shape == "pill" else 12 + grow
            painter.drawRoundedRect(box, radius, radius)

    def _paint_texts(self, painter: QPainter) -> None:
        t, look, o = self.tokens, self.look, self.look.outline
        room = int(o.width) - 22
        if look.source:
            paint.centred(painter, paint.elided(look.name, 12, False, room), (0, -10), 12, t.muted)
            paint.centred(painter, paint.elided(look.main, 16, True, room), (0, 10), 16, t.text, bold=True)
        else:
            self._paint_symbol(painter)
        problem = t.error if look.badge == "error" else t.warning
        colours = {"name": t.muted, "gradient": t.backward, "problem": problem}
        for role, text, y in self.captions():
            if role == "offer":
                paint.chip(painter, text, (0, y), t.forward, t.card)
                continue
            paint.labelled(painter, text, (0, y), 12, colours[role], t.canvas)

    def _paint_symbol(self, painter: QPainter) -> None:
        t, look = self.tokens, self.look
        colour = {"forward": t.forward, "backward": t.backward, "": t.text}[look.active]
        main = localize(look.main)
        circled = look.outline.shape == "circle"
        size = {1: 27, 2: 20, 3: 17}.get(len(main), 14) if circled else 15
        paint.centred(
            painter,
            paint.elided(main, size, True, int(look.outline.width) - 12),
            (look.outline.inset, 0),
            size,
            colour,
            bold=True,
        )

    def _paint_ports(self, painter: QPainter) -> None:
        t, look = self.tokens, self.look
        for place, port in enumerate(look.ports):
            x, y = geometry.input_point(look.outline, place, len(look.ports))
            lit = self.lit_port == port.name
            self._dot(painter, x, y, lit=lit, wired=port.wired, colour=t.error if port.missing else t.wire)
            if look.outline.shape == "box":
                paint.centred(painter, port.name, self._port_name_at(place), 11, t.muted)
            elif (self.hovered or lit) and len(look.ports) > 1:
                paint.labelled(painter, port.name, self._port_name_at(place), 11, t.muted, t.canvas)
        if self.hovered or self.lit_port == "" or not look.stub:
            x, y = geometry.output_point(look.outline)
            self._dot(painter, x, y, lit=self.lit_port == "", wired=not self.hovered, colour=t.wire)

    def _port_name_at(self, place: int) -> Point:
        """The middle of a port's name: inside a box, outside a circle."""
        x, y = geometry.input_point(self.look.outline, place, len(self.look.ports))
        shift = 9 + paint.prepared(self.look.ports[place].name, 11)[1] / 2
        if self.look.outline.shape == "box":
            return x + shift, y
        beside = 0 if len(self.look.ports) == 1 else 13 if 2 * place >= len(self.look.ports) else -13
        return x - shift + (5 if beside else 0), y + beside

    def _dot(self, painter: QPainter, x: float, y: float, *, lit: bool, wired: bool, colour: str) -> None:
        t = self.tokens
        painter.setPen(paint.pen(t.forward if lit else colour, 1.5))
        painter.setBrush(QColor(t.forward if lit else colour if wired else t.card))
        radius = 6.5 if lit else 2.6 if wired else 4.0
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def _paint_heat(self, painter: QPainter) -> None:
        box = self._heat_box()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(box, paint.heat_image(self.look.heat, self.tokens.dark))
        painter.setPen(paint.pen(self.tokens.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def badge_point(self) -> Point:
        """The middle of the badge, from that of the node."""
        o = self.look.outline
        inset = (9, 9) if o.shape == "circle" else (4, 2)
        return o.width / 2 - inset[0], inset[1] - o.height / 2

    def _paint_badge(self, painter: QPainter) -> None:
        t = self.tokens
        x, y = self.badge_point()
        painter.setPen(paint.pen(t.canvas, 2))
        painter.setBrush(QColor(t.error if self.look.badge == "error" else t.warning))
        painter.drawEllipse(QPointF(x, y), BADGE, BADGE)
        paint.centred(painter, "!", (x, y), 13, t.card, bold=True)
