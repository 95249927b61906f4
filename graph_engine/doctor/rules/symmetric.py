"""Units of a layer that start equal and get equal gradients: they will stay equal for ever."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...graph import Node
from ...sentence import say
from ..declare import Case, Finding

_LAYERS = ("affine", "dot")


def RULE(case: Case) -> Iterator[Finding]:
    for node in case.learning:
        layer = _layer_of(case, node)
        if layer is None:
            continue
        weights, slopes = (_by_unit(layer, value) for value in (case.evaluation.value(node.id), case.gradient(node.id)))
        if len(weights) > 1 and _all_equal(weights) and _all_equal(slopes):
            yield Finding(
                rule="symmetric",
                node=node.id,
                sentence=say(
                    "All {n} units of “{node}” start with equal weights and get equal gradients, so they stay equal",
                    n=len(weights),
                    node=node.name,
                ),
                helps=say(
                    "Draw the weights at random: Xavier for sigmoid and tanh, He for relu. Biases may start at 0."
                ),
                chain=case.chain(node.id),
            )


def _layer_of(case: Case, node: Node) -> Node | None:
    """The layer whose weights it is."""
    graph = case.evaluation.graph
    found = [graph.node(edge.target) for edge in graph.edges_out(node.id) if edge.port == "W"]
    suits = np.ndim(case.evaluation.value(node.id)) == 2  # type: ignore[arg-type]
    return next((layer for layer in found if suits and layer.kind in _LAYERS), None)


def _by_unit(layer: Node, value: object) -> np.ndarray:
    array = np.asarray(value)
    return array if layer.attributes.get("layout") == "out_in" else array.T


def _all_equal(rows: np.ndarray) -> bool:
    return bool(np.allclose(rows, rows[:1], rtol=1e-9, atol=0))
