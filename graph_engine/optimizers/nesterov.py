"""Nesterov's momentum: the velocity as it will be after this gradient, looked ahead by one step.

Nesterov, 1983; Sutskever, Martens, Dahl, Hinton, 2013, in PyTorch's form.
"""

import numpy as np

from .declare import Array, State, optimizer


def fill(out: Array, g: Array, state: State, spare: Array, *, rate: float, count: int, momentum: float = 0.9) -> None:
    (velocity,) = state
    np.multiply(velocity, momentum, velocity)
    np.add(velocity, g, velocity)
    np.multiply(velocity, momentum, out)
    np.add(out, g, out)
    np.multiply(out, rate, out)


OPTIMIZER = optimizer(
    fill,
    label="Nesterov",
    formula="v ← μv + g;  w ← w − rate · (g + μv)",
    place=2,
    rate=1e-3,
    states=("v",),
    limits={"momentum": (0.0, 1.0)},
)
