"""Tidy layout of wide and of deep graphs, two wires into every node."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import import_module

from graph_engine import Graph
from graph_engine.document import Document, arrange

from .report import Row
from .timing import best

SIZE = (64.0, 98.0)
SHAPES = ((100, 8), (1_000, 20), (1_000, 50))  # nodes, and how many stand in a layer


def rows() -> list[Row]:
    found = []
    for count, wide in SHAPES:
        document = woven(count, wide)
        what = f"{count:,} nodes, {wide} wide"
        ours = best(lambda document=document: arrange(document, lambda _: SIZE))
        found.append(Row("tidy", what, ours, "one second", 1.0, "1,000: < 1 s"))
        theirs = _peer(document)
        if theirs is not None:
            found.append(Row("tidy", what, ours, "grandalf", best(theirs, seconds=0.0, least=1)))
    return found


def woven(count: int, wide: int, seed: int = 0) -> Document:
    """Layers of sums; a fifth of the wires come from far away."""
    rng, graph = random.Random(seed), Graph()
    layer = [graph.add("variable", value=1.0) for _ in range(wide)]
    before = list(layer)
    while len(graph) < count:
        layer = [
            graph.add("add", x=rng.choice(layer), y=rng.choice(layer if rng.random() < 0.8 else before))
            for _ in range(wide)
        ]
        before += layer
    return Document(graph, {node.id: (0.0, 0.0) for node in graph.nodes})


def _peer(document: Document) -> Callable[[], object] | None:
    try:
        peer = import_module("benchmarks.peers.grandalf")
    except ImportError:
        return None
    names = [node.id for node in document.graph.nodes]
    return peer.run(names, {(edge.source, edge.target) for edge in document.graph.edges}, SIZE)
