"""The numbers of one edge as the table and the inspector show them: only what has happened already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph_engine.explain import Seen
from graph_engine.graph import Edge, Value, settle

from ..i18n import tr
from ..session import Results, Session


@dataclass(frozen=True)
class EdgeNumbers:
    edge: Edge
    name: str
    port: str
    value: Value | None
    local: Value | None
    local_shape: tuple[int, ...] | None  # of a Jacobian too large to build
    upstream: Value | None
    gradient: Value | None


def edge_numbers(session: Session, edge: Edge, seen: Seen) -> EdgeNumbers:
    graph, results = session.document.graph, session.results
    asked = edge in session.playhead.hidden.edges
    local = results.local(edge) if edge.target in seen.values and not asked else None
    known = edge.source in seen.values or graph.node(edge.source).is_source
    carried = edge in seen.edges
    return EdgeNumbers(
        edge=edge,
        name=f"{graph.node(edge.source).name} → {graph.node(edge.target).name}",
        port=edge.port,
        value=results.value(edge.source) if known else None,
        local=None if local is None else local.value,
        local_shape=local.shape if local is not None and local.value is None else None,
        upstream=results.gradient(edge.target) if edge.target in seen.gradients else None,
        gradient=results.edge_gradient(edge) if carried else None,
    )


def summed(results: Results, edges: Iterable[Edge]) -> Value | None:
    """What several wires that leave one source carry back together."""
    found = [np.asarray(value) for edge in edges if (value := results.edge_gradient(edge)) is not None]
    return settle(np.asarray(sum(found[1:], found[0]))) if found else None


def magnitude(value: Value | None) -> float:
    """What columns of numbers sort by: a scalar itself, an array by its norm; what is missing comes last."""
    if value is None:
        return float("-inf")
    return float(value) if np.ndim(value) == 0 else float(np.linalg.norm(np.asarray(value)))


def large_jacobian(shape: tuple[int, ...]) -> str:
    return tr("matrix of {shape}, not built", shape=" × ".join(map(str, shape)))
