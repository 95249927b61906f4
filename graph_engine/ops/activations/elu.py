"""Exponential linear unit: bends smoothly towards −α on the negative side; its derivative there is y + α.

Clevert, Unterthiner, Hochreiter, Fast and Accurate Deep Network Learning by Exponential Linear Units, 2016.
"""

import numpy as np

from ..declare import elementwise


def forward(x, *, alpha: float = 1.0):
    return np.where(x > 0, x, alpha * np.expm1(x))


def partials(x, *, out, alpha: float = 1.0):
    return (np.where(x > 0, 1.0, out + alpha),)


OP = elementwise(
    forward,
    partials,
    examples=[(1.5,), (-0.7,)],
    variants=[{"alpha": 0.5}],
    symbol="elu",
    label="elu",
    aliases=("exponential linear",),
)
