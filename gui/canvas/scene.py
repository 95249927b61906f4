"""One item per node and wire; follows the session and holds nothing of its own."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsScene

from graph_engine.document import Edit, touched
from graph_engine.document.edits import AddNode, Connect, Disconnect, RemoveNode, flat
from graph_engine.graph import Edge

from ..session import Session
from ..theme import Theme
from .appearance import Moment, edge_look, node_look
from .edge_item import EdgeItem
from .node_item import NodeItem

_WORLD = 100_000.0
_GRID = 24
_REACH = 13.0  # how near to a port counts as on it


@dataclass(frozen=True)
class Hit:
    """What lies under a point."""

    kind: Literal["input", "output", "node", "edge", "nothing"]
    node: str = ""
    port: str = ""
    edge: Edge | None = None


class CanvasScene(QGraphicsScene):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Edge, EdgeItem] = {}
        self.setSceneRect(-_WORLD, -_WORLD, 2 * _WORLD, 2 * _WORLD)
        session.changed.connect(self._follow)
        session.replaced.connect(self.rebuild)
        session.playhead.moved.connect(self.refresh)
        session.selection.changed.connect(self._mark_selection)
        theme.changed.connect(self._recolour)
        self.rebuild()

    # -- reading -------------------------------------------------------------------------------------------------------

    def hit(self, at: QPointF, reach: float = _REACH) -> Hit:
        """What a person means by pointing at `at`: the nearest port within `reach`, else a node, else a wire."""
        found = self.items(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))
        near = [item for item in found if isinstance(item, NodeItem)]
        distance, port = min(
            (self._nearest_port(item, at) for item in near), key=itemgetter(0), default=(reach + 1, None)
        )
        if port is not None and distance <= reach:
            return port
        for item in near:
            if item.shape().contains(item.mapFromScene(at)):
                return Hit("node", item.id)
        wires = [item for item in found if isinstance(item, EdgeItem) and item.shape().contains(at)]
        return Hit("edge", edge=wires[0].edge) if wires else Hit("nothing")

    def wire_near(self, at: QPointF, reach: float) -> Edge | None:
        """The wire that passes within `reach` of a point, the nearest by its middle where there are several."""
        around = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        near = [item for item in self.items(around) if isinstance(item, EdgeItem) and item.shape().intersects(around)]
        middles = [(QLineF(at, item.boundingRect().center()).length(), item.edge) for item in near]
        return min(middles, key=itemgetter(0))[1] if middles else None

    def bounds(self, ids: frozenset[str] | None = None) -> QRectF:
        """The rectangle around all nodes and wires, or around the nodes `ids`."""
        rect = QRectF()
        for id, item in self.nodes.items():
            if ids is None or id in ids:
                rect = rect.united(item.sceneBoundingRect())
        if ids is None:
            for wire in self.edges.values():
                rect = rect.united(wire.sceneBoundingRect())
        return rect

    def _nearest_port(self, item: NodeItem, at: QPointF) -> tuple[float, Hit]:
        ends = [(Hit("output", item.id), item.output_point())]
        ends += [(Hit("input", item.id, port.name), item.input_point(port.name)) for port in item.look.ports]
        return min(((QLineF(at, QPointF(*p)).length(), hit) for hit, p in ends), key=itemgetter(0))

    # -- following -----------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        self.clear()
        self.nodes, self.edges = {}, {}
        moment, graph = self._moment(), self.session.document.graph
        for node in graph.nodes:
            self._add_node(moment, node.id)
        for edge in graph.edges:
            self._add_edge(moment, edge)
        self._mark_selection()

    def refresh(self) -> None:
        """Gives every item the look of this moment; items whose look is the same do nothing."""
        moment = self._moment()
        for id, node in self.nodes.items():
            node.show_look(node_look(moment, id))
        for edge, wire in self.edges.items():
            wire.show_look(edge_look(moment, edge))
            self._attach(wire)

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure:
            moment = self._moment()
            for part in flat(edit):
                self._follow_structure(moment, part)
        for id in concerned.moved:
            self._place(id)
        if concerned.numbers or concerned.words:
            self.refresh()
        self._mark_selection()

    def _follow_structure(self, moment: Moment, part: Edit) -> None:
        graph = self.session.document.graph
        match part:
            case AddNode(node=node) if node.id in graph and node.id not in self.nodes:
                self._add_node(moment, node.id)
            case RemoveNode(id=id) if id not in graph and id in self.nodes:
                self.removeItem(self.nodes.pop(id))
            case Connect(edge=edge) if graph.has_edge(edge) and edge not in self.edges:
                self._add_edge(moment, edge)
            case Disconnect(edge=edge) if not graph.has_edge(edge) and edge in self.edges:
                self.removeItem(self.edges.pop(edge))

    def _add_node(self, moment: Moment, id: str) -> None:
        item = NodeItem(node_look(moment, id), self.theme.tokens)
        self.nodes[id] = item
        self.addItem(item)
        item.setPos(*self.session.document.positions[id])

    def _add_edge(self, moment: Moment, edge: Edge) -> None:
        start, end = self.nodes[edge.source].output_point(), self.nodes[edge.target].input_point(edge.port)
        item = EdgeItem(edge_look(moment, edge), self.theme.tokens, start, end)
        self.edges[edge] = item
        self.addItem(item)

    def _place(self, id: str) -> None:
        if id in self.nodes:
            self.nodes[id].setPos(*self.session.document.positions[id])
            for edge in self.session.document.graph.edges_at(id):
                self._attach(self.edges[edge])

    def _attach(self, wire: EdgeItem) -> None:
        edge = wire.edge
        wire.move_ends(self.nodes[edge.source].output_point(), self.nodes[edge.target].input_point(edge.port))

    def _mark_selection(self) -> None:
        selection = self.session.selection
        for id, node in self.nodes.items():
            node.mark(selected=id in selection.nodes)
        for edge, wire in self.edges.items():
            wire.mark(selected=edge in selection.edges)

    def _recolour(self) -> None:
        for node in self.nodes.values():
            node.recolour(self.theme.tokens)
        for wire in self.edges.values():
            wire.recolour(self.theme.tokens)
        self.update()

    def _moment(self) -> Moment:
        session = self.session
        return Moment(session.document, session.results, session.playhead.seen(), session.playhead.step)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self.theme.tokens
        painter.fillRect(rect, QColor(tokens.canvas))
        scale = painter.worldTransform().m11()
        if scale < 0.5:
            return
        painter.setPen(QPen(QColor(tokens.grid), 1.6 / max(scale, 1.0)))
        left, top = int(rect.left()) - int(rect.left()) % _GRID, int(rect.top()) - int(rect.top()) % _GRID
        painter.drawPoints(
            [
                QPointF(x, y)
                for x in range(left, int(rect.right()) + 1, _GRID)
                for y in range(top, int(rect.bottom()) + 1, _GRID)
            ]
        )
