"""The full Jacobian between two nodes, by whichever mode needs fewer sweeps, and what each mode would cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from ..errors import GraphError
from ..evaluate import Evaluation
from ..graph import Value, settle
from ..sentence import say
from .forward import tangents
from .reverse import gradients
from .route import route_back

Mode = Literal["forward", "reverse"]


@dataclass(frozen=True)
class Cost:
    """What a Jacobian costs: sweeps through the graph, and local derivatives applied in all of them together."""

    sweeps: int
    operations: int


@dataclass(frozen=True, eq=False)
class Jacobian:
    """∂target/∂source: an array of shape target shape + source shape, and how it was (or could have been) computed."""

    value: Value
    mode: Mode
    forward: Cost
    reverse: Cost


def jacobian(evaluation: Evaluation, target: str, source: str, *, mode: Mode | None = None) -> Jacobian:
    """The derivative of every entry of `target` by every entry of `source` (both ids); `GraphError` without values.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=[1, 2, 3])
    >>> s = graph.add("sum", "s", x=x)
    >>> found = jacobian(evaluate(graph), s, x)
    >>> found.mode, found.value
    ('reverse', array([1., 1., 1.]))
    """
    out, given = _known(evaluation, target), _known(evaluation, source)
    ahead, back = costs(evaluation, target, source)
    chosen: Mode = mode or ("reverse" if back.operations <= ahead.operations else "forward")
    shape = np.shape(out) + np.shape(given)
    dtype = np.asarray(out).dtype
    if chosen == "reverse":
        rows = [
            gradients(evaluation, target, element=place, wanted=(source,)).of(source, given)
            for place in np.ndindex(np.shape(out))
        ]
        value: Any = np.array(rows, dtype).reshape(shape)
    else:
        columns = [
            tangents(evaluation, source, element=place).get(target, np.zeros(np.shape(out)))
            for place in np.ndindex(np.shape(given))
        ]
        flat = np.array(columns, dtype).reshape(np.size(given), np.size(out))
        value = flat.T.reshape(shape).copy()
    return Jacobian(settle(value), chosen, ahead, back)


def costs(evaluation: Evaluation, target: str, source: str) -> tuple[Cost, Cost]:
    """What forward mode and reverse mode would cost: one sweep per entry of the source, or of the target."""
    out, given = _known(evaluation, target), _known(evaluation, source)
    between = sum(len(places) for _, places in route_back(evaluation.plan, target, (source,)).stops)
    sweeps = int(np.size(given)), int(np.size(out))
    ahead, back = (Cost(number, number * between) for number in sweeps)
    return ahead, back


def _known(evaluation: Evaluation, id: str) -> Value:
    value = evaluation.value(id)
    if value is None:
        name = evaluation.graph.node(id).name
        raise GraphError(say("“{node}” has no value, so it has no derivatives", node=name), node=id)
    return value
