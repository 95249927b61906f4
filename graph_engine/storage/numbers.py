"""Values as JSON and back: floats bare, NaN and infinities as strings, large arrays as base64 (little-endian)."""

from __future__ import annotations

import base64
import binascii
import json
import math
from typing import Any

import numpy as np

from ..errors import ValueMismatch
from ..graph import MAX_AXES, Value, as_value, pack, settle
from ..sentence import say
from .format import INLINE, MAX_ENTRIES

_WORDS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def number_to_json(number: float) -> Any:
    """A float as JSON; whole numbers lose their `.0`, the three that JSON lacks become strings."""
    number = float(number)
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    whole = number.is_integer() and abs(number) < 2**53 and not (number == 0 and math.copysign(1, number) < 0)
    return int(number) if whole else number


def nested(value: Value) -> Any:
    """A value as numbers and nested lists, however large."""
    if np.ndim(value) == 0:
        return number_to_json(float(value))
    return [nested(row) for row in np.asarray(value)]


def value_to_json(value: Value) -> Any:
    """A value as files hold it."""
    array = np.asarray(value)
    if array.dtype == np.float64 and array.size <= INLINE and (array.size or array.ndim < 2):
        return nested(value)
    return pack(array)


def value_from_json(given: Any) -> Value:
    """The value behind what a file holds, or `ValueMismatch`."""
    return _from_base64(given) if isinstance(given, dict) else as_value(_numbers(given))


def _numbers(tree: Any) -> Any:
    if isinstance(tree, list):
        return [_numbers(item) for item in tree]
    if isinstance(tree, str) and tree in _WORDS:
        return _WORDS[tree]
    if isinstance(tree, bool) or not isinstance(tree, int | float):
        shown = "{…}" if isinstance(tree, dict) else json.dumps(tree, ensure_ascii=False)
        shown = shown if len(shown) <= 40 else shown[:39] + "…"
        raise ValueMismatch(say("{value} stands where a number belongs", value=shown))
    try:
        return float(tree)
    except OverflowError:
        raise ValueMismatch(say('a number is too large for float64; write "Infinity" if that is meant')) from None


def _from_base64(given: dict[str, Any]) -> Value:
    if set(given) != {"dtype", "shape", "base64"} or given["dtype"] not in ("float64", "float32"):
        raise ValueMismatch(say("a packed array needs dtype (float64 or float32), shape and base64"))
    shape, text = given["shape"], given["base64"]
    if not isinstance(shape, list) or not all(type(n) is int and n >= 0 for n in shape) or len(shape) > MAX_AXES:
        raise ValueMismatch(say("the shape of a packed array is a list of whole numbers"))
    if math.prod(max(n, 1) for n in shape) > MAX_ENTRIES:
        raise ValueMismatch(say("a packed array has too many numbers; the limit is {limit}", limit=MAX_ENTRIES))
    entries = math.prod(shape)
    dtype = np.dtype(given["dtype"]).newbyteorder("<")
    try:
        data = base64.b64decode(text if isinstance(text, str) else "?", validate=True)
    except (binascii.Error, ValueError):
        raise ValueMismatch(say("the base64 of a packed array is damaged")) from None
    if len(data) != entries * dtype.itemsize:
        template = "a packed array of shape {shape} needs {needed} bytes but has {found}"
        raise ValueMismatch(say(template, shape=shape, needed=entries * dtype.itemsize, found=len(data)))
    return settle(np.frombuffer(data, dtype).astype(given["dtype"]).reshape(shape))
