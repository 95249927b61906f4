"""Pulls a wire between an output and an input, from either end, and says why where it doesn't fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from graph_engine.document import compose, edits, groups
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
            taken = self.scene.wire_of(instead_of)
            if taken is not None:
                taken.setOpacity(_PALE)

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
                gone = map(edits.Disconnect, self.scene.groups.bundle(self.instead_of))
                self.session.attempt(edits.Together(tuple(gone)), tr("Disconnect"))
            elif self.moved and self.view.hit(event.position().toPoint()).kind not in ("node", "input", "output"):
                self.view.asked_to_add.emit(event.position().toPoint(), Tie(self.source, self.target))
        elif refusal is not None:
            self.session.say(refusal)
        elif edge != self.instead_of and not self.session.document.graph.has_edge(edge):
            taken = () if self.instead_of is None else self.scene.groups.bundle(self.instead_of)
            change = compose.connect_all(self.session.document, self.scene.groups.ends(edge), taken)
            self.session.attempt(change, tr("Connect"))

    def cancel(self) -> None:
        self._put_away()

    def _offer(self, event: QMouseEvent) -> tuple[Edge | None, Sentence | None]:
        """The wire that letting go here would make, and why it can't be made."""
        hit = self.view.hit(event.position().toPoint())
        node, port = hit.node, hit.port
        if hit.group and self.source is not None and hit.kind != "input":  # its box, or a port of the other side
            node, port = self.scene.groups.meant_input(hit.group, self.source) or ("", "")
        elif hit.group and self.target is not None and hit.kind != "output":
            node = self.scene.groups.meant_output(hit.group) or ""
        edge = self._to_input(node, port) if self.target is None else self._from_output(node)
        if edge is None or edge == self.instead_of:
            return edge, None
        return edge, groups.why_not(self.session.document, edge, replacing=True)

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
        start = at.toTuple() if self.source is None else self.scene.output_point(self.source)
        end = at.toTuple() if self.target is None else self.scene.input_point(*self.target)
        if edge is not None:
            start, end = self.scene.output_point(edge.source), self.scene.input_point(edge.target, edge.port)
        curve = [QPointF(*point) for point in wire(start, end)]
        path = QPainterPath(curve[0])
        path.cubicTo(*curve[1:])
        self.drawn.setPath(path)

    def _light(self, edge: Edge | None) -> None:
        """Lights the port that would be wired."""
        id, port = (
            (None, None) if edge is None else (edge.target, edge.port) if self.target is None else (edge.source, "")
        )
        before = None if self.lit is None else self.scene.item_of(self.lit)
        if before is not None:
            before.mark(port=None)
        self.lit = id
        item = None if id is None else self.scene.item_of(id)
        if item is not None:
            item.mark(port=port if id in self.scene.nodes else f"{id} {port}")

    def _dim_unfit(self) -> None:
        """Pales the nodes that can't be the other end."""
        graph = self.session.document.graph
        if self.source is not None:
            unfit = graph.ancestors(self.source) | {n.id for n in graph.nodes if n.is_source}
            unfit.discard(self.source)
        else:
            unfit = graph.descendants(self.target[0]) if self.target else set()
        for id in unfit & self.scene.nodes.keys():
            self.scene.nodes[id].setOpacity(_PALE)
        for group, box in self.scene.groups.boxes.items():
            if self.scene.groups.held(group) <= unfit:
                box.setOpacity(_PALE)

    def _put_away(self) -> None:
        self._light(None)
        self.scene.removeItem(self.drawn)
        for item in (*self.scene.boxes(), *self.scene.edges.values()):
            item.setOpacity(1.0)
        self.view.editor.hint("", self.pressed)
