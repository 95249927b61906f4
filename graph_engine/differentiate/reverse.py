"""Reverse mode: from one target back to everything that fed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from ..errors import GraphError
from ..evaluate import Evaluation
from ..graph import Edge, Value, settle
from ..sentence import say
from .route import Route, route_back
from .rules import pull_back, start_of


class Gradients:
    """The derivative of `target` with respect to every node that feeds it, and what each wire carried of it.

    A target that is an array is seeded with ones, so the gradients are those of the sum of its entries, unless
    another seed or a single element was asked for.
    """

    def __init__(
        self, evaluation: Evaluation, target: str, route: Route, slots: dict[int, Value] | list[float]
    ) -> None:
        self.target = target
        self.element: tuple[int, ...] | None = None  # the one entry of the target that was asked for
        self._route = route
        self._slots = slots
        self._seen = Evaluation(evaluation.graph, evaluation.plan, evaluation.values.copy())
        self._pulled: dict[int, Sequence[Value | None]] = {}  # by slot, what was asked of single wires

    def __repr__(self) -> str:
        return f"<Gradients of {self.target} by {len(self._route.slots)} nodes>"

    @cached_property
    def nodes(self) -> dict[str, Value]:
        """∂target/∂node by id."""
        return dict(zip(self._route.ids, self._route.pick(self._slots), strict=False))

    @cached_property
    def edges(self) -> dict[Edge, Value]:
        """What each wire carried back: upstream gradient through the local derivative."""
        carried: dict[Edge, Value] = {}
        for work, places in self._route.stops:
            pulled = pull_back(work, self._seen, self._slots[work.slot], places)
            edges = work.edges
            for place in places:
                edge, gradient = edges[place], pulled[place]
                assert edge is not None
                assert gradient is not None
                carried[edge] = gradient
        return carried

    def edge(self, edge: Edge) -> Value | None:
        """What one wire carried back, without working out the others; None for one that lies off the way."""
        if "edges" in self.__dict__:
            return self.edges.get(edge)
        work, slots = self._seen.work_of(edge.target), self._route.slots
        if work is None or work.slot not in slots:
            return None
        place = work.op.ports.index(edge.port)
        if work.reads[place] not in slots or work.feeds[place] != edge.source:
            return None
        pulled = self._pulled.get(work.slot)
        if pulled is None:
            places = tuple([place for place, slot in enumerate(work.reads) if slot in slots])
            pulled = self._pulled[work.slot] = pull_back(work, self._seen, self._slots[work.slot], places)
        return pulled[place]

    def of(self, id: str, like: Value) -> Value:
        """The gradient of `id`; zeros in the shape of `like` where the target does not depend on it."""
        found = self.nodes.get(id)
        return zeros(like) if found is None else found


def gradients(
    evaluation: Evaluation,
    target: str,
    *,
    element: tuple[int, ...] | None = None,
    seed: Any = None,
    wanted: Iterable[str] | None = None,
) -> Gradients:
    """Reverse mode from `target` (an id).

    `element` differentiates one entry of an array; `seed` is any upstream gradient in the target's shape. With `wanted`
    (ids) only what lies on the way to them is visited, and only they and what lies between have gradients.

    Each gradient has the shape of its node. `GraphError` where the target has no value, `ValueMismatch` for an entry or
    a shape that it does not have.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("multiply", "y", x=x, y=x)
    >>> gradients(evaluate(graph), y).nodes[x]
    6.0
    """
    out = target_value(evaluation, target)
    route = route_back(evaluation.plan, target, wanted)
    plain = type(out) is float and element is None and seed is None
    start = 1.0 if plain else start_of(evaluation.graph.node(target).name, out, element, seed)
    if route.floats is not None and type(start) is float:
        try:
            return Gradients(evaluation, target, route, _on_floats(evaluation.values, route, start))
        except (ArithmeticError, ValueError, TypeError):
            pass  # outside the range of `math`, or an array somewhere; one op at a time
    with np.errstate(all="ignore"):
        found = Gradients(evaluation, target, route, _one_by_one(evaluation, route, start))
    found.element = element or None
    return found


def target_value(evaluation: Evaluation, target: str) -> Value:
    """The value of what is to be differentiated; refused where it has none."""
    out = evaluation.value(target)
    if out is None:
        name = evaluation.graph.node(target).name
        raise GraphError(say("“{node}” has no value, so nothing can be differentiated from it", node=name), node=target)
    return out


def _on_floats(values: list[Any], route: Route, start: float) -> list[float]:
    """The gradients of a graph of plain floats, in one flat loop."""
    found = [0.0] * len(values)
    found[route.target] = start
    factors = [*values, *route.constants]
    for pull, out, a, b, to_a, to_b in route.floats or ():
        if pull is None:
            g = found[out]
            found[a] += g * factors[to_a]
            if b >= 0:
                found[b] += g * factors[to_b]
        elif b < 0:
            found[a] += pull(found[out], values[a], values[out])
        else:
            first, second = pull(found[out], values[a], values[b], values[out])
            found[a] += first
            found[b] += second
    return found


def _one_by_one(evaluation: Evaluation, route: Route, start: Value) -> dict[int, Value]:
    found = {route.target: start}
    for work, places in route.stops:
        pulled = pull_back(work, evaluation, found[work.slot], places)
        for place in places:
            slot, gradient = work.reads[place], pulled[place]
            assert gradient is not None
            before = found.get(slot)
            found[slot] = gradient if before is None else settle(before + gradient)
    return found


def zeros(like: Value) -> Value:
    """The derivative of what does not depend on `like`, in its shape."""
    return 0.0 if type(like) is float else settle(np.zeros_like(like))
