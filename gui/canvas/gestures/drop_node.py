"""A node dragged in from outside: shows where it would land, and makes it there; on a wire it is inserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF

from graph_engine import ops
from graph_engine.document import Edit, compose, edits
from graph_engine.graph import SOURCES_BY_KEY, Edge, Graph, make_node

from ...i18n import localize, tr

if TYPE_CHECKING:
    from ..view import CanvasView

_NAMES = {"variable": "xyzabcuvpqrs", "parameter": "Wb", "constant": "ck"}
_FIRST_VALUE = 1.0
_REACH = 16.0  # how near to a wire a node is dropped to be inserted there


class DropNode:
    def __init__(self, view: CanvasView) -> None:
        self.view = view
        self._lit: Edge | None = None

    def hover(self, key: str, on_screen: QPoint) -> None:
        """Lights the wire that the node would be inserted into."""
        edge = self._wire_under(key, on_screen) if self._over_canvas(on_screen) else None
        if edge != self._lit:
            self._light(self._lit, on=False)
            self._light(edge, on=True)
            self._lit = edge

    def leave(self) -> None:
        self._light(self._lit, on=False)
        self._lit = None

    def drop(self, key: str, on_screen: QPoint) -> None:
        self.leave()
        if self._over_canvas(on_screen):
            self._create(key, self.view.scene_point(on_screen), self._wire_under(key, on_screen))

    def create(self, key: str) -> None:
        """Makes the node in the middle of the view, beside what stands there already."""
        at, taken = self.view.middle(), list(self.view.session.document.positions.values())
        while any(abs(at.x() - x) < 150 and abs(at.y() - y) < 95 for x, y in taken):
            at += QPointF(0, 24)
        self._create(key, at, None)

    def _create(self, key: str, at: QPointF, edge: Edge | None) -> None:
        session = self.view.session
        graph, position = session.document.graph, (float(round(at.x())), float(round(at.y())))
        node = make_node(graph.fresh_id(), key, fresh_name(graph, key), _FIRST_VALUE if key in SOURCES_BY_KEY else None)
        add: Edit = edits.AddNode(node, position)
        if edge is not None:
            inserted = compose.insert_on(session.document, edge, node.id, node.ports[0].name)
            add = edits.Together((add, inserted))
        if session.attempt(add, tr("Add {kind}", kind=localize(node.spec.label))):
            session.selection.set([node.id])
            self.view.setFocus()

    def _wire_under(self, key: str, on_screen: QPoint) -> Edge | None:
        if key in SOURCES_BY_KEY or not ops.by_key(key).inputs:
            return None
        return self.view.canvas.wire_near(self.view.scene_point(on_screen), _REACH)

    def _over_canvas(self, on_screen: QPoint) -> bool:
        viewport = self.view.viewport()
        return viewport.rect().contains(viewport.mapFromGlobal(on_screen))

    def _light(self, edge: Edge | None, *, on: bool) -> None:
        if edge in self.view.canvas.edges:
            self.view.canvas.edges[edge].mark(hovered=on)


def fresh_name(graph: Graph, key: str) -> str:
    """A free letter for a source, the op's label otherwise."""
    letters = _NAMES.get(key, "")
    free = next((letter for letter in letters if not graph.has_name(letter)), None)
    return free or graph.fresh_name(letters[0] if letters else str(ops.by_key(key).label))
