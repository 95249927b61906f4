"""The graph as it learns and as it is judged: dropout and batch normalisation do different things in the two.

While learning, the mask of a dropout is drawn anew for each step, so that a compiled program takes it as data; batch
normalisation uses the statistics of the mini-batch, and running statistics move towards them. A source that is wired
to `mean` or `variance` is such a running statistic, and no weight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np

from ..evaluate import evaluate
from ..graph import Edge, Graph, Node, make_node
from ..ops.regularizing import batch_normalization, dropout

_mask: Callable[..., Any] = dropout.mask
_running_statistics: Callable[..., tuple[Any, Any]] = batch_normalization.running_statistics
MOMENTUM = 0.1  # of the running statistics, as in PyTorch


@dataclass(frozen=True)
class Mask:
    """What the output of a dropout is multiplied by."""

    source: str  # the id that the mask is put into
    read: str  # the node that is silenced
    rate: float
    seed: int

    def draw(self, like: Any, seed: int, step: int) -> Any:
        """The mask of a step: the one that the dropout node has with the seed `seed_of`."""
        return _mask(like, self.rate, True, seed_of(seed, self.seed, step))


@dataclass(frozen=True)
class Running:
    """The running statistics of one batch normalisation."""

    read: str
    mean: str
    variance: str

    def move(self, x: Any, values: dict[str, Any]) -> None:
        moved = _running_statistics(x, values[self.mean], values[self.variance], MOMENTUM)
        values[self.mean], values[self.variance] = moved


@dataclass(frozen=True)
class Learning:
    """The graph to train on, and what has to be looked after beside it."""

    graph: Graph
    masks: tuple[Mask, ...]
    running: tuple[Running, ...]

    @property
    def statistics(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id for pair in self.running for id in (pair.mean, pair.variance)))

    @property
    def read(self) -> tuple[str, ...]:
        """The nodes whose values are needed after a step."""
        return tuple(dict.fromkeys(pair.read for pair in self.running))


def seed_of(seed: int, own: int, step: int) -> int:
    """The seed of a dropout node whose attribute says `own`, at a step of a run."""
    return int(np.random.SeedSequence([seed, own, step]).generate_state(1, np.uint64)[0] >> np.uint64(11))


def learning(graph: Graph) -> Learning:
    """The graph in training mode."""
    copy, masks, running = Graph(graph.folder), [], []
    for node in graph.nodes:
        copy.add_node(make_node(node.id, "multiply", node.name) if _is_mask(graph, node) else _in_mode(node, True))
        wired = graph.inputs(node.id)
        if node.kind == "batch_normalization" and {"x", "mean", "variance"} <= wired.keys():
            mean, variance = wired["mean"], wired["variance"]
            if graph.node(mean).is_source and graph.node(variance).is_source:
                running.append(Running(wired["x"], mean, variance))
    for edge in graph.edges:
        copy.connect(edge)
    for node in graph.nodes:
        if _is_mask(graph, node):
            source = copy.add("constant", copy.fresh_name(f"mask of {node.name}"))
            copy.connect(Edge(source, node.id, "y"))
            masks.append(Mask(source, graph.inputs(node.id)["x"], node.attributes["rate"], node.attributes["seed"]))
    return Learning(copy, tuple(masks), tuple(running))


def judging(graph: Graph) -> Graph:
    """The graph in evaluation mode."""
    copy = Graph(graph.folder)
    for node in graph.nodes:
        copy.add_node(_in_mode(node, False))
    for edge in graph.edges:
        copy.connect(edge)
    return copy


def mask_examples(mode: Learning, batch: Mapping[str, Any]) -> list[Any]:
    """An array of the shape that each mask is drawn in, for the rows of `batch`."""
    evaluation = evaluate(mode.graph)
    for mask in mode.masks:
        evaluation.put(mask.source, 1.0)
    for id, value in batch.items():
        evaluation.put(id, value)
    evaluation.rerun()
    return [np.asarray(evaluation.value(mask.read)) for mask in mode.masks]


def _is_mask(graph: Graph, node: Node) -> bool:
    return node.kind == "dropout" and 0 < node.attributes["rate"] < 1 and "x" in graph.inputs(node.id)


def _in_mode(node: Node, training: bool) -> Node:
    if node.is_source or "training" not in node.attributes:
        return node
    return replace(node, attributes=MappingProxyType({**node.attributes, "training": training}))
