"""Hyperbolic tangent: squashes any number into (−1, 1); its derivative is 1 − y²."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.tanh(x)


def partials(x, *, out):
    return (1 - out**2,)


OP = elementwise(
    forward, partials, examples=[(0.0,), (-1.5,), (4.0,)], symbol="tanh", label="tanh", aliases=("hyperbolic tangent",)
)
