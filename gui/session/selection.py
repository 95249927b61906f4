"""What is selected: ids of nodes, edges, ids of notes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from graph_engine.document import Document
from graph_engine.graph import Edge


class Selection(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: frozenset[str] = frozenset()
        self.edges: frozenset[Edge] = frozenset()
        self.notes: frozenset[str] = frozenset()

    def set(self, nodes: Iterable[str] = (), edges: Iterable[Edge] = (), notes: Iterable[str] = ()) -> None:
        wanted = frozenset(nodes), frozenset(edges), frozenset(notes)
        if wanted != (self.nodes, self.edges, self.notes):
            self.nodes, self.edges, self.notes = wanted
            self.changed.emit()

    def toggle(self, id: str) -> None:
        self.set(self.nodes ^ {id}, self.edges, self.notes)

    def toggle_note(self, id: str) -> None:
        self.set(self.nodes, self.edges, self.notes ^ {id})

    def clear(self) -> None:
        self.set()

    def follow(self, document: Document) -> bool:
        """Drops what is no longer there; whether anything was. Emits nothing."""
        before, graph = (self.nodes, self.edges, self.notes), document.graph
        self.nodes = frozenset(id for id in self.nodes if id in graph)
        self.edges = frozenset(edge for edge in self.edges if graph.has_edge(edge))
        self.notes = frozenset(id for id in self.notes if id in document.notes)
        return (self.nodes, self.edges, self.notes) != before

    @property
    def only_node(self) -> str | None:
        """The node that alone is selected."""
        return next(iter(self.nodes)) if len(self.nodes) == 1 and not self.edges | self.notes else None

    @property
    def only_edge(self) -> Edge | None:
        return next(iter(self.edges)) if len(self.edges) == 1 and not self.nodes | self.notes else None

    @property
    def only_note(self) -> str | None:
        return next(iter(self.notes)) if len(self.notes) == 1 and not self.nodes | self.edges else None

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges or self.notes)
