"""A graph as a PyTorch module: its parameters, and a loss computed op by op."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import torch

from ...errors import TrainingError
from ...graph import Graph, Node
from ...sentence import say
from .twins import TWINS


class Network(torch.nn.Module):  # type: ignore[misc]
    """Called with the values of its data, by id, it gives the target; `seen` holds what was asked for by the way."""

    def __init__(self, graph: Graph, target: str, weights: Mapping[str, Any], keep: Iterable[str]) -> None:
        super().__init__()
        self._target, self._keep = target, tuple(keep)
        way = graph.ancestors(target) | {target}
        self._nodes = [graph.node(id) for id in graph.order() if id in way]
        self._inputs = {node.id: _read(graph, node) for node in self._nodes if not node.is_source}
        for node in self._nodes:
            if not node.is_source and node.op.key not in TWINS:
                raise TrainingError(say("{kind} is not available on PyTorch", kind=node.spec.label), node=node.id)
        self.ids = tuple(weights)
        self.weights = torch.nn.ParameterList([torch.nn.Parameter(tensor(weights[id])) for id in self.ids])
        held = [node for node in self._nodes if node.is_source and node.id not in weights and node.value is not None]
        self._places = {node.id: f"held{number}" for number, node in enumerate(held)}
        for node in held:
            self.register_buffer(self._places[node.id], tensor(node.value), persistent=False)
        self.seen: dict[str, Any] = {}

    def forward(self, data: Mapping[str, Any]) -> Any:
        found: dict[str, Any] = {**dict(zip(self.ids, self.weights, strict=True)), **data}
        for node in self._nodes:
            if node.id in found:
                continue
            if node.is_source:
                found[node.id] = getattr(self, self._places[node.id])
            else:
                given = [None if source is None else found[source] for source in self._inputs[node.id]]
                found[node.id] = TWINS[node.op.key](*given, **node.attributes)
        self.seen = {id: found[id].detach() for id in self._keep}
        return found[self._target]

    def values(self) -> dict[str, Any]:
        """The parameters as NumPy has them."""
        arrays = (weight.detach().cpu().numpy().copy() for weight in self.weights)
        return {id: float(array) if array.ndim == 0 else array for id, array in zip(self.ids, arrays, strict=True)}


def tensor(value: Any) -> Any:
    return torch.tensor(np.array(value))


def _read(graph: Graph, node: Node) -> list[str | None]:
    wired = graph.inputs(node.id)
    return [wired.get(port) for port in node.op.ports]
