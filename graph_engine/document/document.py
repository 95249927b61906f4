"""The document: all that a file holds. Plain data, changed only through edits."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..graph import Graph

Point = tuple[float, float]


@dataclass(eq=False)
class Document:
    """A graph, where its nodes sit (the middle of each, x to the right, y down), and what is differentiated."""

    graph: Graph = field(default_factory=Graph)
    positions: dict[str, Point] = field(default_factory=dict)
    target: str | None = None
    title: str = ""
    description: str = ""

    def chosen_target(self) -> str | None:
        """The node to differentiate: the one chosen, else the last one that feeds nothing."""
        if self.target is not None:
            return self.target
        sinks = [id for id in self.graph.sinks() if not self.graph.node(id).is_source]
        return sinks[-1] if sinks else None
