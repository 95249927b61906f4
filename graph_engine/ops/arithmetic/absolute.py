"""The value without its sign; at 0 its derivative is 0 by convention."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.abs(x)


def partials(x, *, out):
    return (np.sign(x),)


OP = elementwise(
    forward,
    partials,
    examples=[(1.5,), (-0.7,)],
    symbol="|x|",
    label="absolute",
    aliases=("abs", "magnitude"),
)
