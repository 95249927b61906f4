"""autograd: tracing NumPy."""

from __future__ import annotations

from collections.abc import Callable

import autograd.numpy as np
from autograd import grad

from ..recipe import Recipe

_OPS = {
    "add": lambda x, y: x + y,
    "multiply": lambda x, y: x * y,
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
}


def run(recipe: Recipe) -> Callable[[], object]:
    leaves = np.array(recipe.leaves)

    def forward(given):
        slots = [given[i] for i in range(len(recipe.leaves))]
        for kind, reads in recipe.steps:
            slots.append(_OPS[kind](*(slots[r] for r in reads)))
        return slots[-1]

    gradient = grad(forward)
    return lambda: gradient(leaves)
