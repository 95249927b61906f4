"""Why one path carries what it carries: the local derivatives along it multiply."""

from __future__ import annotations

import numpy as np

from ..differentiate import carried_along, local_derivative
from ..evaluate import Evaluation
from ..graph import Edge
from ..sentence import say
from .answer import Answer, Part, Term
from .equations import gradient_name
from .question import Question
from .why_put_in import sum_of


def why_path(evaluation: Evaluation, question: Question, path: tuple[Edge, ...]) -> Answer | None:
    """Why one path carries what it carries; None where a wire of it is gone or its end has no value."""
    if not all(evaluation.graph.has_edge(edge) for edge in path):
        return None
    end = evaluation.value(path[-1].target)
    if end is None:
        return None
    value = carried_along(evaluation, path, 1.0 if type(end) is float else np.ones_like(end))
    left, wires = gradient_name(evaluation.graph, path[-1].target, path[0].source), frozenset(path)
    term = _product(evaluation, path)
    if term is None:
        said = say("what comes back along this path alone, when ones arrive at its end")
        return Answer(question, value, left, None, said=(said,), wires=wires)
    said = say("along this path alone: its local derivatives multiply, and what all paths make adds up")
    return Answer(question, value, left, None, sum_of([term]), terms=(term,), said=(said,), wires=wires)


def _product(evaluation: Evaluation, path: tuple[Edge, ...]) -> Term | None:
    """The local derivatives in the order of the wires; None unless all of them are numbers."""
    parts = []
    for edge in path:
        local = local_derivative(evaluation, edge)
        if local is None or local.value is None or np.ndim(local.value):
            return None
        parts.append(Part(float(local.value), Question("local", edge)))
    return tuple(parts)
