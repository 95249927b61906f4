"""The chain rule drawn out: one product of local derivatives per path, summed.

Counting, summing and the largest paths come from one walk over the plan (dynamic programming), so they answer at once
where listing would take longer than anyone lives.
"""

from __future__ import annotations

import heapq
import math
import operator
from collections.abc import Iterator
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
        values = [evaluation.values[slot] for slot in (self._start, *self._works)]
        self.plain = all(type(value) is float for value in values)
        self._times: Any = operator.mul if self.plain else operator.matmul

    @cached_property
    def count(self) -> int:
        """How many paths there are; exact, however many."""
        ways = {self._start: 1}
        for work in self._works.values():
            ways[work.slot] = sum(ways.get(slot, 0) for slot in work.reads)
        return ways.get(self._end, 0)

    @cached_property
    def total(self) -> Value:
        """The sum of all products: ∂target/∂source."""
        sums: dict[int, Any] = {self._start: self._identity}
        for work in self._works.values():
            terms = [self._times(self._slopes[edge], sums[slot]) for slot, edge in self._steps(work) if slot in sums]
            sums[work.slot] = sum(terms[1:], terms[0])
        return _value(sums[self._end]) if self._end in sums else _value(0.0 * self._identity)

    def largest(self, k: int) -> list[Path]:
        """The `k` paths between scalars whose products are largest in absolute value, the largest first."""
        best: dict[int, list[tuple[float, float, tuple[Any, ...] | None]]] = {self._start: [(1.0, 1.0, None)]}
        for work in self._works.values():
            reached = []
            for slot, edge in self._steps(work):
                slope = self._number(edge)
                size = abs(slope)
                reached += [(size * rank, slope * product, (edge, tail)) for rank, product, tail in best.get(slot, ())]
            best[work.slot] = heapq.nlargest(k, reached, key=_rank)
        return [Path(_unrolled(tail), product) for _, product, tail in best.get(self._end, ())]

    def __iter__(self) -> Iterator[Path]:
        """The paths one by one, computed as they are asked for."""
        open_ends: list[tuple[int, tuple[Edge, ...], Any]] = [(self._end, (), None)]
        while open_ends:
            slot, behind, product = open_ends.pop()
            if slot == self._start:
                yield Path(behind, _value(self._identity if product is None else product))
            elif slot in self._works:
                for read, edge in reversed(self._steps(self._works[slot])):
                    slope = self._slopes[edge]
                    further = slope if product is None else self._times(product, slope)
                    open_ends.append((read, (edge, *behind), further))

    def _steps(self, work: Work) -> list[tuple[int, Edge]]:
        """The inputs of an op through which the source is reached."""
        return [
            (slot, edge)
            for slot, edge in zip(work.reads, work.edges, strict=True)
            if edge is not None and (slot == self._start or slot in self._works)
        ]

    @cached_property
    def _slopes(self) -> dict[Edge, Any]:
        """The local derivative of each edge on the way: floats between scalars, else matrices."""
        evaluation, found = self._evaluation, {}
        for work in self._works.values():
            steps = self._steps(work)
            if self.plain and work.pull is not None:
                pulled = pull_back(work, evaluation, 1.0)
                found.update({edge: pulled[work.edges.index(edge)] for _, edge in steps})
            else:
                found.update({edge: self._entry(local_matrix(evaluation, edge)) for _, edge in steps})
        return found

    def _entry(self, matrix: Any) -> Any:
        return float(matrix[0, 0]) if self.plain else matrix

    def _number(self, edge: Edge) -> float:
        if not self.plain:
            raise GraphError(say("paths are ranked and factored between scalars only"), node=edge.target)
        return float(self._slopes[edge])

    @cached_property
    def _identity(self) -> Any:
        return 1.0 if self.plain else np.eye(int(np.size(self._evaluation.values[self._start])))  # type: ignore[arg-type]

    def factored(self) -> str:
        """The sum with common factors taken out, as text: `(1 + 2) × (3 + 4)` for scalars."""
        feeding = {slot: self._steps(work) for slot, work in self._works.items()}
        return factored(feeding, self._start, self._end, self._number)


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


def _rank(entry: tuple[float, float, Any]) -> float:
    return -1.0 if math.isnan(entry[0]) else entry[0]


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
