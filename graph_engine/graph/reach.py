"""Which part of a graph leads to a node, follows from it, or lies between two."""

from __future__ import annotations

from collections.abc import Iterable

from .graph import Graph


def upstream(graph: Graph, ids: Iterable[str]) -> frozenset[str]:
    """These nodes and all that they depend on."""
    found = set(ids)
    return frozenset(found.union(*(graph.ancestors(id) for id in found)))


def downstream(graph: Graph, ids: Iterable[str]) -> frozenset[str]:
    """These nodes and all that depends on them."""
    found = set(ids)
    return frozenset(found.union(*(graph.descendants(id) for id in found)))


def between(graph: Graph, one: str, other: str) -> frozenset[str]:
    """The nodes on all paths from one node to the other, whichever comes first; none if no path joins them."""
    for start, end in ((one, other), (other, one)):
        after = graph.descendants(start) | {start}
        if end in after:
            return frozenset(after & (graph.ancestors(end) | {end}))
    return frozenset()
