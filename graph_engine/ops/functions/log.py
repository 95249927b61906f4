"""The natural logarithm."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.log(x)


def partials(x, *, out):
    return (1 / x,)


OP = elementwise(
    forward,
    partials,
    examples=[(0.5,), (3.0,)],
    symbol="log",
    label="log",
    domain="x > 0",
    aliases=("ln", "logarithm", "自然对数"),
)
