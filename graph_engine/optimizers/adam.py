"""Adam: running means of the gradient and of its square, both corrected for their start at zero. Kingma, Ba, 2015."""

import math

import numpy as np

from .declare import Array, State, optimizer


def fill(
    out: Array,
    g: Array,
    state: State,
    spare: Array,
    *,
    rate: float,
    count: int,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
) -> None:
    mean, square = state
    np.multiply(mean, beta1, mean)
    np.multiply(g, 1 - beta1, spare)
    np.add(mean, spare, mean)
    np.multiply(square, beta2, square)
    np.multiply(g, g, spare)
    np.multiply(spare, 1 - beta2, spare)
    np.add(square, spare, square)
    np.sqrt(square, spare)
    np.divide(spare, math.sqrt(1 - beta2**count), spare)
    np.add(spare, epsilon, spare)
    np.divide(mean, spare, out)
    np.multiply(out, rate / (1 - beta1**count), out)


OPTIMIZER = optimizer(
    fill,
    label="Adam",
    formula="m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  w ← w − rate · m̂ / (√v̂ + ε)",
    place=5,
    rate=1e-3,
    states=("m", "v"),
    limits={"beta1": (0.0, 0.9999999), "beta2": (0.0, 0.9999999)},
)
