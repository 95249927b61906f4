"""The part of the graph that is lit while the rest is dimmed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from graph_engine.graph import Graph, between, downstream, upstream

Part = Literal["upstream", "downstream", "path"]


class Spotlight(QObject):
    """Remembers what was asked for, not what was found: it follows the graph as that changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: frozenset[str] | None = None  # what is lit; None: everything, nothing is dimmed
        self.part: Part = "upstream"
        self._of: tuple[str, ...] = ()

    def show(self, graph: Graph, part: Part, of: Iterable[str]) -> bool:
        """Lights what leads to nodes, what follows from them, or what lies between two; whether there is any."""
        self.part, self._of = part, tuple(of)
        nodes = self._find(graph) or None
        if nodes != self.nodes:
            self.nodes = nodes
            self.changed.emit()
        return nodes is not None

    def clear(self) -> None:
        self._of = ()
        if self.nodes is not None:
            self.nodes = None
            self.changed.emit()

    def follow(self, graph: Graph) -> bool:
        """Finds its part again; whether that is another one. Emits nothing."""
        before = self.nodes
        if before is not None:
            self.nodes = self._find(graph) or None
        return self.nodes != before

    def _find(self, graph: Graph) -> frozenset[str]:
        if not all(id in graph for id in self._of):
            return frozenset()
        if self.part == "path":
            return between(graph, *self._of) if len(self._of) == 2 else frozenset()
        return (upstream if self.part == "upstream" else downstream)(graph, self._of)
