"""A random scalar graph as plain data: what every program of the comparison builds."""

from __future__ import annotations

import random
from dataclasses import dataclass

BINARY = ("add", "multiply")
UNARY = ("tanh", "sigmoid")


@dataclass(frozen=True)
class Recipe:
    """Slot i < len(leaves) is a leaf; slot len(leaves) + k is `steps[k]`: an op and the slots it reads."""

    leaves: tuple[float, ...]
    steps: tuple[tuple[str, tuple[int, ...]], ...]


def recipe(nodes: int, seed: int = 0) -> Recipe:
    """`nodes` ops over a tenth as many leaves; every op feeds a later one, so that all get a gradient."""
    rng = random.Random(seed)
    leaves = tuple(rng.uniform(-0.9, 0.9) for _ in range(max(2, nodes // 10)))
    steps: list[tuple[str, tuple[int, ...]]] = []
    last = len(leaves) - 1
    for _ in range(nodes):
        kind = rng.choice(BINARY + UNARY)
        other = rng.randrange(max(0, last - 40), last + 1) if rng.random() < 0.6 else rng.randrange(len(leaves))
        steps.append((kind, (last, other) if kind in BINARY else (last,)))
        last += 1
    return Recipe(leaves, tuple(steps))
