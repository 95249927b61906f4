"""Rectifier: passes positive values and stops the rest; at 0 its derivative is 0 by convention."""

import numpy as np

from ..declare import elementwise


def forward(x):
    return np.maximum(x, 0)


def partials(x, *, out):
    return (np.where(x > 0, 1.0, 0.0),)


OP = elementwise(forward, partials, examples=[(1.5,), (-0.7,)], symbol="relu", label="relu", aliases=("rectifier",))
