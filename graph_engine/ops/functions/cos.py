"""The cosine of an angle in radians."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.cos(x)


def partials(x, *, out):
    return (-np.sin(x),)


OP = elementwise(
    forward,
    partials,
    examples=[(0.5,), (-2.0,)],
    symbol="cos",
    label="cos",
    aliases=("cosine",),
)
