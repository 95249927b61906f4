"""RMSprop: each weight's rate is divided by a running root mean square of its gradients. Hinton, 2012."""

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
    beta: float = 0.99,
    epsilon: float = 1e-8,
) -> None:
    (squares,) = state
    np.multiply(g, g, spare)
    np.multiply(spare, 1 - beta, spare)
    np.multiply(squares, beta, squares)
    np.add(squares, spare, squares)
    np.sqrt(squares, spare)
    np.add(spare, epsilon, spare)
    np.multiply(g, rate, out)
    np.divide(out, spare, out)


OPTIMIZER = optimizer(
    fill,
    label="RMSprop",
    formula="s ← βs + (1 − β)g²;  w ← w − rate · g / (√s + ε)",
    place=4,
    rate=1e-2,
    states=("s",),
    limits={"beta": (0.0, 1.0)},
)
