"""The backward pass and forward mode, one step at a time; contributions arrive before their sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..evaluate import Evaluation, Step
from ..graph import Edge
from .route import route_back


def backward_steps(evaluation: Evaluation, target: str) -> Iterator[Step]:
    """Seed, then one `pull` for each op on the way back, and a `sum` as soon as a node's last contribution is there."""
    works = [work for work, _ in route_back(evaluation.plan, target).stops]
    expected = Counter(edge.source for work in works for edge in work.edges if edge is not None)
    arrived: dict[str, list[Edge]] = {}
    yield Step("seed", target)
    for work in works:
        edges = tuple(edge for edge in work.edges if edge is not None)
        yield Step("pull", work.node, edges)
        for edge in edges:
            arrived.setdefault(edge.source, []).append(edge)
        for source in dict.fromkeys(edge.source for edge in edges):
            if len(arrived[source]) == expected[source] > 1:
                yield Step("sum", source, tuple(arrived[source]))


def forward_mode_steps(evaluation: Evaluation, source: str) -> Iterator[Step]:
    """Forward mode from `source`: its own step, then one `push` for each op that depends on it."""
    yield Step("start", source)
    moving = {evaluation.plan.slot[source]}
    for work in evaluation.plan.work:
        if evaluation.values[work.slot] is not None and work.node != source and not moving.isdisjoint(work.reads):
            moving.add(work.slot)
            edges = zip(work.reads, work.edges, strict=True)
            yield Step("push", work.node, tuple(edge for slot, edge in edges if edge is not None and slot in moving))
