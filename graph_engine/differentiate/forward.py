"""Forward mode: how everything moves when one source moves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..errors import GraphError
from ..evaluate import Evaluation
from ..graph import Edge, Value
from ..sentence import say
from .rules import push_forward, start_of


@dataclass(frozen=True, eq=False)
class Tangents:
    """What forward mode from one source has found."""

    evaluation: Evaluation
    source: str
    nodes: dict[str, Value]  # ∂node/∂source, by id, of all that depend on it
    _through: dict[Edge, Value] = field(default_factory=dict, repr=False)

    def through(self, edge: Edge) -> Value | None:
        """local × tangent: the part of ∂node/∂source that comes in along one wire; None where nothing moves."""
        moved, work = self.nodes.get(edge.source), self.evaluation.work_of(edge.target)
        if moved is None or work is None or edge.target not in self.nodes or edge.target == self.source:
            return None
        if edge not in self._through:
            alone = [moved if wire == edge else None for wire in work.edges]
            self._through[edge] = push_forward(work, self.evaluation, alone)
        return self._through[edge]


def forward_mode(evaluation: Evaluation, source: str) -> Tangents:
    """How everything moves when `source` (an id) does.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("multiply", "y", x=x, y=x)
    >>> found = forward_mode(evaluate(graph), x)
    >>> found.nodes[y], [found.through(edge) for edge in graph.edges_in(y)]
    (6.0, [3.0, 3.0])
    """
    return Tangents(evaluation, source, tangents(evaluation, source))


def tangents(
    evaluation: Evaluation, source: str, *, element: tuple[int, ...] | None = None, direction: Any = None
) -> dict[str, Value]:
    """∂node/∂source for every node that depends on `source` (an id), itself included.

    Each has the shape of the node. A source that is an array moves by one in all its entries at once, unless `element`
    names one of them or `direction`, in its shape, says how far each moves: then what is found is the jvp, J·direction.
    `GraphError` where the source has no value, `ValueMismatch` for an entry or a shape that it does not have.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("multiply", "y", x=x, y=x)
    >>> tangents(evaluate(graph), x)[y]
    6.0
    """
    start = evaluation.value(source)
    if start is None:
        name = evaluation.graph.node(source).name
        raise GraphError(say("“{node}” has no value, so nothing can be differentiated by it", node=name), node=source)
    name = evaluation.graph.node(source).name
    found: dict[str, Value] = {source: start_of(name, start, element, direction)}
    for work in evaluation.plan.work:
        if evaluation.values[work.slot] is None or work.node == source:
            continue
        moved = [None if edge is None else found.get(edge.source) for edge in work.edges]
        if any(tangent is not None for tangent in moved):
            found[work.node] = push_forward(work, evaluation, moved)
    return found
