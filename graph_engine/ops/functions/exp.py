"""The exponential function; it is its own derivative."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.exp(x)


def partials(x, *, out):
    return (out,)


OP = elementwise(
    forward,
    partials,
    examples=[(0.0,), (-2.0,), (3.0,)],
    symbol="exp",
    label="exp",
    domain="x < 709.79",
    aliases=("exponential", "e^x"),
)
