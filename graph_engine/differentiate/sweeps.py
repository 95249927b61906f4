"""Both modes sweep by sweep: forward mode finds a Jacobian column by column, reverse mode row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..evaluate import Evaluation
from ..graph import Edge
from ..ops import Array
from .forward import tangents
from .jacobian import Cost
from .reverse import gradients
from .route import route_back


@dataclass(frozen=True)
class Start:
    """Where one sweep begins: an entry of a node, and the wires on whose local derivatives it is multiplied."""

    node: str
    element: tuple[int, ...]
    wires: frozenset[Edge]


class Sweeps:
    """The Jacobian of all entries of `targets` (its rows) by all entries of `sources` (its columns), ids of nodes.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x, y = graph.add("variable", "x", value=[1, 2, 3]), graph.add("variable", "y", value=4)
    >>> z = graph.add("sum", "z", x=graph.add("multiply", "xy", x=x, y=y))
    >>> found = Sweeps(evaluate(graph), [z], [x, y])
    >>> found.shape, found.column(3), found.row(0)
    ((1, 4), array([6.]), array([4., 4., 4., 6.]))
    >>> found.forward, found.reverse
    (Cost(sweeps=4, operations=8), Cost(sweeps=1, operations=3))
    """

    def __init__(self, evaluation: Evaluation, targets: Sequence[str], sources: Sequence[str]) -> None:
        self._evaluation = evaluation
        self.targets = tuple(id for id in targets if evaluation.value(id) is not None)
        self.sources = tuple(id for id in sources if evaluation.value(id) is not None)
        self.shape = self._entries(self.targets), self._entries(self.sources)
        self._found: dict[object, frozenset[Edge]] = {}

    @cached_property
    def forward(self) -> Cost:
        """One sweep for each column."""
        found = sum(self._size(id) * len(self._ahead(id)) for id in self.sources)
        return Cost(self.shape[1], found)

    @cached_property
    def reverse(self) -> Cost:
        """One sweep for each row."""
        found = sum(self._size(id) * len(self._back(id)) for id in self.targets)
        return Cost(self.shape[0], found)

    def column_start(self, place: int) -> Start:
        node, element = self._entry(self.sources, place)
        return Start(node, element, self._ahead(node))

    def row_start(self, place: int) -> Start:
        node, element = self._entry(self.targets, place)
        return Start(node, element, self._back(node))

    def column(self, place: int) -> Array:
        """What one sweep of forward mode finds: the derivatives of all rows by one entry of a source."""
        node, element = self._entry(self.sources, place)
        moved = tangents(self._evaluation, node, element=element)
        return self._line(self.targets, {id: moved[id] for id in self.targets if id in moved})

    def row(self, place: int) -> Array:
        """What one sweep of reverse mode finds: the derivatives of one entry of a target by all columns."""
        node, element = self._entry(self.targets, place)
        found = gradients(self._evaluation, node, element=element, wanted=self.sources)
        return self._line(self.sources, {id: found.nodes[id] for id in self.sources if id in found.nodes})

    # -- inside --------------------------------------------------------------------------------------------------------

    def _line(self, ids: tuple[str, ...], found: dict[str, object]) -> Array:
        parts = [np.ravel(np.asarray(found.get(id, np.zeros(self._size(id))), float)) for id in ids]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _ahead(self, source: str) -> frozenset[Edge]:
        """The wires on the way from `source` to any of the targets."""
        if source not in self._found:
            moving, wires = {source}, []
            for work in self._evaluation.plan.work:
                edges = [edge for edge in work.edges if edge is not None and edge.source in moving]
                if edges and work.node != source:
                    moving.add(work.node)
                    if work.node in self._needed:
                        wires += edges
            self._found[source] = frozenset(wires)
        return self._found[source]

    @cached_property
    def _needed(self) -> set[str]:
        """The nodes on whose values a target depends, the targets included."""
        needed = set(self.targets)
        for work in reversed(self._evaluation.plan.work):
            if work.node in needed:
                needed.update(source for source in work.feeds if source is not None)
        return needed

    def _back(self, target: str) -> frozenset[Edge]:
        """The wires on the way from `target` back to any of the sources."""
        if ("", target) not in self._found:
            route = route_back(self._evaluation.plan, target, self.sources)
            wires = [work.edges[place] for work, places in route.stops for place in places]
            self._found["", target] = frozenset(edge for edge in wires if edge is not None)
        return self._found["", target]

    def _entry(self, ids: tuple[str, ...], place: int) -> tuple[str, tuple[int, ...]]:
        for id in ids:
            size = self._size(id)
            if place < size:
                shape = np.shape(self._evaluation.value(id))  # type: ignore[arg-type]
                return id, tuple(int(axis) for axis in np.unravel_index(place, shape)) if shape else ()
            place -= size
        raise IndexError(place)

    def _entries(self, ids: tuple[str, ...]) -> int:
        return sum(self._size(id) for id in ids)

    def _size(self, id: str) -> int:
        return int(np.size(self._evaluation.value(id)))  # type: ignore[arg-type]
