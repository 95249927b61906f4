"""Smooth rectifier log(1 + eˣ), computed without overflow; its derivative is 1 − e⁻ʸ, the sigmoid."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def partials(x, *, out):
    return (-np.expm1(-out),)


OP = elementwise(
    forward,
    partials,
    examples=[(0.0,), (-3.0,), (30.0,)],
    formula="log(1 + exp(x))",
    symbol="soft+",
    label="softplus",
    aliases=("smooth relu",),
)
