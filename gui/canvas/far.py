"""The whole graph as flat shapes in a few strokes: what is painted where no text could be read.

Items are not visited here: there may be thirty thousand. Their outlines and curves lie ready in tiles; what moves, or
stands out, is painted on top by its own item.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from graph_engine.graph import Edge

from . import paint
from .edge_item import EdgeItem
from .far_names import MOST, paint_names
from .geometry import Shape
from .node_item import NodeItem

if TYPE_CHECKING:
    from .scene import CanvasScene

_TILE = 3000.0
_SMOOTH = 4500  # items; more are drawn without antialiasing, nodes as rectangles
_ONE_BY_ONE = 200  # items that stand out; more are drawn in one stroke too
_CLASSES = 5  # of widths and colours
_BACK_SHOWN = 0.15  # below this zoom the way back lies on the way there

Key = tuple[str, Shape]  # a colour's name, a shape


@dataclass
class _Tile:
    bounds: QRectF = field(default_factory=QRectF)
    nodes: dict[Key, list[QRectF]] = field(default_factory=dict)
    wires: list[EdgeItem] = field(default_factory=list)
    path: QPainterPath = field(default_factory=QPainterPath)
    back: QPainterPath = field(default_factory=QPainterPath)  # of the wires that have carried a gradient
    carried: Set[Edge] | None = None  # what `back` was drawn for
    encoded: dict[int, QPainterPath] = field(default_factory=dict)  # by class of strength
    age: int = -1  # the moment `encoded` was drawn for


class FarPicture:
    def __init__(self, scene: CanvasScene) -> None:
        self.scene = scene
        self._tiles: dict[tuple[int, int], _Tile] | None = None
        self._loose: Set[NodeItem] = frozenset()  # nodes that are on the move
        self._wrong: dict[str, str] = {}
        self._version = 0  # of the tiles

    def forget(self) -> None:
        """Nodes or wires came or went, or colours changed."""
        self._tiles = None
        self._loose = frozenset()

    def loosen(self, items: Set[NodeItem]) -> None:
        """These nodes have moved and may go on moving: with their wires, they are painted apart from the rest."""
        if self._tiles is not None and not items <= self._loose:
            self._tiles = None
            self._loose = frozenset(items) if len(items) <= _ONE_BY_ONE else frozenset()

    def paint(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        tiles = [tile for tile in self._all_tiles().values() if tile.bounds.intersects(exposed)]
        self._paint(painter, exposed, scale, [*tiles, self._loose_tile()], self._standing_out())
        if len(self.scene.nodes) <= MOST:
            moment = self.scene.looks.moment
            dimmed = {id for id in self.scene.nodes if moment.is_dimmed(id)}
            paint_names(painter, self.scene.boxes(), exposed, scale, dimmed)

    def still(self, scale: float) -> Hashable:
        """What `paint_still` paints; the same for as long as that would paint the same."""
        self._all_tiles()
        looks, tokens = self.scene.looks, self.scene.theme.tokens
        moment = looks.moment
        age = looks.age if looks.encoding.wires else 0
        back = id(moment.seen.edges) if scale >= _BACK_SHOWN else 0
        return self._version, id(tokens), moment.lit, looks.encoding, age, back

    def paint_still(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        """Paints all but what is on the move or stands out."""
        self._paint(painter, exposed, scale, list(self._all_tiles().values()), ([], []))

    def paint_moving(self, painter: QPainter, scale: float) -> None:
        """Paints what is on the move or stands out, in a few strokes."""
        nodes, wires = self._standing_out()
        self._paint(painter, QRectF(), scale, [self._loose_tile()], ([], []))
        self._paint_chosen(painter, [item for item in wires if item.selected])
        self._paint_chosen(painter, [item for item in nodes if item.selected])

    def _paint(
        self,
        painter: QPainter,
        exposed: QRectF,
        scale: float,
        tiles: list[_Tile],
        standing_out: tuple[list[NodeItem], list[EdgeItem]],
    ) -> None:
        smooth = sum(len(tile.wires) + sum(map(len, tile.nodes.values())) for tile in tiles) <= _SMOOTH
        nodes, wires = standing_out
        lit = self.scene.looks.moment.lit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        self._paint_wires(painter, tiles, scale)
        self._paint_items(painter, wires)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        self._paint_nodes(painter, tiles, smooth)
        if lit is not None and not exposed.isEmpty():
            self._light(painter, lit, exposed)
        self._paint_items(painter, nodes)
        self._pale(painter)

    # -- the tiles -----------------------------------------------------------------------------------------------------

    def _all_tiles(self) -> dict[tuple[int, int], _Tile]:
        wrong = dict.fromkeys(self.scene.looks.moment.findings, "warning") | {
            id: "error" if any(p.severity == "error" for p in found) else "warning"
            for id, found in self.scene.session.results.problems.items()
        }
        if self._tiles is None or wrong != self._wrong:
            self._wrong = wrong
            self._tiles = {}
            self._version += 1
            for node in self.scene.boxes():
                if node not in self._loose:
                    self._put_node(node)
            moving = {wire for node in self._loose for wire in self.scene.wires_at(node)}
            for wire in self.scene.edges.values():
                if wire not in moving:
                    _put_wire(wire, self._tile(*wire.curve[0]))
        return self._tiles

    def _loose_tile(self) -> _Tile:
        tile = _Tile()
        for node in self._loose:
            self._put_node(node, tile)
        for wire in {wire for node in self._loose for wire in self.scene.wires_at(node)}:
            _put_wire(wire, tile)
        return tile

    def _tile(self, x: float, y: float) -> _Tile:
        assert self._tiles is not None
        return self._tiles.setdefault((int(x // _TILE), int(y // _TILE)), _Tile())

    def _put_node(self, node: NodeItem, tile: _Tile | None = None) -> None:
        x, y, o = node.x(), node.y(), node.frame.outline
        tile, box = tile or self._tile(x, y), QRectF(x - o.width / 2, y - o.height / 2, o.width, o.height)
        colour = self._wrong.get(node.id) or ("forward" if node.frame.source else "text")
        tile.nodes.setdefault((colour, o.shape), []).append(box)
        tile.bounds |= box

    # -- painting ------------------------------------------------------------------------------------------------------

    def _paint_wires(self, painter: QPainter, tiles: Iterable[_Tile], scale: float) -> None:
        t = self.scene.theme.tokens
        strength = min(1.0, max(0.4, 1.8 * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if scale >= _BACK_SHOWN and self.scene.looks.encoding.wires != "gradient":
            painter.setPen(paint.hairline(paint.mixed(t.canvas, t.backward, strength)))
            painter.translate(0, 8)
            for tile in tiles:
                painter.drawPath(self._way_back(tile))
            painter.translate(0, -8)
        painter.setPen(paint.hairline(paint.mixed(t.canvas, t.wire, strength)))
        for tile in tiles:
            painter.drawPath(tile.path)
        if self.scene.looks.encoding.wires:
            self._paint_encoded(painter, tiles)

    def _paint_encoded(self, painter: QPainter, tiles: Iterable[_Tile]) -> None:
        """Wires over the plain ones, in a few classes of strength."""
        t, looks = self.scene.theme.tokens, self.scene.looks
        for tile in tiles:
            if tile.age != looks.age:
                tile.age, tile.encoded = looks.age, {}
                for wire in tile.wires:
                    strength = looks.moment.strength(wire.edge)
                    if strength is not None:
                        wire.draw_into(tile.encoded.setdefault(round(strength * _CLASSES), QPainterPath()))
        for step in range(_CLASSES + 1):
            colour, width = paint.encoded(t, looks.encoding.wires, step / _CLASSES)
            painter.setPen(paint.hairline(colour, max(1.0, width / 2.5)))
            for tile in tiles:
                if step in tile.encoded:
                    painter.drawPath(tile.encoded[step])

    def _way_back(self, tile: _Tile) -> QPainterPath:
        carried = self.scene.looks.moment.seen.edges
        if tile.carried is not carried:
            tile.carried, tile.back = carried, QPainterPath()
            for wire in tile.wires:
                if wire.edge in carried:
                    wire.draw_into(tile.back)
        return tile.back

    def _paint_nodes(self, painter: QPainter, tiles: Iterable[_Tile], smooth: bool) -> None:
        t = self.scene.theme.tokens
        painter.setBrush(QColor(t.card))
        for colour in ("text", "forward", "warning", "error"):
            painter.setPen(paint.hairline(QColor(getattr(t, colour))))
            for tile in tiles:
                for (its, shape), boxes in tile.nodes.items():
                    if its == colour:
                        _draw(painter, shape, boxes, smooth)

    def _standing_out(self) -> tuple[list[NodeItem], list[EdgeItem]]:
        """What is marked, the target, what the gradient check found wrong, or part of the step just taken."""
        scene, moment = self.scene, self.scene.looks.moment
        nodes = {item for item in scene.looks.marked if isinstance(item, NodeItem)}
        wires = {item for item in scene.looks.marked if isinstance(item, EdgeItem)}
        outstanding = [moment.results.target] + ([] if moment.step is None else [moment.step.node])
        nodes.update(item for id in outstanding if id and (item := scene.item_of(id)) is not None)
        if moment.step is not None:
            wires.update(wire for edge in moment.step.edges if (wire := scene.wire_of(edge)) is not None)
        faulty = [what for what in moment.faults if isinstance(what, Edge)]
        wires.update(wire for edge in faulty if (wire := scene.wire_of(edge)) is not None)
        return sorted(nodes, key=NodeItem.zValue), sorted(wires, key=EdgeItem.zValue)

    def _paint_items(self, painter: QPainter, items: list[NodeItem] | list[EdgeItem]) -> None:
        if len(items) > _ONE_BY_ONE:
            self._paint_chosen(painter, items)
            return
        option = QStyleOptionGraphicsItem()
        for item in items:
            painter.save()
            painter.translate(item.pos())
            item.paint(painter, option)
            painter.restore()

    def _paint_chosen(self, painter: QPainter, items: list[NodeItem] | list[EdgeItem]) -> None:
        """Too many to visit: selected ones in one stroke."""
        t = self.scene.theme.tokens
        painter.setPen(paint.hairline(QColor(t.selection), 2))
        painter.setBrush(QColor(t.card))
        painter.drawRects([item.mapRectToScene(item.outline_box()) for item in items if isinstance(item, NodeItem)])
        path = QPainterPath()
        for item in items:
            if isinstance(item, EdgeItem):
                item.draw_into(path)
        painter.setPen(paint.hairline(QColor(t.selection)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _light(self, painter: QPainter, lit: Set[str], exposed: QRectF) -> None:
        """Veils everything, and paints what is lit on top."""
        veil = QColor(self.scene.theme.tokens.canvas)
        veil.setAlphaF(1 - paint.DIMMED)
        painter.fillRect(exposed, veil)
        self._paint_items(painter, [w for e, w in self.scene.edges.items() if e.source in lit and e.target in lit])
        self._paint_items(painter, [self.scene.nodes[id] for id in lit if id in self.scene.nodes])

    def _pale(self, painter: QPainter) -> None:
        """Veils what a gesture has made pale."""
        if self.scene.looks.pale:
            veil = QColor(self.scene.theme.tokens.canvas)
            veil.setAlpha(170)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRects([item.mapRectToScene(item.outline_box()) for item in self.scene.looks.pale])


def _put_wire(wire: EdgeItem, tile: _Tile) -> None:
    wire.draw_into(tile.path)
    tile.wires.append(wire)
    tile.bounds |= wire.boundingRect()


def _draw(painter: QPainter, shape: Shape, boxes: list[QRectF], smooth: bool) -> None:
    if not smooth:
        painter.drawRects(boxes)
    elif shape == "circle":
        for box in boxes:
            painter.drawEllipse(box)
    else:
        for box in boxes:
            radius = box.height() / 2 if shape == "pill" else 12
            painter.drawRoundedRect(box, radius, radius)


def paint_trees(painter: QPainter, items: Iterable[QGraphicsItem]) -> None:
    """Paints items and what lies on them, as a view does."""
    for item in items:
        if item.isVisible():
            below = [child for child in item.childItems() if _is_behind(child)]
            painter.save()
            painter.setTransform(item.transform() * QTransform.fromTranslate(item.x(), item.y()), True)
            painter.setOpacity(painter.opacity() * item.opacity())
            paint_trees(painter, below)
            option = QStyleOptionGraphicsItem()
            option.exposedRect = item.boundingRect()
            painter.save()
            item.paint(painter, option)
            painter.restore()
            paint_trees(painter, [child for child in item.childItems() if not _is_behind(child)])
            painter.restore()


def _is_behind(item: QGraphicsItem) -> bool:
    return bool(item.flags() & QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent) or item.zValue() < 0
