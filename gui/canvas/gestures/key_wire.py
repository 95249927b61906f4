"""A wire laid by keys: arrows choose the port, Enter connects, Escape lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from graph_engine.document import compose
from graph_engine.graph import Edge

from ...i18n import tr
from ..offers import Tie
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView

_TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class KeyWire(Gesture):
    by_keys = True

    def __init__(self, view: CanvasView, source: str, edges: list[Edge]) -> None:
        self.view, self.session, self.scene = view, view.session, view.canvas
        self.button, self.pressed = Qt.MouseButton.NoButton, QPoint()
        self.source, self.edges, self.place = source, edges, 0
        self._show()

    def key(self, key: Qt.Key) -> bool:
        """Whether the gesture goes on."""
        if key in _TURNS:
            self.place = (self.place + _TURNS[key]) % len(self.edges)
            self._show()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._put_away()
            edge = self.edges[self.place]
            if not self.session.document.graph.has_edge(edge):
                self.session.attempt(compose.connect(self.session.document, edge), tr("Connect"))
            return False
        return True

    def cancel(self) -> None:
        self._put_away()
        self.session.announce(tr("No wire"))

    def _show(self) -> None:
        edge = self.edges[self.place]
        self._light(edge)
        self.view.ensure_visible(edge.target)
        self.view.overlay.show_loose(Tie(self.source), QPointF(*self.scene.nodes[edge.target].input_point(edge.port)))
        name, total = self.session.document.graph.node(edge.target).name, len(self.edges)
        text = tr("Input {port} of {name}, {n} of {total}", port=edge.port, name=name, n=self.place + 1, total=total)
        self.session.announce(text)

    def _light(self, edge: Edge | None) -> None:
        for id in {other.target for other in self.edges}:
            if id in self.scene.nodes:
                self.scene.nodes[id].mark(port=edge.port if edge is not None and edge.target == id else None)

    def _put_away(self) -> None:
        self._light(None)
        self.view.overlay.show_loose(Tie(), QPointF())


def start_wire(view: CanvasView) -> None:
    """Begins at the output of the node that is selected."""
    id = view.session.selection.only_node
    if id is None or view.gesture is not None:
        return
    edges = _fitting(view, id)
    if edges:
        view.gesture = KeyWire(view, id, edges)
    else:
        view.session.say(tr("Nothing can take a wire from here."), "warning")


def _fitting(view: CanvasView, source: str) -> list[Edge]:
    """The inputs it could go to: the free ones first, then those to the right, the near before the far."""
    if view.canvas.item_of(source) is None:
        return []
    graph, start = view.session.document.graph, view.canvas.output_point(source)
    found = []
    for id, item in view.canvas.nodes.items():
        taken = graph.inputs(id)
        for port in item.frame.ports:
            edge = Edge(source, id, port)
            if graph.why_not(edge, replacing=True) is None:
                x, y = item.input_point(port)
                found.append((port in taken, x < start[0], abs(x - start[0]) + abs(y - start[1]), edge))
    return [edge for *_, edge in sorted(found)]
