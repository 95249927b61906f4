"""The array with its axes in another order; none given, they are reversed."""

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import Axes, arraywise, shape_text


def forward(x, *, axes: Axes = None):
    return np.transpose(x, axes)


def shape(x, *, axes: Axes = None):
    if axes is None:
        return x[::-1]
    if sorted(axis % len(x) if -len(x) <= axis < len(x) else -1 for axis in axes) != list(range(len(x))):
        template = "axes are {axes}, but x is {x}; each of its axes must be named once"
        raise ValueMismatch(say(template, axes=", ".join(map(str, axes)), x=shape_text(x)), port="x")
    return tuple(x[axis] for axis in axes)


def _back(count, axes):
    """The order that undoes `axes`."""
    return None if axes is None else np.argsort([axis % count for axis in axes])


def vjp(g, x, *, out, axes: Axes = None):
    return np.transpose(g, _back(x.ndim, axes))


def jvp(tangent, x, *, out, axes: Axes = None):
    return np.transpose(tangent, axes)


def terms(entry, x, *, axes: Axes = None):
    back = range(len(x))[::-1] if axes is None else _back(len(x), axes)
    return [(1.0, ((0, tuple(entry[place] for place in back)),))]


OP = arraywise(
    forward,
    shape,
    vjps=(vjp,),
    jvps=(jvp,),
    terms=terms,
    formula="xᵀ",
    rules=("gᵀ",),
    examples=[(np.arange(6.0).reshape(2, 3),)],
    variants=[{"axes": (1, 0)}],
    symbol="xᵀ",
    label="transpose",
    aliases=("permute", "swap axes"),
)
