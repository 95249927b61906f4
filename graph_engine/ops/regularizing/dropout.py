"""Silences each entry with a probability while training and scales up the rest; in evaluation it passes all.

The inverted form, as in PyTorch. Srivastava and others, Dropout, 2014.
"""

import numpy as np

from ..declare import arraywise
from ..shapes import same_shape


def mask(x, rate, training, seed):
    """What each entry is multiplied by; the same seed gives the same mask."""
    if not training or rate <= 0:
        return np.ones((), x.dtype)
    if rate >= 1:
        return np.zeros((), x.dtype)
    kept = np.random.default_rng(seed).random(x.shape) >= rate
    return (kept / (1 - rate)).astype(x.dtype)


def forward(x, *, rate: float = 0.5, training: bool = True, seed: int = 0):
    return x * mask(x, rate, training, seed)


def vjp(g, x, *, out, rate: float = 0.5, training: bool = True, seed: int = 0):
    return g * mask(x, rate, training, seed)


def jvp(tangent, x, *, out, rate: float = 0.5, training: bool = True, seed: int = 0):
    return tangent * mask(x, rate, training, seed)


_X = np.array([[1.0, -2.0, 0.5], [0.3, 4.0, -1.0]])

OP = arraywise(
    forward,
    same_shape,
    vjps=(vjp,),
    jvps=(jvp,),
    formula="x · mask / (1 − rate)",
    rules=("g · mask / (1 − rate)",),
    examples=[(_X,), (_X[0],)],
    variants=[{"training": False}, {"rate": 0.25, "seed": 7}],
    limits={"rate": (0.0, 1.0), "seed": (0, None)},
    symbol="drop",
    label="dropout",
    aliases=("mask",),
)
