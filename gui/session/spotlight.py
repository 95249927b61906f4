"""The part of the graph that is lit while the rest is dimmed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from graph_engine.graph import Edge, Graph, between, downstream, upstream

Part = Literal["upstream", "downstream", "path", "wires"]


class Spotlight(QObject):
    """Remembers what was asked for, not what was found: it follows the graph as that changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: frozenset[str] | None = None  # what is lit; None: everything, nothing is dimmed
        self.wires: frozenset[Edge] | None = None  # the only wires that are lit; None: all between lit nodes
        self.part: Part = "upstream"
        self._of: tuple[str, ...] = ()

    def show(self, graph: Graph, part: Part, of: Iterable[str]) -> bool:
        """Lights what leads to nodes, what follows from them, or what lies between two; whether there is any."""
        self.part, self._of = part, tuple(of)
        nodes = self._find(graph) or None
        self._light(nodes, None)
        return nodes is not None

    def show_wires(self, wires: Iterable[Edge], nodes: Iterable[str] = ()) -> None:
        """Lights these wires alone, and the nodes at their ends and these."""
        lit = frozenset(wires)
        self.part, self._of = "wires", tuple(nodes)
        self._light(_ends(lit).union(self._of), lit)

    def clear(self) -> None:
        self._of = ()
        self._light(None, None)

    def follow(self, graph: Graph) -> bool:
        """Finds its part again; whether that is another one. Emits nothing."""
        before = self.nodes
        if before is not None:
            self.nodes = self._find(graph) or None
            self.wires = self.wires if self.nodes else None
        return self.nodes != before

    def _light(self, nodes: frozenset[str] | None, wires: frozenset[Edge] | None) -> None:
        if (nodes, wires) != (self.nodes, self.wires):
            self.nodes, self.wires = nodes, wires
            self.changed.emit()

    def _find(self, graph: Graph) -> frozenset[str]:
        if not all(id in graph for id in self._of):
            return frozenset()
        if self.part == "wires":
            wires = self.wires or frozenset()
            return _ends(wires).union(self._of) if all(graph.has_edge(wire) for wire in wires) else frozenset()
        if self.part == "path":
            return between(graph, *self._of) if len(self._of) == 2 else frozenset()
        return (upstream if self.part == "upstream" else downstream)(graph, self._of)


def _ends(wires: frozenset[Edge]) -> frozenset[str]:
    return frozenset(id for wire in wires for id in wire[:2])
