"""Gradient descent: straight against the gradient."""

import numpy as np

from .declare import Array, State, optimizer


def fill(out: Array, g: Array, state: State, spare: Array, *, rate: float, count: int) -> None:
    np.multiply(g, rate, out)


OPTIMIZER = optimizer(fill, label="SGD", formula="w ← w − rate · g", place=0, rate=1e-3)
