"""The sine of an angle in radians."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.sin(x)


def partials(x, *, out):
    return (np.cos(x),)


OP = elementwise(
    forward,
    partials,
    examples=[(0.5,), (-2.0,)],
    symbol="sin",
    label="sin",
    aliases=("sine",),
)
