"""What is selected, as ids and edges."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from graph_engine.graph import Edge, Graph


class Selection(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: frozenset[str] = frozenset()
        self.edges: frozenset[Edge] = frozenset()

    def set(self, nodes: Iterable[str] = (), edges: Iterable[Edge] = ()) -> None:
        wanted = frozenset(nodes), frozenset(edges)
        if wanted != (self.nodes, self.edges):
            self.nodes, self.edges = wanted
            self.changed.emit()

    def toggle(self, id: str) -> None:
        self.set(self.nodes ^ {id}, self.edges)

    def clear(self) -> None:
        self.set()

    def follow(self, graph: Graph) -> bool:
        """Drops what is no longer there; whether anything was. Emits nothing."""
        before = self.nodes, self.edges
        self.nodes = frozenset(id for id in self.nodes if id in graph)
        self.edges = frozenset(edge for edge in self.edges if graph.has_edge(edge))
        return (self.nodes, self.edges) != before

    @property
    def only_node(self) -> str | None:
        """The node that alone is selected."""
        return next(iter(self.nodes)) if len(self.nodes) == 1 and not self.edges else None

    @property
    def only_edge(self) -> Edge | None:
        return next(iter(self.edges)) if len(self.edges) == 1 and not self.nodes else None

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges)
