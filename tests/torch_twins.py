"""What PyTorch calls each op. Importing this skips the module that does so where PyTorch is absent."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graph_engine import Graph

torch = pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
F = torch.nn.functional
Tensor = torch.Tensor

from graph_engine.training.pytorch.twins import TWINS  # noqa: E402


def tensor(value: Any, dtype: Any = None) -> Any:
    return torch.tensor(np.array(value, dtype))


def replay(graph: Graph) -> dict[str, Any]:
    """Every node of `graph` computed by PyTorch, sources as leaves that gather gradients."""
    found: dict[str, Any] = {}
    for id in graph.order():
        node = graph.node(id)
        if node.is_source:
            found[id] = tensor(node.value).requires_grad_()
        else:
            wired = graph.inputs(id)
            given = [found[wired[port]] if port in wired else None for port in node.op.ports]
            found[id] = TWINS[node.op.key](*given, **node.attributes)
    return found
