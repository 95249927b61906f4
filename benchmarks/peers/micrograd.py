"""micrograd: one object per number."""

from __future__ import annotations

from collections.abc import Callable

from micrograd.engine import Value

from ..recipe import Recipe


def run(recipe: Recipe) -> Callable[[], float]:
    """Builds the graph and differentiates it, which micrograd can't separate: building is its forward pass."""

    def work() -> float:
        slots = [Value(x) for x in recipe.leaves]
        for kind, reads in recipe.steps:
            slots.append(_step(kind, [slots[r] for r in reads]))
        slots[-1].backward()
        return slots[0].grad

    return work


def build(recipe: Recipe) -> list[Value]:
    slots = [Value(x) for x in recipe.leaves]
    for kind, reads in recipe.steps:
        slots.append(_step(kind, [slots[r] for r in reads]))
    return slots


def _step(kind: str, inputs: list[Value]) -> Value:
    """micrograd has relu only, so both squashing functions are one relu here: less work than ours."""
    if kind == "add":
        return inputs[0] + inputs[1]
    return inputs[0] * inputs[1] if kind == "multiply" else inputs[0].relu()
