"""Gradient descent with momentum: a velocity gathers the gradients of earlier steps.

Polyak, 1964, in PyTorch's form: the rate is multiplied in after the velocity.
"""

import numpy as np

from .declare import Array, State, optimizer


def fill(out: Array, g: Array, state: State, spare: Array, *, rate: float, count: int, momentum: float = 0.9) -> None:
    (velocity,) = state
    np.multiply(velocity, momentum, velocity)
    np.add(velocity, g, velocity)
    np.multiply(velocity, rate, out)


OPTIMIZER = optimizer(
    fill,
    label="Momentum",
    formula="v ← μv + g;  w ← w − rate · v",
    place=1,
    rate=1e-3,
    states=("v",),
    limits={"momentum": (0.0, 1.0)},
)
