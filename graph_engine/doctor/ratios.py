"""How much a gradient shrinks or grows between the loss and a source: shared by the rules on both."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ..graph import Node
from .declare import Case, Link, largest

_TRIED = 20  # sources whose chains are followed


def extremes(case: Case, *, shrinking: bool) -> Iterator[tuple[Node, tuple[Link, ...]]]:
    """Sources with the smallest (or largest) gradients first, each with the chain that its gradient came on.

    What the loss itself does is left out: its gradient is small where there is little left to learn.
    """
    sizes = [(largest(case.gradient(node.id)), node) for node in case.learning]
    sizes = [(size, node) for size, node in sizes if 0 < size < math.inf]
    for _, node in sorted(sizes, key=lambda pair: pair[0], reverse=not shrinking)[:_TRIED]:
        yield node, before_the_loss(case, case.chain(node.id))


def before_the_loss(case: Case, chain: Sequence[Link]) -> tuple[Link, ...]:
    """The part of a chain that ends where a loss begins: what a loss does to its scores is no fault of the layers."""
    graph = case.evaluation.graph
    inner = [place for place, link in enumerate(chain) if graph.node(link.edge.target).op.family == "losses"]
    return tuple(chain[: inner[0]] if inner else chain)


def product(chain: Sequence[Link]) -> float:
    """By how much a gradient shrinks or grows on the whole chain."""
    return math.prod(link.factor for link in chain)
