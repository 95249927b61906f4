"""A source moved by a small step: what its derivatives predict, what really happens, and how the two part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import ValueMismatch
from ..evaluate import Evaluation, nudged
from ..graph import settle
from ..ops import Array
from .forward import tangents


@dataclass(frozen=True)
class Moved:
    """How one node moved; of an array, its entry `element` where prediction and truth part most."""

    node: str
    element: tuple[int, ...]
    predicted: float
    true: float

    @property
    def apart(self) -> float:
        return self.true - self.predicted


@dataclass(frozen=True, eq=False)
class Course:
    """A target along one entry of a source: at each x its value (the sum of an array's entries), and the tangent's."""

    x: Array
    value: Array
    tangent: Array


@np.errstate(all="ignore")
def nudge(evaluation: Evaluation, source: str, step: float, *, element: tuple[int, ...] = ()) -> list[Moved]:
    """How every node that depends on `source` (an id) moves with it, in the order of work, the source first.

    All entries of an array move by `step`, or only `element`. Arrays without entries have nothing that moves.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("square", "y", x=x)
    >>> [(moved.predicted, moved.true) for moved in nudge(evaluate(graph), x, 0.5)]
    [(0.5, 0.5), (3.0, 3.25)]
    """
    slopes = tangents(evaluation, source, element=element if np.ndim(evaluation.value(source)) else None)  # type: ignore[arg-type]
    there = Evaluation(evaluation.graph, evaluation.plan, evaluation.values.copy())
    value = np.array(evaluation.value(source))
    value[element] += step
    there.put(source, settle(value))
    there.rerun()
    found = []
    for id, slope in slopes.items():
        here, after = evaluation.value(id), there.value(id)
        if here is not None and after is not None and np.size(here):
            found.append(_moved(id, np.asarray(slope) * step, np.asarray(after) - np.asarray(here)))
    return found


def _moved(id: str, predicted: Array, true: Array) -> Moved:
    apart = np.abs(true - predicted)
    worst = np.unravel_index(int(np.argmax(np.where(np.isnan(apart), np.inf, apart))), apart.shape)
    place = tuple(int(i) for i in worst)
    return Moved(id, place, float(predicted[place]), float(true[place]))


@np.errstate(all="ignore")
def course(
    evaluation: Evaluation, target: str, source: str, reach: float, *, element: tuple[int, ...] = (), count: int = 121
) -> Course:
    """`target` while one entry of `source` (both ids) runs `reach` to either side of where it is.

    NaN where an op refuses the number: class numbers can't be moved a little.
    """
    value = np.asarray(evaluation.value(source))
    entry = int(np.ravel_multi_index(element, value.shape)) if element else 0
    steps = np.linspace(-reach, reach, count)
    slopes = tangents(evaluation, source, element=element if value.ndim else None)
    here, slope = (float(np.sum(x)) for x in (np.asarray(evaluation.value(target)), slopes.get(target, 0.0)))
    along = np.full(count, here)
    if target in slopes:
        try:
            along = nudged(evaluation, source, target, np.full(count, entry), steps).reshape(count, -1).sum(axis=1)
        except ValueMismatch:
            along = np.full(count, np.nan)
    return Course(value[element] + steps, along, here + slope * steps)
