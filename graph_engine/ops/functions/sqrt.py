"""The square root."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.sqrt(x)


def partials(x, *, out):
    return (0.5 / out,)


OP = elementwise(
    forward,
    partials,
    examples=[(0.5,), (4.0,)],
    symbol="√",
    label="square root",
    domain="x ≥ 0",
    aliases=("sqrt", "root", "开方", "根号"),
)
