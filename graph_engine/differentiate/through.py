"""Local derivatives of a part of a graph: what an output of it does when one of its inputs moves."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from ..evaluate import Evaluation
from ..graph import Edge, Value, settle
from .local import Local
from .reverse import gradients

LARGEST = 256  # entries of a Jacobian that is built by sweeping


def through(evaluation: Evaluation, edges: Collection[Edge], output: str) -> Local | None:
    """∂output/∂source along the wires `edges`, which leave one source and enter the part that computes `output`.

    The sum over all paths that begin with one of `edges`; None where a value is missing.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("square", "y", x=x)
    >>> z = graph.add("exp", "z", x=graph.add("multiply", "2y", x=y, y=graph.add("constant", "2", value=0.5)))
    >>> round(through(evaluate(graph), [Edge(y, "n4", "x")], z).value / evaluate(graph).value(z), 12)
    0.5
    """
    source = next(iter(edges)).source
    given, out = evaluation.value(source), evaluation.value(output)
    if given is None or out is None:
        return None
    shape = np.shape(out) + np.shape(given)
    if not shape:
        return Local("number", (), _sweep(evaluation, edges, output, None, given))
    if _entry_by_entry(evaluation, edges, output):
        return Local("elementwise", np.shape(out), _sweep(evaluation, edges, output, None, given))
    if np.prod(shape, dtype=float) > LARGEST:
        return Local("large", shape, None)
    rows = [_sweep(evaluation, edges, output, place, given) for place in np.ndindex(np.shape(out))]
    return Local("jacobian", shape, settle(np.array(rows, np.asarray(out).dtype).reshape(shape)))


def _sweep(
    evaluation: Evaluation, edges: Collection[Edge], output: str, place: tuple[int, ...] | None, given: Value
) -> Value:
    source = next(iter(edges)).source
    carried = gradients(evaluation, output, element=place or None, wanted=(source,)).edges
    found = [np.asarray(carried[edge]) for edge in edges if edge in carried]
    return settle(np.asarray(sum(found, np.zeros(np.shape(given), np.asarray(given).dtype))))


def _entry_by_entry(evaluation: Evaluation, edges: Collection[Edge], output: str) -> bool:
    """Whether all ops on the way work entry by entry and nothing is broadcast, so that the Jacobian is diagonal."""
    graph, shape = evaluation.graph, _shape(evaluation, output)
    if _shape(evaluation, next(iter(edges)).source) != shape:
        return False
    ahead: set[str] = set()
    queue = [edge.target for edge in edges]
    while queue:
        id = queue.pop()
        if id not in ahead:
            ahead.add(id)
            queue += [edge.target for edge in graph.edges_out(id)]
    between = ahead & {*graph.ancestors(output), output}
    return all(graph.node(id).op.elementwise and _shape(evaluation, id) == shape for id in between)


def _shape(evaluation: Evaluation, id: str) -> tuple[int, ...] | None:
    value = evaluation.value(id)
    return None if value is None else np.shape(value)


def difference(evaluation: Evaluation, first: str, second: str, sources: Collection[str]) -> tuple[float, float]:
    """How far two nodes are apart: the largest difference of their values, and of their gradients by `sources`.

    Both are infinite where the shapes differ or a value is missing.
    """
    a, b = evaluation.value(first), evaluation.value(second)
    if a is None or b is None or np.shape(a) != np.shape(b):
        return np.inf, np.inf
    by_first = gradients(evaluation, first, wanted=sources)
    by_second = gradients(evaluation, second, wanted=sources)
    apart = 0.0
    for source in sources:
        given = evaluation.value(source)
        if given is not None:
            apart = max(apart, _largest(by_first.of(source, given), by_second.of(source, given)))
    return _largest(a, b), apart


def _largest(a: Value, b: Value) -> float:
    """The largest difference of two arrays; NaN beside NaN is none."""
    x, y = np.asarray(a, float), np.asarray(b, float)
    same = (x == y) | (np.isnan(x) & np.isnan(y))
    with np.errstate(all="ignore"):
        return float(np.max(np.where(same, 0.0, np.abs(x - y)), initial=0.0))
