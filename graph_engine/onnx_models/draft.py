"""A model while it is written: nodes, numbers that it holds, names that no other value has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Call:
    """One op of the graph: its inputs as the model names them and their shapes, by port, and its settings."""

    name: str
    inputs: Mapping[str, str]
    shapes: Mapping[str, tuple[int, ...]]
    attributes: Mapping[str, Any]

    def __getitem__(self, port: str) -> str:
        return self.inputs[port]

    def ndim(self, port: str) -> int:
        return len(self.shapes[port])


@dataclass
class Draft:
    onnx: ModuleType
    dtype: Any
    nodes: list[Any] = field(default_factory=list)
    held: list[Any] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    out: str = ""  # what the last node of the op in hand will be called

    def do(self, op: str, *inputs: str, last: bool = False, **attributes: Any) -> str:
        """Adds a node; returns its output, which is that of the whole op if it is the `last`."""
        name = self.out if last else self.fresh(f"{self.out}/{op}")
        kept = {key: value for key, value in attributes.items() if value is not None}
        self.nodes.append(self.onnx.helper.make_node(op, list(inputs), [name], name=name, **kept))
        return name

    def end(self, op: str, *inputs: str, **attributes: Any) -> None:
        """Adds the node whose output is that of the whole op."""
        self.do(op, *inputs, last=True, **attributes)

    def number(self, value: Any) -> str:
        """A number that the model holds."""
        return self.hold(self.fresh(f"{self.out}/number"), np.asarray(value, self.dtype))

    def whole(self, *values: int) -> str:
        """Whole numbers, such as axes."""
        return self.hold(self.fresh(f"{self.out}/whole"), np.asarray(values, np.int64))

    def hold(self, name: str, array: Any) -> str:
        self.held.append(self.onnx.numpy_helper.from_array(np.ascontiguousarray(array).reshape(array.shape), name))
        return name

    def fresh(self, stem: str) -> str:
        name, number = stem, 1
        while name in self.taken:
            number += 1
            name = f"{stem}_{number}"
        self.taken.add(name)
        return name
