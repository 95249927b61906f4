"""A trace is what happens, as a list of steps. Playing it back is moving an index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..graph import Edge
from .run import Evaluation


@dataclass(frozen=True)
class Step:
    """One thing that happens. It holds ids; the numbers belong to the evaluation and the gradients.

    `value`: `node` is computed from what lies on `edges`. `seed`: the backward pass starts at `node` with 1.
    `pull`: `node` sends its upstream gradient back along `edges`. `sum`: the contributions that came to `node`
    along `edges` are added. Of forward mode, `start`: `node` moves by 1; `push`: what moves on `edges` moves `node`.
    Of training, `update`: the parameter `node` takes a new value.
    """

    kind: Literal["value", "seed", "pull", "sum", "start", "push", "update"]
    node: str
    edges: tuple[Edge, ...] = ()

    @property
    def phase(self) -> Literal["forward", "backward"]:
        return "forward" if self.kind in ("value", "start", "push", "update") else "backward"

    @property
    def derives_forward(self) -> bool:
        """Whether it is a step of forward mode."""
        return self.kind in ("start", "push")


def forward_steps(evaluation: Evaluation) -> Iterator[Step]:
    """The forward pass: one step for each op that has a value."""
    for work in evaluation.plan.work:
        if evaluation.values[work.slot] is not None:
            yield Step("value", work.node, tuple(edge for edge in work.edges if edge is not None))
