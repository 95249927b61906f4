"""A graph while it is read from a model: which value of the model is which node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

from ..errors import GradcanvasError, ValueMismatch
from ..graph import Graph, Node
from ..sentence import say

READ_WHOLE = ("SoftmaxCrossEntropyLoss",)


class Unknown(GradcanvasError):
    """A node of a known op in a form that has no like here."""


@dataclass
class Translation:
    graph: Graph
    onnx: ModuleType
    held: dict[str, Any] = field(default_factory=dict)  # numbers by name, not yet nodes
    nodes: dict[str, str] = field(default_factory=dict)  # ids by the names of values
    shapes: dict[str, tuple[int, ...] | None] = field(default_factory=dict)  # by id; None: it can't be computed
    rounded: set[str] = field(default_factory=set)  # values that were made whole numbers

    def node(self, name: str) -> str:
        """The node behind a value; numbers become a node when they are first read as one."""
        if name not in self.nodes:
            if name not in self.held:
                raise Unknown(say("its input “{name}” comes from nowhere", name=name))
            array = self.numbers(name)
            value = array if array.dtype in (np.float32, np.float64) else array.astype(np.float64)
            trains = array.ndim > 0 and array.dtype.kind == "f"
            self.nodes[name] = self.add("parameter" if trains else "constant", name, value=value)
        return self.nodes[name]

    def numbers(self, name: str) -> Any:
        """The real numbers that the model holds under a name."""
        array = self.held[name]
        if array.dtype.kind not in "fiub":
            raise Unknown(say("“{name}” does not hold numbers", name=name))
        return array

    def add(self, kind: str, name: str, *, value: Any = None, attributes: Mapping[str, Any] | None = None,
            **inputs: str) -> str:  # fmt: skip
        """A new node, under its name or one like it."""
        fresh = self.graph.fresh_name(_plain(name) or kind)
        return self.graph.add(kind, fresh, value=value, attributes=attributes or {}, **inputs)

    def place(self, name: str, id: str) -> None:
        self.nodes[name] = id

    def shape(self, id: str) -> tuple[int, ...]:
        """The shape of a node's value, as the inputs stand; each is worked out once."""
        waiting = [id]
        while waiting:
            node = self.graph.node(waiting[-1])
            fed = self.graph.inputs(node.id)
            missing = [source for source in fed.values() if source not in self.shapes]
            if missing and node.id not in self.shapes:
                waiting += missing
            else:
                self.shapes.setdefault(waiting.pop(), self._shape(node, fed))
        found = self.shapes[id]
        if found is None:
            raise Unknown(say("the shape of its input is not known"))
        return found

    def _shape(self, node: Node, fed: Mapping[str, str]) -> tuple[int, ...] | None:
        if node.is_source:
            return None if node.value is None else np.shape(node.value)
        known = {port: self.shapes[source] for port, source in fed.items()}
        if None in known.values() or not node.op.required <= set(known):
            return None
        try:
            return node.op.shape(*(known.get(port) for port in node.op.ports), **node.attributes)
        except ValueMismatch:
            return None


@dataclass(frozen=True)
class Wanted:
    """One node of a model, as its reader asks for it."""

    proto: Any
    name: str
    translation: Translation

    def __len__(self) -> int:
        return len([name for name in self.proto.input if name])

    def input(self, place: int) -> str:
        """The node that feeds an input."""
        if not self.has(place):
            raise Unknown(say("it lacks an input"))
        if self.proto.input[place] in self.translation.rounded and self.proto.op_type not in READ_WHOLE:
            raise Unknown(say("it reads whole numbers, which here only losses do"))
        return self.translation.node(self.proto.input[place])

    def has(self, place: int) -> bool:
        return len(self.proto.input) > place and bool(self.proto.input[place])

    def numbers(self, place: int, attribute: str = "") -> list[float] | None:
        """Numbers that must be known beforehand, from an input or, in older models, an attribute; None: not given."""
        if not self.has(place):
            found = self.attribute(attribute, None) if attribute else None
            return None if found is None else [float(x) for x in np.ravel(found)]
        name = self.proto.input[place]
        if name not in self.translation.held:
            raise Unknown(say("“{name}” must be a number of the model, not computed", name=name))
        return [float(x) for x in np.ravel(self.translation.numbers(name))]

    def attribute(self, name: str, default: Any) -> Any:
        found = next((a for a in self.proto.attribute if a.name == name), None)
        return default if found is None else self.translation.onnx.helper.get_attribute_value(found)

    def insist(self, name: str, *allowed: Any) -> None:
        """Refuses an attribute that is none of `allowed`; the first is its default."""
        found = self.attribute(name, allowed[0])
        if found not in allowed:
            raise Unknown(say("{name} = {value} has no like here", name=name, value=str(found)))

    def end(self, kind: str, *, attributes: Mapping[str, Any] | None = None, **inputs: str) -> None:
        """The node whose value is that of the whole op."""
        id = self.translation.add(kind, self.name, attributes=attributes, **inputs)
        self.translation.place(self.proto.output[0], id)

    def part(self, kind: str, *, attributes: Mapping[str, Any] | None = None, value: Any = None, **inputs: str) -> str:
        """A node on the way to it."""
        return self.translation.add(kind, f"{self.name} {kind}", value=value, attributes=attributes, **inputs)

    def same(self, id: str) -> None:
        """The op changes nothing: its value is that of `id`."""
        self.translation.place(self.proto.output[0], id)


def _plain(name: str) -> str:
    """A name without the slashes of a path, which read as fractions beside derivatives: `/fc1/Gemm` is fc1.Gemm."""
    return ".".join(part for part in (" ".join(piece.split()) for piece in name.split("/")) if part)
