"""What a rule is given and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..differentiate import Gradients
from ..evaluate import Evaluation
from ..graph import Edge, Node, Value
from ..sentence import Sentence


@dataclass(frozen=True)
class Link:
    """One wire of a chain: what it carries back, divided by what comes back to the node it enters."""

    edge: Edge
    factor: float


@dataclass(frozen=True)
class Finding:
    """One thing that stands out at `node`; `chain` runs from there towards what is differentiated."""

    rule: str
    node: str
    sentence: Sentence
    helps: Sentence
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, eq=False)
class Case:
    """The values and gradients under examination."""

    evaluation: Evaluation
    gradients: Gradients | None
    _links: dict[str, Link | None] = field(default_factory=dict)

    @cached_property
    def computing(self) -> list[Node]:
        """The ops with a value whose gradient is known."""
        found = {} if self.gradients is None else self.gradients.nodes
        graph = self.evaluation.graph
        return [graph.node(work.node) for work in self.evaluation.plan.work if work.node in found]

    @cached_property
    def learning(self) -> list[Node]:
        """The parameters and variables that the target depends on."""
        found = {} if self.gradients is None else self.gradients.nodes
        nodes = self.evaluation.graph.nodes
        return [node for node in nodes if node.kind in ("parameter", "variable") and node.id in found]

    def gradient(self, id: str) -> Value:
        assert self.gradients is not None
        return self.gradients.nodes[id]

    def input(self, node: Node, port: str = "x") -> np.ndarray:
        """What stands at an input of an op that has a value."""
        return np.asarray(self.evaluation.value(self.evaluation.graph.inputs(node.id)[port]))

    def chain(self, id: str) -> tuple[Link, ...]:
        """The way on which most of the gradient came to `id`, from there on."""
        links: list[Link] = []
        while (link := self._link(id)) is not None:
            links.append(link)
            id = link.edge.target
        return tuple(links)

    def _link(self, id: str) -> Link | None:
        """The first of the chain from `id`; chains of many nodes share most of theirs."""
        if id not in self._links:
            self._links[id] = self._find_link(id)
        return self._links[id]

    def _find_link(self, id: str) -> Link | None:
        assert self.gradients is not None
        if id == self.gradients.target:
            return None
        edges = self.evaluation.graph.edges_out(id)
        carried = [(largest(value), edge) for edge in edges if (value := self.gradients.edge(edge)) is not None]
        if not carried:
            return None
        size, edge = max(carried)
        upstream = largest(self.gradients.nodes[edge.target])
        return Link(edge, size / upstream if upstream else 0.0)


Rule = Callable[[Case], Iterator[Finding]]


def largest(value: Value) -> float:
    """The largest magnitude among the entries."""
    return abs(value) if type(value) is float else float(np.max(np.abs(value), initial=0.0))
