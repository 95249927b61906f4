"""Forward mode: how everything moves when one source moves."""

from __future__ import annotations

import numpy as np

from ..errors import GraphError
from ..evaluate import Evaluation
from ..graph import Value, settle
from ..sentence import say
from .rules import push_forward


def tangents(evaluation: Evaluation, source: str) -> dict[str, Value]:
    """∂node/∂source for every node that depends on `source` (an id), itself included.

    A source that is an array moves by one in all its entries at once.

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
    found: dict[str, Value] = {source: 1.0 if type(start) is float else settle(np.ones_like(start))}
    with np.errstate(all="ignore"):
        for work in evaluation.plan.work:
            if evaluation.values[work.slot] is None or work.node == source:
                continue
            moved = [None if edge is None else found.get(edge.source) for edge in work.edges]
            if any(tangent is not None for tangent in moved):
                found[work.node] = push_forward(work, evaluation, moved)
    return found
