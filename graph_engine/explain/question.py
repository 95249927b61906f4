"""What can be asked about: any number of a graph or of its derivatives, whole or one entry of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..graph import Edge

Kind = Literal["value", "gradient", "carried", "local", "tangent", "path"]
Entry = tuple[int, ...]


@dataclass(frozen=True)
class Question:
    """Where a number comes from.

    `value` and `gradient` are those of a node; `carried` is the gradient that a wire brought back, `local` its local
    derivative; `tangent` is how a node moves with the source of forward mode; `path` is what the local derivatives of
    several wires in a row multiply to.

    `entry` picks one number out of an array; of a local Jacobian, the output's entry and then the input's.
    """

    kind: Kind
    of: str | Edge | tuple[Edge, ...]
    entry: Entry | None = None

    @property
    def node(self) -> str:
        """The node it is about: for a wire, the one whose rule made the number; for a path, where it ends."""
        if isinstance(self.of, str):
            return self.of
        return self.of.target if isinstance(self.of, Edge) else self.of[-1].target

    @property
    def path(self) -> tuple[Edge, ...]:
        """The wires of a path; none for any other question."""
        return tuple(Edge(*edge) for edge in self.of) if self.kind == "path" else ()

    def at(self, entry: Entry | None) -> Question:
        return Question(self.kind, self.of, entry)
