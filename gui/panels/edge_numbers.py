"""The numbers of one edge as the table and the inspector show them: only what has happened already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph_engine.explain import Question
from graph_engine.graph import Edge, Value, settle

from ..i18n import tr
from ..session import Known, Results, Session


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
    onward: bool = False  # in forward mode: the tangent that comes in, and local × tangent

    @property
    def asks(self) -> dict[str, Question]:
        """What each number answers to."""
        edge = self.edge
        upstream, gradient = Question("gradient", edge.target), Question("carried", edge)
        if self.onward:
            upstream, gradient = Question("tangent", edge.source), Question("tangent", edge.target)
        return {
            "value": Question("value", edge.source),
            "local": Question("local", edge),
            "upstream": upstream,
            "gradient": gradient,
        }


def edge_numbers(session: Session, edge: Edge, known: Known) -> EdgeNumbers:
    graph, local, tangents = session.document.graph, known.local(edge), session.results.tangents
    upstream, gradient = known.gradient(edge.target), known.carried(edge)
    if tangents is not None:
        upstream, gradient = known.tangent(edge.source), known.moved(edge)
    return EdgeNumbers(
        edge=edge,
        name=f"{graph.node(edge.source).name} → {graph.node(edge.target).name}",
        port=edge.port,
        value=known.value(edge.source),
        local=None if local is None else local.value,
        local_shape=local.shape if local is not None and local.value is None else None,
        upstream=upstream,
        gradient=gradient,
        onward=tangents is not None,
    )


def headings(results: Results) -> tuple[str, str, str, str]:
    """What the numbers of a wire are called, in either mode."""
    if results.tangents is not None:
        return tr("value"), tr("local"), tr("tangent"), tr("product")
    return tr("value"), tr("local"), tr("upstream"), tr("gradient")


def summed(known: Known, edges: Iterable[Edge]) -> Value | None:
    """What several wires that leave one source carry back together."""
    found = [np.asarray(value) for edge in edges if (value := known.carried(edge)) is not None]
    return settle(np.asarray(sum(found[1:], found[0]))) if found else None


def magnitude(value: Value | None) -> float:
    """What columns of numbers sort by: a scalar itself, an array by its norm; what is missing comes last."""
    if value is None:
        return float("-inf")
    return float(value) if np.ndim(value) == 0 else float(np.linalg.norm(np.asarray(value)))


def large_jacobian(shape: tuple[int, ...]) -> str:
    return tr("matrix of {shape}, not built", shape=" × ".join(map(str, shape)))
