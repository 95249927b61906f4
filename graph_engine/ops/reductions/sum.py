"""The sum over all entries, or along some axes."""

import numpy as np

from ..declare import Axes, arraywise
from ..shapes import reduced_shape, reduced_to, spread


def forward(x, *, axis: Axes = None, keepdims: bool = False):
    return np.sum(x, axis, keepdims=keepdims)


def vjp(g, x, *, out, axis: Axes = None, keepdims: bool = False):
    return np.broadcast_to(spread(g, x, axis, keepdims), x.shape)


def jvp(tangent, x, *, out, axis: Axes = None, keepdims: bool = False):
    return np.sum(tangent, axis, keepdims=keepdims)


def terms(entry, x, *, axis: Axes = None, keepdims: bool = False):
    entries = reduced_to(entry, x, axis, keepdims)
    return [(1.0, ((0, at),)) for at in entries]


_X = np.array([[1.0, -2.0, 0.5], [0.3, 4.0, -1.0]])

OP = arraywise(
    forward,
    reduced_shape,
    vjps=(vjp,),
    jvps=(jvp,),
    terms=terms,
    formula="Σ x",
    rules=("broadcast(g)",),
    examples=[(_X,), (_X[0],)],
    variants=[{"axis": (0,)}, {"axis": (-1,), "keepdims": True}],
    symbol="Σ",
    label="sum",
    aliases=("total", "reduce sum"),
)
