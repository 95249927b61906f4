"""One item per node and wire; follows the session and holds nothing of its own."""

from __future__ import annotations

import math
from collections.abc import Set
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsSceneHelpEvent

from graph_engine.document import Edit, touched
from graph_engine.document.edits import AddNode, Connect, Disconnect, RemoveNode, SetAttribute, flat
from graph_engine.graph import Edge

from ..session import Session
from ..theme import Theme
from ..widgets.errors import errors_stay_inside
from . import paint
from .captions_layer import CaptionsLayer
from .edge_item import EdgeItem
from .encoding import Encoding
from .far import FarPicture, paint_trees
from .geometry import Point
from .group_item import GroupItem
from .group_layer import GroupLayer
from .looks import Looks
from .node_item import NodeItem
from .notes_layer import NotesLayer
from .routing import MOST, Course, Routes, parallel

_WORLD = 100_000.0
_DEPTH = 16  # halvings of the world, so that squares are about as large as what is seen of it
_GRID = 24
_MEASURED = 600  # items; the bounds of more are taken as they are, without their texts
_REACH = 13.0  # how near to a port counts as on it


@dataclass(frozen=True)
class Hit:
    """What lies under a point."""

    kind: Literal["input", "output", "node", "group", "edge", "note", "handle", "nothing"]
    node: str = ""  # of a port of a group: the node inside
    port: str = ""
    edge: Edge | None = None
    note: str = ""
    handle: str = ""
    group: str = ""


@errors_stay_inside
class CanvasScene(QGraphicsScene):
    turned = Signal()  # items have other looks now; they take them up when they are painted

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Edge, EdgeItem] = {}
        self.looks, self.routes, self.captions = Looks(session), Routes(), CaptionsLayer()
        self.far = FarPicture(self)
        self.groups = GroupLayer(self)
        self._wires: dict[NodeItem, dict[Edge, EdgeItem]] = {}
        self._items: dict[Edge, tuple[NodeItem, ...]] = {}  # at the ends of each wire
        self._marked: set[NodeItem | EdgeItem] = set()
        self.others: list[QGraphicsItem] = []  # whatever else lies on the canvas
        self.notes = NotesLayer(self)
        self.setSceneRect(-_WORLD, -_WORLD, 2 * _WORLD, 2 * _WORLD)
        self.setBspTreeDepth(_DEPTH)
        session.changed.connect(self._follow)
        session.replaced.connect(self.rebuild)
        session.level.changed.connect(self._relevel)
        session.selection.changed.connect(self._mark_selection)
        parts = session.playhead.moved, session.spotlight.changed, session.checked.changed, session.diagnosis.changed
        for signal in (*parts, session.glimpsed):
            signal.connect(self.refresh)
        theme.changed.connect(self._recolour)
        self.rebuild()

    # -- reading -------------------------------------------------------------------------------------------------------

    def hit(self, at: QPointF, reach: float = _REACH) -> Hit:
        """What a person means by pointing at `at`: the nearest port within `reach`, else a node, a wire, a note."""
        held = self.notes.handle_at(at, reach)
        if held is not None:
            return Hit("handle", note=held[0], handle=held[1])
        found = self.items(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))
        near = [item for item in found if isinstance(item, NodeItem)]
        distance, port = min(
            (self._nearest_port(item, at) for item in near), key=itemgetter(0), default=(reach + 1, None)
        )
        if port is not None and distance <= reach:
            return port
        for item in near:
            if item.shape().contains(item.mapFromScene(at)):
                return Hit("group", group=item.group_id) if isinstance(item, GroupItem) else Hit("node", item.id)
        wires = [item for item in found if isinstance(item, EdgeItem) and item.shape().contains(at)]
        if wires:
            return Hit("edge", edge=wires[0].edge)
        title = self.groups.title_at(at)
        if title is not None:
            return Hit("group", group=title)
        note = self.notes.at(at)
        return Hit("note", note=note) if note is not None else Hit("nothing")

    def wire_near(self, at: QPointF, reach: float) -> Edge | None:
        """The wire that passes within `reach` of a point, the nearest by its middle where there are several."""
        around = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        near = [item for item in self.items(around) if isinstance(item, EdgeItem) and item.shape().intersects(around)]
        middles = [(QLineF(at, item.boundingRect().center()).length(), item.edge) for item in near]
        return min(middles, key=itemgetter(0))[1] if middles else None

    def bounds(self, ids: frozenset[str] | None = None, notes: frozenset[str] | None = None) -> QRectF:
        """The rectangle around everything, or around the nodes `ids` and the notes `notes`.

        Of a large graph it is right to within a caption.
        """
        shown = [self.item_of(id) for id in ids] if ids is not None else self.boxes()
        items: list[NodeItem | EdgeItem] = [item for item in dict.fromkeys(shown) if item is not None]
        if ids is None:
            items += self.edges.values()
        exact = len(items) <= _MEASURED
        rect = self.notes.bounds(notes if ids is None else notes or frozenset())
        for item in items:
            rect = rect.united(item.extent() if exact else item.sceneBoundingRect())
        for frame in self.groups.frames.values() if ids is None else ():
            rect = rect.united(frame.sceneBoundingRect())
        return rect

    def boxes(self) -> list[NodeItem]:
        """All nodes and collapsed groups."""
        return [*self.nodes.values(), *self.groups.boxes.values()]

    def item_of(self, node: str) -> NodeItem | None:
        """Where a node is seen: in its own item, or in that of the collapsed group it is in."""
        return self.nodes.get(node) or self.groups.box_of(node)

    def output_point(self, node: str) -> Point:
        """Where the value of a node leaves, or the group that it is in."""
        box = self.groups.box_of(node)
        return self.nodes[node].output_point() if box is None else box.inner_output_point(node)

    def input_point(self, node: str, port: str) -> Point:
        box = self.groups.box_of(node)
        return self.nodes[node].input_point(port) if box is None else box.inner_input_point(node, port)

    def wire_of(self, edge: Edge) -> EdgeItem | None:
        """The wire in which an edge is seen."""
        shown = self.groups.shown
        return self.edges.get(edge if shown is None else shown.wire_of.get(edge, edge))

    def _nearest_port(self, item: NodeItem, at: QPointF) -> tuple[float, Hit]:
        if isinstance(item, GroupItem):
            return self._nearest_port_of_group(item, at)
        ends = [(Hit("output", item.id), item.output_point())]
        ends += [(Hit("input", item.id, port), item.input_point(port)) for port in item.frame.ports]
        return min(((QLineF(at, QPointF(*p)).length(), hit) for hit, p in ends), key=itemgetter(0))

    def _nearest_port_of_group(self, item: GroupItem, at: QPointF) -> tuple[float, Hit]:
        face, group = self.looks.face(item.group_id), item.group_id
        ends = [(Hit("output", out.node, group=group), item.inner_output_point(out.node)) for out in face.outputs]
        ends += [(Hit("input", *e.key, group=group), item.inner_input_point(*e.key)) for e in face.inputs]
        far = (math.inf, Hit("nothing"))
        return min(((QLineF(at, QPointF(*p)).length(), hit) for hit, p in ends), key=itemgetter(0), default=far)

    # -- following -----------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        self.clear()
        self.nodes, self.edges, self._wires, self._items, self._marked, self.others = {}, {}, {}, {}, set(), []
        self.looks.turn()
        self.looks.marked.clear()
        self.looks.pale.clear()
        self.groups.forget()
        self.groups.decide()
        shown = self.groups.shown
        for id in self.session.document.positions if shown is None else sorted(shown.nodes):
            self._add_node(id)
        self.groups.populate()
        for edge in self.groups.wires():
            self._add_edge(edge)
        self.notes.rebuild(self.session.document, self.theme.tokens)
        self.notes.show_all(self.session.level.inside is None)
        self._route()
        self.far.forget()
        self._mark_selection()

    def repopulate(self) -> None:
        """Groups came, went, opened or closed: puts on the canvas what should be there, and nothing else."""
        before = self.groups.shown
        self.groups.decide()
        shown = self.groups.shown
        nodes = self.session.document.positions.keys() if shown is None else shown.nodes
        wires = set(self.groups.wires())
        for edge in [edge for edge in self.edges if before is not None or edge not in wires or shown is not None]:
            self._drop_edge(edge)
        for id in self.nodes.keys() - nodes:
            self.drop(self.nodes.pop(id))
        for id in sorted(nodes - self.nodes.keys()):
            self._add_node(id)
        for id, item in self.nodes.items():
            item.setPos(*self.session.document.positions[id])
        self._reframe(self.nodes.keys())
        self.groups.populate()
        for edge in self.groups.wires():
            if edge not in self.edges:
                self._add_edge(edge)
        self.notes.show_all(self.session.level.inside is None)
        self.looks.turn()
        self.far.forget()
        self._mark_selection()
        self.update()

    def _relevel(self) -> None:
        self.repopulate()
        self._route()

    def refresh(self) -> None:
        """Another moment is to be seen."""
        self.looks.turn()
        self._reframe(self.session.results.lent.keys())
        self.turned.emit()

    def encode(self, encoding: Encoding) -> None:
        """Switches what widths, colours and heat maps say."""
        if encoding != self.looks.encoding:
            self.looks.encoding = encoding
            self.far.forget()
            self.refresh()
            self.update()

    def catch_up(self, area: QRectF) -> list[QGraphicsItem]:
        """Gives what can be seen of `area`, the lower first, the looks of this moment."""
        mode, order = Qt.ItemSelectionMode.IntersectsItemBoundingRect, Qt.SortOrder.AscendingOrder
        seen = self.items(area, mode, order)
        for item in seen:
            if isinstance(item, NodeItem | EdgeItem):
                item.catch_up()
        return seen

    def paint_far(self, painter: QPainter, exposed: QRectF) -> None:
        """Paints `exposed` without visiting nodes and wires; the painter stands in scene coordinates."""
        self.drawBackground(painter, exposed)
        upright = sorted(self.others, key=QGraphicsItem.zValue)
        paint_trees(painter, [item for item in upright if item.zValue() < 0])
        self.far.paint(painter, exposed, painter.worldTransform().m11())
        paint_trees(painter, [item for item in upright if item.zValue() >= 0])

    def wires_at(self, item: NodeItem) -> list[EdgeItem]:
        """The wires that end at a node or a collapsed group."""
        return list(self._wires.get(item, {}).values())

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        self.notes.follow(self.session.document, concerned.notes, self.theme.tokens)
        if concerned.numbers or concerned.words:
            self.refresh()
        grouped = self.groups.shown is not None or bool(self.session.document.groups)
        if concerned.groups or (grouped and (concerned.structure or concerned.words)):
            self.repopulate()  # ports of groups are called after nodes
        elif concerned.structure:
            self._follow_structure(edit)
        self._reframe(concerned.values | concerned.words)
        self._place(concerned.moved)
        if concerned.structure or concerned.moved or concerned.values or concerned.words or concerned.groups:
            self._route(anew=concerned.structure or bool(concerned.groups))
        self._mark_selection()

    def _follow_structure(self, edit: Edit) -> None:
        graph = self.session.document.graph
        changed: set[str] = set()
        arriving: list[Edge] = []
        for part in flat(edit):
            match part:
                case AddNode(node=node) if node.id in graph and node.id not in self.nodes:
                    self._add_node(node.id)
                case RemoveNode(id=id) if id not in graph and id in self.nodes:
                    self.drop(self.nodes.pop(id))
                case Connect(edge=edge) if graph.has_edge(edge) and edge not in self.edges:
                    changed.add(edge.target)
                    arriving.append(edge)
                case Disconnect(edge=edge) if not graph.has_edge(edge) and edge in self.edges:
                    changed.add(edge.target)
                    self._drop_edge(edge)
                case SetAttribute(id=id):
                    changed.add(id)
        self._reframe(changed)
        for edge in arriving:
            self._add_edge(edge)
        self.far.forget()

    def _drop_edge(self, edge: Edge) -> None:
        self.drop(self.edges.pop(edge))
        for end in self._items.pop(edge):
            self._wires.get(end, {}).pop(edge, None)

    def drop(self, item: NodeItem | EdgeItem) -> None:
        self.looks.forget(item)
        self._marked.discard(item)
        if isinstance(item, NodeItem):
            self._wires.pop(item, None)
        self.removeItem(item)

    def _add_node(self, id: str) -> None:
        item = NodeItem(id, self.looks, self.theme.tokens)
        item.setPos(*self.session.document.positions[id])
        self.nodes[id] = item
        self.addItem(item)

    def _add_edge(self, edge: Edge) -> None:
        items = [item for node in (edge.source, edge.target) if (item := self.item_of(node)) is not None]
        wire = EdgeItem(edge, self.looks, self.theme.tokens, *self._ends(edge))
        self.edges[edge], self._items[edge] = wire, tuple(items)
        for item in items:
            self._wires.setdefault(item, {})[edge] = wire
        self.addItem(wire)

    def _reframe(self, ids: Set[str]) -> None:
        """The outline or the ports of these nodes may be others now."""
        self._attach({self.nodes[id] for id in ids if id in self.nodes and self.nodes[id].reframe()})

    def _place(self, ids: Set[str]) -> None:
        known = [self.nodes[id] for id in ids if id in self.nodes]
        for item in known:
            item.setPos(*self.session.document.positions[item.id])
        self._attach({*known, *self.groups.place(ids)})

    def _attach(self, items: Set[NodeItem]) -> None:
        """Puts the ends of their wires on the ports of these nodes and groups."""
        wires = {edge: wire for item in items for edge, wire in self._wires.get(item, {}).items()}
        for edge, wire in wires.items():
            wire.move_ends(*self._ends(edge))
        if items:
            self.far.loosen(items)

    def _route(self, *, anew: bool = True) -> None:
        """Leads wires round the nodes in their way; in a large graph only parts those between the same two nodes."""
        crowded = len(self.edges) > MOST
        if crowded and not anew:
            return
        obstacles = {} if crowded else {node.id: node.obstacle() for node in self.boxes()}
        seen = {self.groups.seen(edge): edge for edge in self.edges}
        concerned = parallel(seen) if crowded else seen
        led = self.routes.follow(obstacles, {edge: self._ends(seen[edge]) for edge in concerned})
        if any([self.edges[edge].lead(led.get(one, Course())) for one, edge in seen.items()]):
            self.far.forget()

    def _ends(self, edge: Edge) -> tuple[Point, Point]:
        return self.output_point(edge.source), self.input_point(edge.target, edge.port)

    def _mark_selection(self) -> None:
        selection = self.session.selection
        chosen: set[NodeItem | EdgeItem] = {self.nodes[id] for id in selection.nodes if id in self.nodes}
        chosen.update(self.groups.mark(selection.nodes))
        chosen.update(self.edges[edge] for edge in selection.edges if edge in self.edges)
        for item in self._marked ^ chosen:
            item.mark(selected=item in chosen)
        self._marked = chosen
        self.notes.mark(selection.notes)

    def _recolour(self) -> None:
        for node in self.boxes():
            node.recolour(self.theme.tokens)
        for frame in self.groups.frames.values():
            frame.recolour(self.theme.tokens)
        for wire in self.edges.values():
            wire.recolour(self.theme.tokens)
        self.notes.recolour(self.theme.tokens)
        self.far.forget()
        self.update()

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def addItem(self, item: QGraphicsItem) -> None:
        super().addItem(item)
        if not isinstance(item, NodeItem | EdgeItem):
            self.others.append(item)

    def removeItem(self, item: QGraphicsItem) -> None:
        super().removeItem(item)
        if item in self.others:
            self.others.remove(item)

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        self.catch_up(QRectF(event.scenePos(), QSizeF(1.0, 1.0)))
        super().helpEvent(event)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self.theme.tokens
        painter.fillRect(rect, QColor(tokens.canvas))
        scale = painter.worldTransform().m11()
        if scale < 0.5:
            return
        painter.setPen(QPen(QColor(tokens.grid), 1.6 / max(scale, 1.0)))
        left, top = int(rect.left()) - int(rect.left()) % _GRID, int(rect.top()) - int(rect.top()) % _GRID
        painter.drawPoints(paint.grid(left, top, int(rect.right()) + 1, int(rect.bottom()) + 1, _GRID))
