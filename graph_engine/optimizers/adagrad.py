"""AdaGrad: each weight's rate shrinks with the gradients it has seen. Duchi, Hazan, Singer, 2011."""

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
    rate_decay: float = 0.0,
    epsilon: float = 1e-10,
) -> None:
    (squares,) = state
    np.multiply(g, g, spare)
    np.add(squares, spare, squares)
    np.sqrt(squares, spare)
    np.add(spare, epsilon, spare)
    np.divide(g, spare, out)
    np.multiply(out, rate / (1 + (count - 1) * rate_decay), out)


OPTIMIZER = optimizer(
    fill,
    label="AdaGrad",
    formula="s ← s + g²;  w ← w − rate / (1 + (k − 1) · decay) · g / (√s + ε)",
    place=3,
    rate=1e-2,
    states=("s",),
)
