"""Gradient check: analytic derivatives against central differences, (f(x + h) − f(x − h)) / 2h.

The step follows Numerical Recipes (Press et al., 5.7): the cube root of the rounding unit, times the size of x.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ..errors import ValueMismatch
from ..evaluate import Evaluation, nudged
from ..graph import Edge, Value
from ..ops import Array
from .local import local_matrix
from .reverse import gradients

TOLERANCE = 1e-5  # relative
_AT_ONCE = 1 << 20  # numbers in one batch of settings
_NOISE = 64  # rounding errors of f that a difference may carry


@dataclass(frozen=True)
class Verdict:
    """How one derivative stood the test: of the target by a source, or of one wire.

    `element` is the entry where analytic and numerical part most, by relative error.
    """

    what: str | Edge
    element: tuple[int, ...]
    analytic: float
    numerical: float
    relative: float
    mean: float  # the mean absolute difference over all entries
    passed: bool


def check_sources(
    evaluation: Evaluation, target: str, sources: Iterable[str] | None = None, *, tolerance: float = TOLERANCE
) -> Iterator[Verdict]:
    """One verdict for each source that `target` depends on (ids); none for class numbers, which have no derivative.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("square", "y", x=x)
    >>> [verdict] = check_sources(evaluate(graph), y)
    >>> verdict.analytic, round(verdict.numerical, 6), verdict.passed
    (6.0, 6.0, True)
    """
    found = gradients(evaluation, target)
    graph = evaluation.graph
    for id in sources if sources is not None else [node.id for node in graph.nodes if node.is_source]:
        value = evaluation.value(id)
        if id in found.nodes and value is not None and np.size(value):
            try:
                numerical, noise = central_differences(evaluation, target, id)
            except ValueMismatch:  # class numbers are choices: they can't be moved a little
                continue
            yield _verdict(id, np.asarray(found.nodes[id]), numerical, noise, tolerance)


def central_differences(
    evaluation: Evaluation, target: str, source: str, *, step: float | None = None
) -> tuple[Array, Array]:
    """∂(sum of target)/∂source entry by entry, and how much of each may be rounding. Both in the source's shape."""
    value, out = np.asarray(evaluation.value(source)), np.asarray(evaluation.value(target))
    steps = np.full(value.size, step, value.dtype) if step is not None else natural_steps(value).ravel()
    slopes, noise = np.empty(value.size), np.empty(value.size)
    chunk = max(1, _AT_ONCE // _widest(evaluation))
    for start in range(0, value.size, chunk):
        entries = np.arange(start, min(start + chunk, value.size))
        h = steps[entries]
        ahead = nudged(evaluation, source, target, entries, h).reshape(len(entries), -1)
        behind = nudged(evaluation, source, target, entries, -h).reshape(len(entries), -1)
        slopes[entries] = (ahead - behind).sum(axis=1) / (2 * h)
        noise[entries] = _NOISE * np.finfo(out.dtype).eps * (1 + np.abs(ahead).sum(axis=1)) / h
    return slopes.reshape(value.shape), noise.reshape(value.shape)


def error_by_step(
    evaluation: Evaluation, target: str, source: str, element: tuple[int, ...] = (), steps: Iterable[float] = ()
) -> list[tuple[float, float]]:
    """How far central differences are from the analytic derivative at each step size."""
    analytic = np.asarray(gradients(evaluation, target, wanted=(source,)).nodes[source])[element]
    entry = np.array([np.ravel_multi_index(element, np.asarray(evaluation.value(source)).shape) if element else 0])
    found = []
    for step in steps or [10.0**-power for power in range(1, 14)]:
        h = np.array([step])
        ahead, behind = (nudged(evaluation, source, target, entry, by).sum() for by in (h, -h))
        found.append((step, abs(float((ahead - behind) / (2 * step) - analytic))))
    return found


def check_edges(evaluation: Evaluation, *, tolerance: float = TOLERANCE) -> Iterator[Verdict]:
    """One verdict for each wire: its local derivative against central differences of the one op it enters."""
    for work in evaluation.plan.work:
        if evaluation.values[work.slot] is None:
            continue
        for place, edge in enumerate(work.edges):
            value = evaluation.value(edge.source) if edge is not None else None
            if edge is None or value is None or not np.size(value):
                continue
            try:
                numerical, noise = _local_differences(evaluation, work.node, place, value)
            except ValueMismatch:
                continue
            analytic = local_matrix(evaluation, edge)
            shape = analytic.shape if analytic.size > 1 else ()
            analytic, numerical, noise = (part.reshape(shape) for part in (analytic, numerical, noise))
            yield _verdict(edge, analytic, numerical, noise, tolerance)


def natural_steps(value: Value) -> Array:
    """For each entry the step at which rounding and curvature cost about the same."""
    array = np.asarray(value)
    wish = np.cbrt(np.finfo(array.dtype).eps) * (1 + np.abs(array))
    exact: Array = (array + wish) - array  # what is really added
    return exact


def _local_differences(evaluation: Evaluation, node: str, place: int, value: Value) -> tuple[Array, Array]:
    """Central differences of one op by one of its inputs: a matrix like `local_matrix`, and its rounding."""
    work = evaluation.work_of(node)
    assert work is not None
    array = np.asarray(value)
    inputs = [None if x is None else np.asarray(x) for x in evaluation.inputs_of(work)]
    columns, noise = [], []
    with np.errstate(all="ignore"):
        for entry, h in enumerate(natural_steps(array).ravel()):
            ends = []
            for by in (h, -h):
                moved = array.copy()
                moved.reshape(-1)[entry] += by
                given = [*inputs[:place], moved, *inputs[place + 1 :]]
                ends.append(np.asarray(work.op.forward(*given, **work.attributes)).ravel())
            columns.append((ends[0] - ends[1]) / (2 * h))
            noise.append(_NOISE * np.finfo(ends[0].dtype).eps * (1 + np.abs(ends[0])) / h)
    return np.array(columns).T, np.array(noise).T


def _verdict(what: str | Edge, analytic: Array, numerical: Array, noise: Array, tolerance: float) -> Verdict:
    difference = np.abs(analytic - numerical)
    size = np.maximum(np.abs(analytic), np.abs(numerical))
    relative = difference / np.maximum(size, noise / tolerance)
    relative = np.where(np.isnan(relative), np.inf, relative)
    flat = int(np.argmax(relative))
    worst = float(relative.flat[flat])
    return Verdict(
        what=what,
        element=tuple(int(i) for i in np.unravel_index(flat, analytic.shape)),
        analytic=float(analytic.flat[flat]),
        numerical=float(numerical.flat[flat]),
        relative=worst,
        mean=float(difference.mean()),
        passed=worst <= tolerance,
    )


def _widest(evaluation: Evaluation) -> int:
    """The size of the largest computed value: what a batch has to hold once per setting."""
    return max((np.size(evaluation.values[work.slot]) for work in evaluation.plan.work), default=1)  # type: ignore[arg-type]
