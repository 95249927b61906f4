"""A small document for every op, at each of its example points and under each of its variants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

import graph_engine as ge
from graph_engine import ops
from graph_engine.ops import Op


def every_op() -> Iterator[tuple[str, ge.Document]]:
    """A name for each document, and the document."""
    for op in ops.ALL:
        for number, example in enumerate(op.examples):
            for place, settings in enumerate([{}, *op.variants]):
                yield f"{op.key}-{number}-{place}", document_of(op, example, settings)


def document_of(op: Op, example: tuple[Any, ...], settings: Any) -> ge.Document:
    """One node of `op` fed by variables, and the sum of what it gives, so that gradients differ from entry to entry."""
    graph = ge.Graph()
    fed = {
        port: graph.add("variable", f"input {port}", value=value)
        for port, value in zip(op.ports, example, strict=False)
        if value is not None
    }
    node = graph.add(op.key, "the node", attributes=settings, **fed)
    out = ge.evaluate(graph).value(node)
    weights = graph.add("constant", "weights", value=np.arange(1.0, 1.0 + np.size(out)).reshape(np.shape(out)))
    weighted = graph.add("multiply", "weighted", x=node, y=weights)
    graph.add("sum", "total", x=weighted)
    return ge.Document(graph, title=f"{op.label}")
