"""Forward mode: how everything moves when one source moves."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..errors import GraphError
from ..evaluate import Evaluation
from ..graph import Value
from ..sentence import say
from .rules import push_forward, start_of


def tangents(
    evaluation: Evaluation, source: str, *, element: tuple[int, ...] | None = None, direction: Any = None
) -> dict[str, Value]:
    """∂node/∂source for every node that depends on `source` (an id), itself included.

    A source that is an array moves by one in all its entries at once, unless `element` names one of them or
    `direction` says how far each moves.

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
    with np.errstate(all="ignore"):
        for work in evaluation.plan.work:
            if evaluation.values[work.slot] is None or work.node == source:
                continue
            moved = [None if edge is None else found.get(edge.source) for edge in work.edges]
            if any(tangent is not None for tangent in moved):
                found[work.node] = push_forward(work, evaluation, moved)
    return found
