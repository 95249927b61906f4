"""Targets of losses over classes: one-hot rows (or probabilities) in the shape of the scores, or class numbers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..errors import ValueMismatch
from ..sentence import say
from .declare import Array, Shape, shape_text
from .tracing import as_one_call


def class_shapes(x: Shape, t: Shape, **_: Any) -> Shape:
    """The shape rule of these losses: a scalar, refused where targets and scores don't belong together."""
    if not x or not x[-1]:
        message = say("x is {x}, but scores need at least one class on their last axis", x=shape_text(x))
        raise ValueMismatch(message, port="x")
    if t not in (x, x[:-1]):
        template = "t is {t} but x is {x}; t must be {x} (one-hot) or {index} (class numbers)"
        raise ValueMismatch(say(template, t=shape_text(t), x=shape_text(x), index=shape_text(x[:-1])), port="t")
    return ()


def class_rows(x: Array, t: Array) -> Array:
    """Targets as rows like x; class numbers become one-hot."""
    return t if np.ndim(t) == x.ndim else _one_hot_rows(t, x.shape[-1], x.dtype)


@as_one_call
def _one_hot_rows(t: Array, classes: int, dtype: Any) -> Array:
    t = np.asarray(t)
    wrong = (t != np.floor(t)) | (t < 0) | (t >= classes)
    if np.any(wrong):
        template = "t holds {value}, but a class number is a whole number from 0 to {last}"
        raise ValueMismatch(say(template, value=float(t[wrong].flat[0]), last=classes - 1), port="t")
    return one_hot(t, classes).astype(dtype)


def one_hot(numbers: Array, classes: int) -> Array:
    """Rows that are true at the class they belong to."""
    rows: Array = np.expand_dims(numbers, -1) == np.arange(classes)
    return rows


def has_rows(x: Array, t: Array) -> bool:
    """Whether t holds rows, which have a derivative, and not class numbers, which have none."""
    return bool(np.ndim(t) == x.ndim)


def batch_of(x: Array) -> int:
    """How many rows of scores x holds."""
    return rows_in(x.shape)


def rows_in(shape: tuple[int, ...]) -> int:
    """How many rows scores of that shape have."""
    return math.prod(shape[:-1])
