"""The backward pass, one step at a time; where a value is used twice, each contribution arrives before the sum."""

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
