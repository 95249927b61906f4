"""The mean of all entries, or along some axes."""

import math

import numpy as np

from ..declare import Axes, arraywise
from ..shapes import named_axes, reduced_shape, reduced_to, spread


def _count(x, axis):
    """How many entries each mean is of."""
    return _size(x.shape, axis)


def _size(shape, axis):
    return math.prod(shape[place] for place in named_axes(shape, axis))


def counts(x, *, axis: Axes = None, keepdims: bool = False):
    return {"n": _size(x, axis)}


def forward(x, *, axis: Axes = None, keepdims: bool = False):
    return np.sum(x, axis, keepdims=keepdims) / _count(x, axis)


def vjp(g, x, *, out, axis: Axes = None, keepdims: bool = False):
    return np.broadcast_to(spread(np.divide(g, _count(x, axis)), x, axis, keepdims), x.shape)


def jvp(tangent, x, *, out, axis: Axes = None, keepdims: bool = False):
    return np.sum(tangent, axis, keepdims=keepdims) / _count(x, axis)


def terms(entry, x, *, axis: Axes = None, keepdims: bool = False):
    entries = reduced_to(entry, x, axis, keepdims)
    return [(1 / len(entries), ((0, at),)) for at in entries]


_X = np.array([[1.0, -2.0, 0.5], [0.3, 4.0, -1.0]])

OP = arraywise(
    forward,
    reduced_shape,
    vjps=(vjp,),
    jvps=(jvp,),
    terms=terms,
    formula="Σ x / n",
    counts=counts,
    rules=("broadcast(g) / n",),
    examples=[(_X,), (_X[0],)],
    variants=[{"axis": (0,)}, {"axis": (-1,), "keepdims": True}],
    symbol="mean",
    label="mean",
    domain="at least one entry",
    aliases=("average", "reduce mean", "均值"),
)
