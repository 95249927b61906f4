"""The same entries in another shape; one size may be −1 and follows from the others."""

import math

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import Sizes, arraywise, shape_text


def forward(x, *, shape: Sizes = (-1,)):
    return np.reshape(x, shape)


def new_shape(x, *, shape: Sizes = (-1,)):
    entries, known = math.prod(x), math.prod(size for size in shape if size != -1)
    free = shape.count(-1)
    if free == 1 and known and entries % known == 0:
        return tuple(entries // known if size == -1 else size for size in shape)
    if free or known != entries or any(size < 0 for size in shape):
        template = "x is {x} with {entries} entries, which don't fill {shape}"
        raise ValueMismatch(say(template, x=shape_text(x), entries=entries, shape=shape_text(shape)), port="x")
    return tuple(shape)


def vjp(g, x, *, out, shape: Sizes = (-1,)):
    return np.reshape(g, x.shape)


def jvp(tangent, x, *, out, shape: Sizes = (-1,)):
    return np.reshape(tangent, out.shape)


def terms(entry, x, *, shape: Sizes = (-1,)):
    place = 0
    for at, size in zip(entry, new_shape(x, shape=shape), strict=True):
        place = place * size + at
    return [(1.0, ((0, tuple(map(int, np.unravel_index(place, x)))),))]


OP = arraywise(
    forward,
    new_shape,
    vjps=(vjp,),
    jvps=(jvp,),
    terms=terms,
    formula="reshape(x)",
    rules=("reshape(g)",),
    examples=[(np.arange(6.0).reshape(2, 3),)],
    variants=[{"shape": (3, -1)}, {"shape": (1, 6, 1)}],
    symbol="▭",
    label="reshape",
    aliases=("flatten", "view"),
)
