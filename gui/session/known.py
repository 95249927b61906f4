"""What may be shown of the results now: what has happened already, and what nobody is asked to predict."""

from __future__ import annotations

from graph_engine.differentiate import Local
from graph_engine.explain import Question, Seen
from graph_engine.graph import Edge, Value

from ..i18n import tr
from .playhead import Playhead
from .results import Results


class Known:
    """Numbers at one position of the timeline; None for what is not there, not yet there, or asked for."""

    def __init__(self, results: Results, playhead: Playhead) -> None:
        self.results, self.playhead = results, playhead
        self.seen: Seen = playhead.seen()
        self.hidden: Seen = playhead.hidden

    @property
    def waiting(self) -> str:
        """Why what is made of all the numbers can't be shown yet; nothing where it can."""
        if self.playhead.covers:
            return tr("Hidden while you predict.")
        if not self.playhead.at_end:
            return tr("Shown when both passes have been played to their end.")
        return ""

    def value(self, id: str) -> Value | None:
        return self.results.value(id) if self.has_value(id) else None

    def gradient(self, id: str) -> Value | None:
        return self.results.gradient(id) if id in self.seen.gradients else None

    def carried(self, edge: Edge) -> Value | None:
        return self.results.edge_gradient(edge) if edge in self.seen.edges else None

    def tangent(self, id: str) -> Value | None:
        tangents = self.results.tangents
        return tangents.nodes.get(id) if tangents is not None and id in self.seen.tangents else None

    def moved(self, edge: Edge) -> Value | None:
        """What goes on along a wire in forward mode: local × tangent."""
        tangents = self.results.tangents
        return tangents.through(edge) if tangents is not None and edge in self.seen.moved else None

    def local(self, edge: Edge) -> Local | None:
        return self.results.local(edge) if self.has_local(edge) else None

    def has_value(self, id: str) -> bool:
        return id in self.seen.values or self.results.evaluation.graph.node(id).is_source

    def has_local(self, edge: Edge) -> bool:
        """It speaks of what goes in as well as of what comes out."""
        if edge.target not in self.seen.values or edge in self.hidden.edges:
            return False
        graph, asked = self.results.evaluation.graph, self.hidden.values
        return not asked or asked.isdisjoint(graph.inputs(edge.target).values())

    def has_slope(self, target: str, source: str) -> bool:
        """Whether ∂target/∂source may be seen, and what it is made of path by path."""
        return not self.waiting or (target == self.results.target and source in self.seen.gradients)

    def has(self, question: Question) -> bool:
        """Whether the number that is asked about may be seen."""
        of, graph = question.of, self.results.evaluation.graph
        if isinstance(of, Edge):
            return graph.has_edge(of) and (of in self.seen.edges if question.kind == "carried" else self.has_local(of))
        if question.path:
            known = all(graph.has_edge(edge) and self.has_local(edge) for edge in question.path)
            return known and self.has_slope(question.path[-1].target, question.path[0].source)
        if not isinstance(of, str) or of not in graph:
            return False
        if question.kind == "tangent":
            return of in self.seen.tangents
        return of in self.seen.gradients if question.kind == "gradient" else self.has_value(of)
