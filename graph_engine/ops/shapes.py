"""Shape rules that several ops share, and what reductions need to know about axes."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from ..errors import ValueMismatch
from ..sentence import say
from .declare import Array, Axes, Shape, shape_text


def same_shape(x: Shape, **_: Any) -> Shape:
    """One input whose shape is the output's."""
    return x


def scalar_shape(x: Shape, **_: Any) -> Shape:
    """One input of any shape, a scalar output."""
    return ()


def scalar_of_equals(y: Shape, t: Shape, **_: Any) -> Shape:
    """Two inputs of the same shape, a scalar output."""
    if y != t:
        template = "t is {t}, but what it is compared with is {y}; their shapes must be the same"
        raise ValueMismatch(say(template, t=shape_text(t), y=shape_text(y)), port="t")
    return ()


def reduced_shape(x: Shape, *, axis: Axes = None, keepdims: bool = False) -> Shape:
    """The shape of a sum, mean or maximum along `axis`; all axes for None."""
    places = named_axes(x, axis)
    if keepdims:
        return tuple(1 if place in places else size for place, size in enumerate(x))
    return tuple(size for place, size in enumerate(x) if place not in places)


def named_axes(x: Shape, axis: Axes) -> set[int]:
    """`axis` counted from the front, refused where x has no such axis or one is named twice."""
    if axis is None:
        return set(range(len(x)))
    places = [a + len(x) if a < 0 else a for a in axis]
    if any(not 0 <= place < len(x) for place in places) or len(set(places)) < len(places):
        shown = ", ".join(map(str, axis))
        if not x:
            raise ValueMismatch(say("axis is {axis}, but x is a scalar and has none", axis=shown), port="x")
        template = "axis is {axis}, but x is {x}; name each axis at most once, from {first} to {last}"
        raise ValueMismatch(say(template, axis=shown, x=shape_text(x), first=-len(x), last=len(x) - 1), port="x")
    return set(places)


def reduced_to(entry: Shape, x: Shape, axis: Axes, keepdims: bool) -> list[Shape]:
    """The entries of an input of shape `x` that a reduction along `axis` puts into `entry`."""
    places = named_axes(x, axis)
    kept = iter(entry if not keepdims else [at for place, at in enumerate(entry) if place not in places])
    return list(product(*(range(size) if place in places else (next(kept),) for place, size in enumerate(x))))


def spread(reduced: Array, like: Array, axis: Axes, keepdims: bool) -> Array:
    """What a reduction of `like` gave, with its axes back, so that it broadcasts against it."""
    if keepdims:
        return reduced
    return np.expand_dims(reduced, tuple(named_axes(like.shape, axis)))
