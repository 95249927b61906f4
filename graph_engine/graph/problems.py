"""What is wrong with a graph, as a list; finding problems never raises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..sentence import Sentence, say
from .graph import Graph


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where, and how bad: an `error` leaves the node without a value."""

    node: str
    sentence: Sentence
    port: str | None = None
    severity: Literal["error", "warning"] = "error"


def missing_inputs(graph: Graph, id: str) -> list[Problem]:
    """A problem for each required input of `id` that nothing is wired to."""
    node, wired = graph.node(id), graph.inputs(id)
    return [
        Problem(id, say("“{node}” needs a wire into {port}", node=node.name, port=port.name), port.name)
        for port in node.ports
        if not port.optional and port.name not in wired
    ]
