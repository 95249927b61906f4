"""The logistic curve: squashes any number into (0, 1); its derivative is y(1 − y)."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return 1 / (1 + np.exp(-x))


def partials(x, *, out):
    return (out * (1 - out),)


OP = elementwise(
    forward,
    partials,
    examples=[(0.0,), (-2.0,), (4.0,)],
    symbol="σ",
    label="sigmoid",
    aliases=("logistic",),
)
