"""Rectifier that lets a little of the negative side through; at 0 its derivative is that little."""

import numpy as np

from ..declare import elementwise


def forward(x, *, slope: float = 0.01):
    return np.where(x > 0, x, slope * x)


def partials(x, *, out, slope: float = 0.01):
    return (np.where(x > 0, 1.0, slope),)


OP = elementwise(
    forward,
    partials,
    examples=[(1.5,), (-0.7,)],
    variants=[{"slope": 0.3}],
    symbol="leaky",
    label="leaky relu",
    aliases=("lrelu",),
)
