"""One op's derivative rules, driven: the only place where broadcasting is undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..errors import ValueMismatch
from ..evaluate import Evaluation, Work, as_arrays
from ..graph import Value, as_value, settle
from ..ops import Array
from ..sentence import say

_QUIET = np.errstate(all="ignore")  # rules may give infinities and NaN: they are shown, not warned of


def pull_back(
    work: Work, evaluation: Evaluation, upstream: Value, places: Sequence[int] | None = None
) -> list[Value | None]:
    """The vjp of one op: for each input, the gradient that `upstream` sends back along its wire (None where open).

    With `places`, only those inputs of an arraywise op are computed.
    """
    inputs, out = evaluation.inputs_of(work), evaluation.values[work.slot]
    if work.pull is not None and type(upstream) is float and all([type(x) is float for x in inputs]):
        try:
            pulled = work.pull(upstream, *inputs, out)
            return list(pulled) if len(inputs) > 1 else [pulled]
        except (ArithmeticError, ValueError):
            pass  # outside the range of `math`; NumPy says inf or NaN
    return _pull_back_arrays(work, inputs, np.asarray(out), np.asarray(upstream), places)


@_QUIET
def _pull_back_arrays(
    work: Work, inputs: list[Value | None], out: Array, g: Array, places: Sequence[int] | None
) -> list[Value | None]:
    arrays = as_arrays(inputs)
    if work.op.partials is not None:
        partials = work.op.partials(*arrays, out=out, **work.attributes)
        raw: list[Any] = [None if is_flat(partial) else g * partial for partial in partials]
    else:
        raw = [
            rule(g, *arrays, out=out, **work.attributes)
            if rule is not None and x is not None and (places is None or place in places)
            else None
            for place, (rule, x) in enumerate(zip(work.op.vjps, arrays, strict=True))
        ]
    return [None if x is None else unbroadcast(d, np.asarray(x)) for d, x in zip(raw, inputs, strict=True)]


@_QUIET
def push_forward(work: Work, evaluation: Evaluation, tangents: list[Value | None]) -> Value:
    """The jvp of one op: how its output moves when its inputs move by `tangents` (None: does not move)."""
    inputs, out = evaluation.inputs_of(work), np.asarray(evaluation.values[work.slot])
    total = np.zeros(out.shape, out.dtype)
    for place, tangent in enumerate(tangents):
        if tangent is not None:
            total = total + push_one(work, inputs, out, place, np.asarray(tangent))
    return settle(np.asarray(total, out.dtype))


@_QUIET
def push_one(work: Work, inputs: list[Value | None], out: Array, place: int, tangent: Array) -> Any:
    """The part of the jvp that comes through the input at `place`."""
    arrays = as_arrays(inputs)
    if work.op.partials is not None:
        partial = work.op.partials(*arrays, out=out, **work.attributes)[place]
        return np.zeros(out.shape, out.dtype) if is_flat(partial) else np.broadcast_to(partial * tangent, out.shape)
    rule = work.op.jvps[place]
    return np.zeros(out.shape) if rule is None else rule(tangent, *arrays, out=out, **work.attributes)


def is_flat(partial: Any) -> bool:
    """Whether an elementwise op does not depend on an input, which may then have any shape at all."""
    return type(partial) is float and partial == 0.0


@_QUIET
def pull_one(work: Work, inputs: list[Value | None], out: Array, place: int, upstream: Array) -> Value:
    """What an arraywise op with a vjp sends back to the input at `place`."""
    rule = work.op.vjps[place]
    assert rule is not None
    return unbroadcast(rule(upstream, *as_arrays(inputs), out=out, **work.attributes), np.asarray(inputs[place]))


def unbroadcast(gradient: Any, like: Array) -> Value:
    """`gradient` summed over the axes that NumPy added or stretched, in the shape and dtype of `like`."""
    if gradient is None:
        return settle(np.zeros(like.shape, like.dtype))
    if type(gradient) is np.ndarray and gradient.shape == like.shape and gradient.dtype == like.dtype:
        return settle(gradient)
    return settle(summed_to(like.shape, np.asarray(gradient, dtype=like.dtype)))


def summed_to(shape: tuple[int, ...], array: Any) -> Any:
    """`array` summed over the axes that broadcasting added to `shape` or stretched."""
    if array.shape == shape:
        return array
    if array.ndim < len(shape):
        array = np.broadcast_to(array, shape)
    if array.ndim > len(shape):
        array = np.sum(array, tuple(range(array.ndim - len(shape))))
    stretched = tuple(axis for axis, size in enumerate(shape) if size == 1 and array.shape[axis] != 1)
    if stretched:
        array = np.sum(array, stretched, keepdims=True)
    return array if array.shape == shape else np.broadcast_to(array, shape)


def start_of(name: str, out: Value, element: tuple[int, ...] | None, seed: Any) -> Value:
    """What a pass starts with at a node of the value `out`: ones, one element, or the given array."""
    if element is not None:
        start = np.zeros(np.shape(out), np.asarray(out).dtype)
        try:
            start[element] = 1
        except IndexError:
            template = "“{node}” has the shape {shape}; there is no element {element}"
            raise ValueMismatch(say(template, node=name, shape=np.shape(out), element=list(element))) from None
        return settle(start)
    if seed is not None:
        given = as_value(seed)
        if np.shape(given) != np.shape(out):
            template = "{given} was given to start with, but “{node}” has the shape {shape}"
            raise ValueMismatch(say(template, given=np.shape(given), node=name, shape=np.shape(out)))
        return given
    return 1.0 if type(out) is float else settle(np.ones_like(out))
