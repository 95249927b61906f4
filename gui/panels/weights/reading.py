"""How a weight is to be looked at: as pictures where it weighs pixels, else as a matrix. Imports no Qt."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph_engine.graph import Graph

from ..images import side_of

_LAYERS = {"dot": "W", "affine": "W"}


def as_matrix(weight: Any) -> NDArray[Any]:
    """Any array as rows and columns; a vector is one row."""
    array = np.asarray(weight, float)
    return array.reshape(1, -1) if array.ndim < 2 else array.reshape(-1, array.shape[-1])


def as_pictures(graph: Graph, id: str, weight: Any) -> NDArray[Any] | None:
    """One square picture for each unit of a layer whose inputs are the pixels of pictures."""
    array = np.asarray(weight, float)
    if array.ndim != 2:
        return None
    for edge in graph.edges_out(id):
        node = graph.node(edge.target)
        feeding = graph.inputs(edge.target).get("x")
        if _LAYERS.get(node.kind) != edge.port or feeding is None or graph.node(feeding).kind != "data":
            continue
        units = array if node.attributes.get("layout") == "out_in" else array.T
        side = side_of(units.shape[1])
        if side:
            return units.reshape(-1, side, side)
    return None
