"""Pulls a wire between an output and an input, from either end, and says why where it doesn't fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from graph_engine.document import compose, edits
from graph_engine.graph import Edge
from graph_engine.sentence import Sentence

from ...i18n import localize, tr
from ..geometry import wire
from ..offers import Tie
from ..paint import pen
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView

_PALE = 0.32


class DragWire(Gesture):
    """One end is fixed: the output of `source`, or the input `target`. `instead_of` is the wire taken off its port."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        view: CanvasView,
        event: QMouseEvent,
        *,
        source: str | None = None,
        target: tuple[str, str] | None = None,
        instead_of: Edge | None = None,
    ) -> None:
        super().__init__(view, event)
        self.source, self.target, self.instead_of = source, target, instead_of
        self.drawn = QGraphicsPathItem()
        self.drawn.setZValue(3)
        self.drawn.setPen(pen(self.scene.theme.tokens.forward, 2.4))
        self.scene.addItem(self.drawn)
        self.moved = False
        self.lit: str | None = None
        if instead_of is not None:
            self.scene.edges[instead_of].setOpacity(_PALE)

    def move(self, event: QMouseEvent) -> None:
        if not self.moved and self.far_enough(event):
            self.moved = True
            self._dim_unfit()
        edge, refusal = self._offer(event)
        self._draw(self.at(event), edge if refusal is None else None)
        self._light(edge if refusal is None else None)
        self.drawn.setPen(pen(self.scene.theme.tokens.error if refusal else self.scene.theme.tokens.forward, 2.4))
        self.view.editor.hint(localize(refusal) if refusal else "", event.position().toPoint())

    def finish(self, event: QMouseEvent) -> None:
        edge, refusal = self._offer(event)
        self._put_away()
        if edge is None:
            if self.instead_of is not None and self.moved:
                self.session.attempt(edits.Disconnect(self.instead_of), tr("Disconnect"))
            elif self.moved and not self.view.hit(event.position().toPoint()).node:
                self.view.asked_to_add.emit(event.position().toPoint(), Tie(self.source, self.target))
        elif refusal is not None:
            self.session.say(refusal)
        elif edge != self.instead_of and not self.session.document.graph.has_edge(edge):
            change = compose.connect(self.session.document, edge, instead_of=self.instead_of)
            self.session.attempt(change, tr("Connect"))

    def cancel(self) -> None:
        self._put_away()

    def _offer(self, event: QMouseEvent) -> tuple[Edge | None, Sentence | None]:
        """The wire that letting go here would make, and why it can't be made."""
        hit = self.view.hit(event.position().toPoint())
        edge = self._to_input(hit.node, hit.port) if self.target is None else self._from_output(hit.node)
        if edge is None or edge == self.instead_of:
            return edge, None
        return edge, self.session.document.graph.why_not(edge, replacing=True)

    def _to_input(self, node: str, port: str) -> Edge | None:
        """On a node's body its first free input is meant."""
        if not node or self.source is None or (node == self.source and not port):
            return None
        if not port:
            graph = self.session.document.graph
            ports, wired = [p.name for p in graph.node(node).ports], graph.inputs(node)
            port = next((p for p in ports if p not in wired), ports[0] if ports else "")
        return Edge(self.source, node, port)

    def _from_output(self, node: str) -> Edge | None:
        if not node or self.target is None or node == self.target[0]:
            return None
        return Edge(node, *self.target)

    def _draw(self, at: QPointF, edge: Edge | None) -> None:
        nodes = self.scene.nodes
        start = at.toTuple() if self.source is None else nodes[self.source].output_point()
        end = at.toTuple() if self.target is None else nodes[self.target[0]].input_point(self.target[1])
        if edge is not None:
            start, end = nodes[edge.source].output_point(), nodes[edge.target].input_point(edge.port)
        curve = [QPointF(*point) for point in wire(start, end)]
        path = QPainterPath(curve[0])
        path.cubicTo(*curve[1:])
        self.drawn.setPath(path)

    def _light(self, edge: Edge | None) -> None:
        """Lights the port that would be wired."""
        id, port = (
            (None, None) if edge is None else (edge.target, edge.port) if self.target is None else (edge.source, "")
        )
        if self.lit in self.scene.nodes:
            self.scene.nodes[self.lit].mark(port=None)
        self.lit = id
        if id is not None:
            self.scene.nodes[id].mark(port=port)

    def _dim_unfit(self) -> None:
        """Pales the nodes that can't be the other end."""
        graph = self.session.document.graph
        if self.source is not None:
            unfit = graph.ancestors(self.source) | {n.id for n in graph.nodes if n.is_source}
            unfit.discard(self.source)
        else:
            unfit = graph.descendants(self.target[0]) if self.target else set()
        for id in unfit:
            self.scene.nodes[id].setOpacity(_PALE)

    def _put_away(self) -> None:
        self._light(None)
        self.scene.removeItem(self.drawn)
        for item in (*self.scene.nodes.values(), *self.scene.edges.values()):
            item.setOpacity(1.0)
        self.view.editor.hint("", self.pressed)
