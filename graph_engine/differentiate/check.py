"""Gradient check: analytic derivatives against central differences, (f(x + h) − f(x − h)) / 2h.

The step follows Numerical Recipes (Press et al., 5.7): the cube root of the rounding unit, times the size of x.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import numpy as np

from ..errors import ValueMismatch
from ..evaluate import Evaluation, as_arrays, nudged
from ..graph import Edge, Value
from ..ops import Array
from .local import local_matrix
from .reverse import Gradients, gradients
from .verdict import TOLERANCE, Verdict, judge

STEPS = tuple(10.0**-power for power in range(1, 14))
_AT_ONCE = 1 << 20  # numbers in one batch of settings
_NOISE = 64  # rounding errors of f that a difference may carry
_QUIET = np.errstate(all="ignore")  # infinite and NaN differences are findings


def check_sources(
    evaluation: Evaluation,
    target: str,
    sources: Iterable[str] | None = None,
    *,
    tolerance: float = TOLERANCE,
    found: Gradients | None = None,
) -> Iterator[Verdict]:
    """One verdict for each source that `target` depends on (ids); none for class numbers, which have no derivative.

    `found` are the gradients to check, if there are any already.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("square", "y", x=x)
    >>> [verdict] = check_sources(evaluate(graph), y)
    >>> verdict.analytic, round(verdict.numerical, 6), verdict.passed
    (6.0, 6.0, True)
    """
    found = found or gradients(evaluation, target)
    graph = evaluation.graph
    out = evaluation.value(target)
    for id in sources if sources is not None else [node.id for node in graph.nodes if node.is_source]:
        value = evaluation.value(id)
        if id in found.nodes and _can_move(value, out):
            try:
                numerical, noise = central_differences(evaluation, target, id)
            except ValueMismatch:  # class numbers are choices: they can't be moved a little
                continue
            sides = partial(_source_sides, evaluation, target, id)
            yield judge(id, np.asarray(found.nodes[id]), numerical, noise, sides, tolerance)


@_QUIET
def central_differences(evaluation: Evaluation, target: str, source: str) -> tuple[Array, Array]:
    """∂(sum of target)/∂source entry by entry, and how much of each may be rounding. Both in the source's shape."""
    value, out = np.asarray(evaluation.value(source)), np.asarray(evaluation.value(target))
    steps = natural_steps(value).ravel()
    behind, ahead = _source_ends(evaluation, target, source, np.arange(value.size), steps)
    noise = _rounding(out.dtype, np.abs(ahead).sum(axis=1), steps)
    slopes = (ahead - behind).sum(axis=1) / (2 * steps)
    return slopes.reshape(value.shape), noise.reshape(value.shape)


@_QUIET
def _source_sides(
    evaluation: Evaluation, target: str, source: str, entries: Array, factor: float
) -> tuple[Array, Array, Array]:
    """The slopes behind and ahead of the source's value, and their rounding."""
    here = np.asarray(evaluation.value(target))
    steps = natural_steps(evaluation.value(source), factor).ravel()[entries]
    behind, ahead = _source_ends(evaluation, target, source, entries, steps)
    slopes = ((here.ravel() - behind).sum(axis=1) / steps, (ahead - here.ravel()).sum(axis=1) / steps)
    return *slopes, _rounding(here.dtype, np.abs(ahead).sum(axis=1), steps)


def _source_ends(evaluation: Evaluation, target: str, source: str, entries: Array, steps: Array) -> tuple[Array, Array]:
    """The target, flat, with each of the entries moved back and moved ahead."""
    chunk = max(1, _AT_ONCE // max(1, _widest(evaluation)))
    found = []
    for start in range(0, len(entries), chunk):
        some, h = entries[start : start + chunk], steps[start : start + chunk]
        found.append([nudged(evaluation, source, target, some, by).reshape(len(some), -1) for by in (-h, h)])
    behind, ahead = zip(*found, strict=True)
    return np.concatenate(behind), np.concatenate(ahead)


def _rounding(dtype: Any, size: Array, steps: Array) -> Array:
    """How much of a slope may be rounding, where f is of this size."""
    found: Array = _NOISE * np.finfo(dtype).eps * (1 + size) / steps
    return found


@_QUIET
def error_by_step(
    evaluation: Evaluation, target: str, source: str, element: tuple[int, ...] = (), steps: Iterable[float] = ()
) -> list[tuple[float, float]]:
    """How far central differences are from the analytic derivative at each step size.

    `element` is the entry of an array that moves, the first one if none is given.
    """
    analytic = np.asarray(gradients(evaluation, target, wanted=(source,)).nodes[source])
    place = element or (0,) * analytic.ndim
    entry = np.array([np.ravel_multi_index(place, analytic.shape) if analytic.ndim else 0])
    found = []
    for step in steps or STEPS:
        h = np.array([step])
        ahead, behind = (nudged(evaluation, source, target, entry, by).sum() for by in (h, -h))
        found.append((step, abs(float((ahead - behind) / (2 * step) - analytic[place]))))
    return found


@_QUIET
def local_error_by_step(
    evaluation: Evaluation, edge: Edge, element: tuple[int, ...] = (), steps: Iterable[float] = ()
) -> list[tuple[float, float]]:
    """The same for one wire; `element` is the entry (output, input) of its `local_matrix`.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("power", "y", x=x, attributes={"n": 3})
    >>> [(step, error)] = local_error_by_step(evaluate(graph), Edge(x, y, "x"), steps=[0.1])
    >>> round(error, 12)
    0.01
    """
    row, column = element or (0, 0)
    analytic = local_matrix(evaluation, edge)[row, column]
    found = []
    for step in steps or STEPS:
        slope, _ = _local_column(evaluation, edge, column, step)
        found.append((step, abs(float(slope[row] - analytic))))
    return found


def check_edges(evaluation: Evaluation, *, tolerance: float = TOLERANCE) -> Iterator[Verdict]:
    """One verdict for each wire: its local derivative against central differences of the one op it enters."""
    for work in evaluation.plan.work:
        if evaluation.values[work.slot] is None:
            continue
        for edge in work.edges:
            value = evaluation.value(edge.source) if edge is not None else None
            if edge is None or value is None or not _can_move(value, evaluation.values[work.slot]):
                continue
            try:
                numerical, noise = _local_differences(evaluation, edge, value)
            except ValueMismatch:
                continue
            analytic = local_matrix(evaluation, edge)
            shape = analytic.shape if analytic.size > 1 else ()
            analytic, numerical, noise = (part.reshape(shape) for part in (analytic, numerical, noise))
            yield judge(edge, analytic, numerical, noise, partial(_local_sides, evaluation, edge), tolerance)


def _can_move(value: Value | None, out: Value | None) -> bool:
    """Whether there is an entry to move, and one that it may move."""
    return value is not None and out is not None and np.size(value) > 0 and np.size(out) > 0


@_QUIET
def natural_steps(value: Value | None, factor: float = 1.0) -> Array:
    """For each entry the step at which rounding and curvature cost about the same, times `factor`.

    1 for an infinite entry, which stays where it is.
    """
    array = np.asarray(value)
    wish = factor * np.cbrt(np.finfo(array.dtype).eps) * (1 + np.abs(array))
    exact = (array + wish) - array  # what is really added
    return np.where(np.isfinite(exact), exact, np.ones((), array.dtype))


def _local_differences(evaluation: Evaluation, edge: Edge, value: Value) -> tuple[Array, Array]:
    """Central differences of one op by one of its inputs: a matrix like `local_matrix`, and its rounding."""
    columns = [_local_column(evaluation, edge, entry, h) for entry, h in enumerate(natural_steps(value).ravel())]
    return np.array([slope for slope, _ in columns]).T, np.array([noise for _, noise in columns]).T


@_QUIET
def _local_column(evaluation: Evaluation, edge: Edge, entry: int, h: float) -> tuple[Array, Array]:
    """The slopes of the op that `edge` enters by one entry of that input, and their rounding."""
    behind, _, ahead = _local_ends(evaluation, edge, entry, h)
    return (ahead - behind) / (2 * h), _rounding(ahead.dtype, np.abs(ahead), np.asarray(h))


@_QUIET
def _local_sides(evaluation: Evaluation, edge: Edge, entries: Array, factor: float) -> tuple[Array, Array, Array]:
    """The slopes behind and ahead for entries of the matrix, and their rounding."""
    value = evaluation.value(edge.source)
    steps = natural_steps(value, factor).ravel()
    wide = len(steps)
    ends = {column: _local_ends(evaluation, edge, column, steps[column]) for column in set((entries % wide).tolist())}
    picked = [[part[entry // wide] for part in ends[entry % wide]] for entry in entries.tolist()]
    behind, here, ahead = np.array(picked).T
    h = steps[entries % wide]
    return (here - behind) / h, (ahead - here) / h, _rounding(ahead.dtype, np.abs(ahead), h)


def _local_ends(evaluation: Evaluation, edge: Edge, entry: int, h: float) -> tuple[Array, Array, Array]:
    """The op's value, flat, with one entry of that input moved back, left alone, and moved ahead."""
    work = evaluation.work_of(edge.target)
    assert work is not None
    place, inputs = work.op.ports.index(edge.port), as_arrays(evaluation.inputs_of(work))
    found = []
    for by in (-h, 0.0, h):
        moved = np.array(inputs[place], order="C")
        moved.reshape(-1)[entry] += by
        given = [*inputs[:place], moved, *inputs[place + 1 :]]
        found.append(np.asarray(work.op.forward(*given, **work.attributes)).ravel())
    return found[0], found[1], found[2]


def _widest(evaluation: Evaluation) -> int:
    """The size of the largest computed value: what a batch has to hold once per setting."""
    return max((np.size(evaluation.values[work.slot]) for work in evaluation.plan.work), default=1)  # type: ignore[arg-type]
