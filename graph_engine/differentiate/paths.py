"""The chain rule drawn out: one product of local derivatives per path, summed.

Counting, summing and the largest paths come from one walk over the plan (dynamic programming), so they answer at once
where listing would take longer than anyone lives.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..errors import GraphError
from ..evaluate import Evaluation, Work
from ..graph import Edge, Value, settle
from ..sentence import say
from .factored import factored
from .local import local_matrix
from .rules import pull_back

_Ranked = list[tuple[float, tuple[Any, ...] | None]]  # products, each with the wires it came by


@dataclass(frozen=True, eq=False)
class Path:
    """The wires of one path from source to target, and the product of their local derivatives.

    Between scalars the product is a number; otherwise the matrix (entries of the target) × (entries of the source).
    """

    edges: tuple[Edge, ...]
    product: Value


class Paths:
    """All paths from `source` to `target` (ids).

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("multiply", "y", x=x, y=x)
    >>> found = Paths(evaluate(graph), x, y)
    >>> found.count, found.total, [path.product for path in found]
    (2, 6.0, [3.0, 3.0])
    """

    def __init__(self, evaluation: Evaluation, source: str, target: str) -> None:
        self.source, self.target = source, target
        self._start, self._end = evaluation.plan.slot[source], evaluation.plan.slot[target]
        self._works = _between(evaluation, self._start, self._end)
        self._evaluation = evaluation
        values = [evaluation.values[slot] for slot in (self._start, self._end, *self._works)]
        self.plain = all(type(value) is float for value in values)
        self._times: Any = operator.mul if self.plain else _matmul

    @property
    def ops(self) -> int:
        """How many ops lie on the paths, the target included."""
        return len(self._works)

    @cached_property
    def count(self) -> int:
        """How many paths there are; exact, however many."""
        ways = {self._start: 1}
        for slot, work in self._works.items():
            ways[slot] = sum([ways.get(read, 0) for read in work.reads])
        return ways.get(self._end, 0)

    @cached_property
    def factors(self) -> int:
        """How many local derivatives the products have all together, were each path worked out by itself."""
        ways, wires = {self._start: 1}, {self._start: 0}
        for slot, steps in self._steps.items():
            ways[slot] = sum(ways[read] for read, _ in steps)
            wires[slot] = sum(wires[read] + ways[read] for read, _ in steps)
        return wires.get(self._end, 0)

    @cached_property
    @np.errstate(all="ignore")
    def total(self) -> Value:
        """The sum of all products: ∂target/∂source."""
        sums: dict[int, Any] = {self._start: self._identity}
        for slot, steps in self._links.items():
            first, *others = [self._times(slope, sums[read]) for read, _, slope in steps]
            sums[slot] = sum(others, first)
        return _value(sums.get(self._end, self._nothing))

    def largest(self, k: int) -> list[Path]:
        """The `k` paths between scalars whose products are largest in absolute value, the largest first."""
        self._refuse_arrays()
        best: dict[int, _Ranked] = {self._start: [(1.0, None)]}
        for slot, steps in self._links.items():
            reached: _Ranked = [
                (slope * product, (edge, tail)) for read, edge, slope in steps for product, tail in best[read]
            ]
            reached.sort(key=_size, reverse=True)  # a few sorted runs: linear
            best[slot] = reached[:k]
        return [Path(_unrolled(tail), product) for product, tail in best.get(self._end, ())]

    def __iter__(self) -> Iterator[Path]:
        """The paths one by one, computed as they are asked for."""
        open_ends: list[tuple[int, tuple[Edge, ...], Any]] = [(self._end, (), None)]
        while open_ends:
            slot, behind, product = open_ends.pop()
            if slot == self._start:
                yield Path(behind, _value(self._identity if product is None else product))
            elif slot in self._works:
                for read, edge, slope in reversed(self._links[slot]):
                    further = slope if product is None else self._times(product, slope)
                    open_ends.append((read, (edge, *behind), further))

    def routes(self) -> Iterator[tuple[Edge, ...]]:
        """The wires of each path, in the order of the products, with nothing computed."""
        open_ends: list[tuple[int, tuple[Edge, ...]]] = [(self._end, ())]
        while open_ends:
            slot, behind = open_ends.pop()
            if slot == self._start:
                yield behind
            elif slot in self._steps:
                open_ends += [(read, (edge, *behind)) for read, edge in reversed(self._steps[slot])]

    @cached_property
    def _steps(self) -> dict[int, list[tuple[int, Edge]]]:
        """By slot, where its value came from and by which edge."""
        works, start = self._works, self._start
        return {
            slot: [
                (read, edge)
                for read, edge in zip(work.reads, work.edges, strict=True)
                if edge is not None and (read in works or read == start)
            ]
            for slot, work in works.items()
        }

    @cached_property
    def _links(self) -> dict[int, list[tuple[int, Edge, Any]]]:
        """By slot, where its value came from, by which edge, and the local derivative of that.

        Local derivatives are floats between scalars, else matrices.
        """
        evaluation, works, start = self._evaluation, self._works, self._start
        found: dict[int, list[tuple[int, Edge, Any]]] = {}
        for slot, work in works.items():
            plain = self.plain and work.pull is not None
            slopes = pull_back(work, evaluation, 1.0) if plain else None
            found[slot] = [
                (read, edge, self._entry(local_matrix(evaluation, edge)) if slopes is None else slopes[place])
                for place, (read, edge) in enumerate(zip(work.reads, work.edges, strict=True))
                if edge is not None and (read in works or read == start)
            ]
        return found

    def _entry(self, matrix: Any) -> Any:
        return float(matrix[0, 0]) if self.plain else matrix

    def _refuse_arrays(self) -> None:
        if not self.plain:
            message = say("paths are ranked and factored between scalars only")
            raise GraphError(message, node=self._evaluation.plan.order[self._end])

    @cached_property
    def _identity(self) -> Any:
        return 1.0 if self.plain else np.eye(int(np.size(self._evaluation.values[self._start])))  # type: ignore[arg-type]

    @property
    def _nothing(self) -> Any:
        """The derivative where no path leads to the target."""
        values = self._evaluation.values
        rows, columns = (int(np.size(values[slot])) for slot in (self._end, self._start))  # type: ignore[arg-type]
        return 0.0 if self.plain else np.zeros((rows, columns))

    def factored(self, label: Callable[[Edge, float], str] | None = None) -> str:
        """The sum with common factors taken out, as text: `(1 + 2) × (3 + 4)` for scalars.

        `label` says how a local derivative is written; else as its number.
        """
        self._refuse_arrays()
        return factored(self._links, self._start, self._end, label)


def ways_to(evaluation: Evaluation, target: str) -> dict[str, int]:
    """How many paths lead to `target` (an id) from each node that it depends on, itself included."""
    ways = {target: 1}
    for work in reversed(evaluation.plan.work):
        here = ways.get(work.node)
        if here:
            for source in work.feeds:
                if source is not None:
                    ways[source] = ways.get(source, 0) + here
    return ways


def carried_along(evaluation: Evaluation, edges: Sequence[Edge], upstream: Value) -> Value:
    """What `upstream`, arriving at the end of a path, becomes on its way back along these wires alone.

    The sum over all paths is the gradient, whatever the shapes.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=[1, 2])
    >>> y = graph.add("multiply", "y", x=x, y=x)
    >>> values = evaluate(graph)
    >>> [carried_along(values, path, [1.0, 1.0]) for path in Paths(values, x, y).routes()]
    [array([1., 2.]), array([1., 2.])]
    """
    for edge in reversed(edges):
        work = evaluation.work_of(edge.target)
        assert work is not None
        place = work.op.ports.index(edge.port)
        pulled = pull_back(work, evaluation, upstream, (place,))[place]
        assert pulled is not None
        upstream = pulled
    return upstream


def _between(evaluation: Evaluation, start: int, end: int) -> dict[int, Work]:
    """The ops on the way from `start` to `end`, by slot, in the order of the plan."""
    ahead = {start}
    for work in evaluation.plan.work:
        if not ahead.isdisjoint(work.reads):
            ahead.add(work.slot)
    needed, found = {end}, []
    for work in reversed(evaluation.plan.work):
        if work.slot in needed and work.slot in ahead and work.slot != start:
            needed.update(work.reads)
            found.append(work)
    return {work.slot: work for work in reversed(found)}


_matmul = np.errstate(all="ignore")(np.matmul)


def _size(entry: tuple[float, Any]) -> float:
    size = abs(entry[0])
    return size if size == size else -1.0  # NaN comes last


def _unrolled(tail: tuple[Any, ...] | None) -> tuple[Edge, ...]:
    edges = []
    while tail is not None:
        edge, tail = tail
        edges.append(edge)
    return tuple(reversed(edges))


def _value(product: Any) -> Value:
    if isinstance(product, float):
        return product
    return float(product[0, 0]) if product.shape == (1, 1) else settle(product)
