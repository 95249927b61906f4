"""Both passes as one timeline, and what has been seen at each of its positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..differentiate import backward_steps, forward_mode_steps
from ..evaluate import Evaluation, Step, forward_steps
from ..graph import Edge


@dataclass(frozen=True)
class Seen:
    """What is known at one position of the timeline."""

    values: frozenset[str]  # ops whose value has been computed
    gradients: frozenset[str]  # nodes whose gradient is complete
    edges: frozenset[Edge]  # wires that have carried a gradient
    tangents: frozenset[str] = frozenset()  # nodes whose derivative forward mode has found
    moved: frozenset[Edge] = frozenset()  # wires along which it went on
    updated: frozenset[str] = frozenset()  # parameters that have their new value


@dataclass(frozen=True)
class Trace:
    """The steps of the forward pass, then those of the backward pass or of forward mode, then updates of parameters.

    Position k means: k steps have happened.
    """

    steps: tuple[Step, ...]
    forward: int  # how many of the steps belong to the forward pass
    updates: int = 0  # how many are updates

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def derived(self) -> int:
        """How many belong to the second part: the backward pass or forward mode."""
        return len(self.steps) - self.forward - self.updates

    @property
    def source(self) -> str | None:
        """Where forward mode starts; None in reverse mode."""
        first = self.step_at(self.forward + 1)
        return first.node if first is not None and first.kind == "start" else None

    def step_at(self, position: int) -> Step | None:
        """The step that happened last; None at the start."""
        return self.steps[position - 1] if 0 < position <= len(self.steps) else None

    def arrival(self, node: str, phase: Literal["forward", "backward"]) -> int | None:
        """The position at which the value of a node, or its whole gradient, has just come up; None if it never does."""
        summed = any(step.kind == "sum" and step.node == node for step in self.steps)
        for position, step in enumerate(self.steps, 1):
            if phase == "forward":
                found = step.kind == "value" and step.node == node
            elif step.kind == "pull":
                found = not summed and any(edge.source == node for edge in step.edges)
            else:
                found = step.kind in ("seed", "sum", "start", "push") and step.node == node
            if found:
                return position
        return None

    def place_of(self, step: Step) -> int | None:
        """The position at which this kind of step of this node has just happened; None if it does not happen."""
        places = enumerate(self.steps, 1)
        return next((at for at, other in places if (other.kind, other.node) == (step.kind, step.node)), None)

    def seen(self, position: int) -> Seen:
        values: set[str] = set()
        gradients: set[str] = set()
        edges: set[Edge] = set()
        tangents: set[str] = set()
        moved: set[Edge] = set()
        updated: set[str] = set()
        summed = {step.node for step in self.steps if step.kind == "sum"}
        for step in self.steps[:position]:
            if step.kind == "value":
                values.add(step.node)
            elif step.kind == "update":
                updated.add(step.node)
            elif step.kind == "pull":
                edges.update(step.edges)
                gradients.update(edge.source for edge in step.edges if edge.source not in summed)
            elif step.derives_forward:
                tangents.add(step.node)
                moved.update(step.edges)
            else:
                gradients.add(step.node)
        derived = frozenset(gradients), frozenset(edges), frozenset(tangents), frozenset(moved)
        return Seen(frozenset(values), *derived, frozenset(updated))


def with_updates(trace: Trace, parameters: Iterable[str]) -> Trace:
    """The timeline with one step more for each of the parameters, in which it takes a new value."""
    updates = tuple(Step("update", id) for id in parameters)
    return Trace((*trace.steps, *updates), trace.forward, len(updates))


def trace(evaluation: Evaluation, target: str | None, *, source: str | None = None) -> Trace:
    """The timeline of a graph: every op that has a value, then the way back from `target` (an id).

    With a `source`, forward mode from there stands in place of the way back.
    """
    ahead = list(forward_steps(evaluation))
    if source is not None:
        return Trace((*ahead, *forward_mode_steps(evaluation, source)), len(ahead))
    back = [] if target is None or evaluation.value(target) is None else list(backward_steps(evaluation, target))
    return Trace((*ahead, *back), len(ahead))
