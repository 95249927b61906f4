"""The largest entry, or the largest along some axes; where several tie, they share the upstream gradient evenly."""

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import Axes, arraywise, shape_text
from ..shapes import named_axes, reduced_shape, spread


def forward(x, *, axis: Axes = None, keepdims: bool = False):
    return np.max(x, axis, keepdims=keepdims)


def shape(x, *, axis: Axes = None, keepdims: bool = False):
    if any(x[place] == 0 for place in named_axes(x, axis)):
        raise ValueMismatch(say("x is {x}; an empty axis has no largest entry", x=shape_text(x)), port="x")
    return reduced_shape(x, axis=axis, keepdims=keepdims)


def _share(x, out, axis, keepdims):
    """1 at the largest entry, 1/k at each of k that tie, 0 elsewhere."""
    largest = x == spread(out, x, axis, keepdims)
    return largest / np.sum(largest, axis, keepdims=True)


def vjp(g, x, *, out, axis: Axes = None, keepdims: bool = False):
    return spread(g, x, axis, keepdims) * _share(x, out, axis, keepdims)


def jvp(tangent, x, *, out, axis: Axes = None, keepdims: bool = False):
    return np.sum(tangent * _share(x, out, axis, keepdims), axis, keepdims=keepdims)


_X = np.array([[1.0, -2.0, 0.5], [0.3, 4.0, -1.0]])

OP = arraywise(
    forward,
    shape,
    vjps=(vjp,),
    jvps=(jvp,),
    formula="max(x)",
    rules=("g · [x = z] / Σ [x = z]",),
    examples=[(_X,), (_X[0],)],
    variants=[{"axis": (0,)}, {"axis": (-1,), "keepdims": True}],
    symbol="max",
    label="max",
    aliases=("largest", "reduce max"),
)
