"""Between which two nodes the lens looks: chosen ones, else the selected node and the target of the graph."""

from __future__ import annotations

from dataclasses import dataclass

from graph_engine.differentiate import ways_to
from graph_engine.graph import natural

from ...session import Session


@dataclass(frozen=True)
class Ends:
    """Ids of nodes; None where there is nothing to look at."""

    source: str | None
    target: str | None


def ends_of(session: Session, source: str | None, target: str | None) -> Ends:
    """`source` and `target` are what was chosen, None for what is usual: the selected node as far as it leads to the
    target, else the source with most paths."""
    graph, evaluation = session.document.graph, session.results.evaluation
    end = target if target is not None and target in graph else session.results.target
    if end is None or evaluation.value(end) is None:
        return Ends(None, None)
    if source is not None and source in graph:
        return Ends(source if evaluation.value(source) is not None else None, end)
    ways = ways_to(evaluation, end)
    selected = session.selection.only_node
    if selected in ways and selected != end:
        return Ends(selected, end)
    sources = sorted((id for id in ways if graph.node(id).is_source and id != end), key=natural)
    return Ends(max(sources, key=lambda id: ways[id], default=None), end)
