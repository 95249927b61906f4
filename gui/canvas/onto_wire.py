"""The wire that a node without wires would be inserted into, if it were let go where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graph_engine.document import Edit, Point, compose
from graph_engine.graph import Edge

from .edge_item import EdgeItem
from .geometry import Curve, along, wire
from .routing import lean

if TYPE_CHECKING:
    from .scene import CanvasScene

_REACH = 18.0  # between the middle of the node and the wire as it would run without it
_ALONG = np.linspace(0.15, 0.85, 29)  # near its ends a wire belongs to the nodes there


class OntoWire:
    def __init__(self, scene: CanvasScene, id: str) -> None:
        self.scene, self.id = scene, id
        graph = scene.session.document.graph
        ports = graph.node(id).ports
        self._port = ports[0].name if ports and not graph.edges_at(id) else ""
        self._lit: Edge | None = None
        ends = {edge: item.ends for edge, item in scene.edges.items() if scene.groups.seen(edge) == edge}
        self._edges = list(ends) if self._port else []
        leans = lean(ends)
        curves = [_without(scene.edges[edge], leans[edge]) for edge in self._edges]
        self._points = np.array([[along(curve, t) for t in _ALONG] for curve in curves]).reshape(-1, len(_ALONG), 2)

    def hover(self, at: Point) -> None:
        """Lights the wire under the node."""
        found = self._under(at)
        if found != self._lit:
            self.put_away()
            self._mark(found, on=True)
            self._lit = found

    def put_away(self) -> None:
        self._mark(self._lit, on=False)
        self._lit = None

    def insertion(self) -> Edit | None:
        """What letting go does to the wires, if anything."""
        if self._lit is None:
            return None
        return compose.insert_on(self.scene.session.document, self._lit, self.id, self._port)

    def _under(self, at: Point) -> Edge | None:
        if not self._edges:
            return None
        away = np.hypot(self._points[..., 0] - at[0], self._points[..., 1] - at[1]).min(axis=1)
        nearest = int(away.argmin())
        return self._edges[nearest] if away[nearest] < _REACH else None

    def _mark(self, edge: Edge | None, *, on: bool) -> None:
        if edge in self.scene.edges:
            self.scene.edges[edge].mark(hovered=on)


def _without(item: EdgeItem, leaning: float) -> Curve:
    """How a wire would run with nothing in its way; one that runs back stays in its lane."""
    return wire(*item.ends, leaning) if item.course.lane is None else item.curve
