"""A sigmoid or tanh so far out that it lets next to nothing back, though there is something to learn."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...evaluate import named
from ...explain import short
from ...sentence import say
from ..declare import Case, Finding, Link, largest

_FLAT, _SHARE = 1e-3, 0.5  # a slope that small, at this share of the entries
_WORTH = 1e-3  # the upstream gradient that makes it matter


def RULE(case: Case) -> Iterator[Finding]:
    graph = case.evaluation.graph
    for node in case.computing:
        if node.kind not in ("sigmoid", "tanh") or largest(case.gradient(node.id)) < _WORTH:
            continue
        out = np.asarray(case.evaluation.value(node.id))
        slope = out * (1 - out) if node.kind == "sigmoid" else 1 - out**2
        if not out.size or np.mean(slope < _FLAT) < _SHARE:
            continue
        x = case.input(node)
        yield Finding(
            rule="saturated",
            node=node.id,
            sentence=say(
                "{node} is saturated: where {x} comes in its slope is only {slope}",
                node=named(graph, node.id),
                x=short(float(f"{x.flat[np.argmax(np.abs(x))]:.4g}")),
                slope=short(float(f"{slope.min():.3g}")),
            ),
            helps=say(
                "At the output, use sigmoid with loss (cross-entropy), whose gradient is y − t; inside, start with"
                " smaller weights, scale the inputs, or use relu."
            ),
            chain=(*_into(case, node.id), *case.chain(node.id)),
        )


def _into(case: Case, id: str) -> tuple[Link, ...]:
    """The wire into the node itself, whose factor is the small one."""
    [edge] = case.evaluation.graph.edges_in(id)
    carried = None if case.gradients is None else case.gradients.edge(edge)
    return () if carried is None else (Link(edge, largest(carried) / largest(case.gradient(id))),)
