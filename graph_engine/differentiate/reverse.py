"""Reverse mode: from one target back to everything that fed it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GraphError
from ..evaluate import Evaluation, Work
from ..graph import Edge, Value, settle
from ..sentence import say
from .rules import pull_back, wired


@dataclass(frozen=True, eq=False)
class Gradients:
    """The derivative of `target` with respect to every node that feeds it, and what each wire carried of it.

    A target that is an array is seeded with ones: the gradients are those of the sum of its entries.
    """

    target: str
    nodes: dict[str, Value]
    edges: dict[Edge, Value]

    def of(self, id: str, like: Value) -> Value:
        """The gradient of `id`; zeros in the shape of `like` where the target does not depend on it."""
        found = self.nodes.get(id)
        return zeros(like) if found is None else found


def gradients(evaluation: Evaluation, target: str) -> Gradients:
    """Reverse mode from `target` (an id).

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("multiply", "y", x=x, y=x)
    >>> gradients(evaluate(graph), y).nodes[x]
    6.0
    """
    out = evaluation.value(target)
    if out is None:
        name = evaluation.graph.node(target).name
        raise GraphError(say("“{node}” has no value, so nothing can be differentiated from it", node=name), node=target)
    found = Gradients(target, {target: _ones(out)}, {})
    with np.errstate(all="ignore"):
        for work in works_back(evaluation, target):
            _back_through(work, evaluation, found)
    return found


def works_back(evaluation: Evaluation, target: str) -> list[Work]:
    """The ops that `target` depends on, itself included, in the order reverse mode visits them."""
    plan = evaluation.plan
    needed = {plan.slot[target]}
    found = []
    for work in reversed(plan.work):
        if work.slot in needed:
            needed.update(work.reads)
            found.append(work)
    return found


def _back_through(work: Work, evaluation: Evaluation, found: Gradients) -> None:
    contributions = pull_back(work, evaluation, found.nodes[work.node])
    for place in wired(work):
        edge, gradient = work.edges[place], contributions[place]
        assert edge is not None
        assert gradient is not None
        found.edges[edge] = gradient
        before = found.nodes.get(edge.source)
        found.nodes[edge.source] = gradient if before is None else settle(before + gradient)


def _ones(like: Value) -> Value:
    return 1.0 if type(like) is float else settle(np.ones_like(like))


def zeros(like: Value) -> Value:
    """The derivative of what does not depend on `like`, in its shape."""
    return 0.0 if type(like) is float else settle(np.zeros_like(like))
