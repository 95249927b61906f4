"""Networks that come ready made: parts of a document, to be inserted and wired."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..graph import Edge, make_node
from ..sentence import Sentence, say
from . import regroup
from .document import Document
from .edits import AddNode, Connect

_ACROSS, _DOWN = 220.0, 96.0
_DRAWN: Mapping[str, Any] = MappingProxyType({"initialiser": "xavier_normal"})


@dataclass(frozen=True)
class Network:
    """One of them: its key, what to call it, what it is, and how it is made."""

    key: str
    label: Sentence
    about: Sentence
    build: Callable[..., Document]  # takes the number of inputs


def affine_relu(inputs: int = 2, outputs: int = 8) -> Document:
    """A fully connected layer and its activation, as a group; x is open."""
    part = Document()
    _layer(part, 1, None, inputs, outputs, "relu", "affine + relu")
    return part


def two_layers(inputs: int = 2, hidden: int = 8, classes: int = 3) -> Document:
    """Two fully connected layers and softmax with loss; x of the first and t of the loss are open."""
    part = Document()
    first = _layer(part, 1, None, inputs, hidden, "relu", "layer 1")
    second = _layer(part, 2, first, hidden, classes, None, "layer 2")
    _add(part, "loss", "softmax_with_loss", "loss", (6 * _ACROSS, 0.0))
    Connect(Edge(second, "loss", "x")).apply(part)
    return part


def _layer(
    part: Document, number: int, before: str | None, inputs: int, outputs: int, activation: str | None, name: str
) -> str:
    """Adds a layer as a collapsed group; the node that has its value."""
    x = (3 * number - 2) * _ACROSS
    W, b, a, h = (f"{letter}{number}" for letter in "Wbah")
    _add(part, W, "parameter", W, (x - _ACROSS, 0.0), {**_DRAWN, "shape": (inputs, outputs), "seed": number - 1})
    _add(part, b, "parameter", b, (x - _ACROSS, _DOWN), {"initialiser": "constant", "shape": (outputs,), "scale": 0.0})
    _add(part, a, "affine", a, (x, 0.0))
    wires = [Edge(W, a, "W"), Edge(b, a, "b"), *([Edge(before, a, "x")] if before else [])]
    nodes, last = [W, b, a], a
    if activation is not None:
        _add(part, h, activation, h, (x + _ACROSS, 0.0))
        wires.append(Edge(a, h, "x"))
        nodes, last = [*nodes, h], h
    for wire in wires:
        Connect(wire).apply(part)
    edit, group = regroup.group(part, nodes, name)
    edit.apply(part)
    regroup.changed(part, group, collapsed=True).apply(part)
    return last


def _add(
    part: Document,
    id: str,
    kind: str,
    name: str,
    at: tuple[float, float],
    attributes: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    AddNode(make_node(id, kind, name, None, attributes), at).apply(part)


NETWORKS: tuple[Network, ...] = (
    Network("affine_relu", say("affine + relu"), say("A fully connected layer and its activation."), affine_relu),
    Network(
        "two_layers",
        say("two-layer network"),
        say("Two fully connected layers with softmax with loss: wire x and t."),
        two_layers,
    ),
)
