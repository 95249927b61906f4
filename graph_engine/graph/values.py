"""Values: Python floats for scalars, read-only float64 or float32 arrays for everything else.

Integers and booleans are promoted to float64; complex numbers, text and ragged lists are refused.
"""

from __future__ import annotations

import base64
import json
import math
import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import FormulaError, ValueMismatch
from ..expression import constant
from ..sentence import say

Value = float | NDArray[Any]
KEPT = (np.dtype(np.float64), np.dtype(np.float32))
MAX_AXES = 32
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_BETWEEN, _LONGEST = re.compile(r"([\[\],\s]+)"), 10_000  # letters that are looked at as formulas
_BARE = re.compile(r"(?<![\w.])[+-]?(nan|inf(?:inity)?)(?![\w.])", re.IGNORECASE)


def as_value(given: Any) -> Value:
    """`given` as the engine stores it, or `ValueMismatch`.

    >>> as_value(3), as_value([1, 2])
    (3.0, array([1., 2.]))
    """
    if type(given) is float:
        return given
    try:
        array = np.array(given)
    except (ValueError, OverflowError):
        raise ValueMismatch(say("the rows of an array must have equal lengths")) from None
    if array.ndim > MAX_AXES:
        raise ValueMismatch(say("an array has at most {limit} axes", limit=MAX_AXES))
    if array.dtype.kind in "iub":
        array = array.astype(np.float64)
    if array.dtype.kind != "f":
        raise ValueMismatch(say("{value} is not a number or an array of numbers", value=_excerpt(given)))
    return settle(array if array.dtype in KEPT else array.astype(np.float64))


def settle(result: Any) -> Value:
    """What an op returned, as a value: scalars in float64 become Python floats, arrays read-only."""
    if type(result) is float:
        return result
    array = np.asarray(result)
    if array.ndim == 0 and array.dtype != np.float32:
        return float(array)
    array.flags.writeable = False
    return array


def parse_value(text: str) -> Value:
    """A value as people type it, which may have to be worked out: `1.5`, `1/2`, `2*pi`, `[1/3, 2/3]`.

    >>> parse_value("-3/4"), parse_value("1e-3"), parse_value("1/2 1/4")
    (-0.75, 0.001, array([0.5 , 0.25]))
    """
    literal = literal_value(text)
    if literal is not None:
        return literal
    found = _worked_out(text.strip())
    if found is None:
        template = "“{text}” is not a number; write 1.5, 1e-3, 1/2 or an array such as [1, 2, 3]"
        raise ValueMismatch(say(template, text=_excerpt(text)))
    if not np.isfinite(found).all():
        raise ValueMismatch(say("“{text}” has no finite value", text=_excerpt(text)))
    return found


def literal_value(text: str) -> Value | None:
    """A value that needs no working out: `1.5`, `-inf`, `1 2 3`, `[[1, 2], [3, 4]]`; None where it is none.

    >>> literal_value("1e-3"), literal_value("1, 2")
    (0.001, array([1., 2.]))
    """
    cleaned = text.strip().replace("−", "-").replace("∞", "inf")
    if _DECIMAL_COMMA.fullmatch(cleaned):
        message = say("“{text}” could be {number} or {array}; write one of these", text=text.strip(),
                      number=cleaned.replace(",", "."), array=f"[{cleaned.replace(',', ', ')}]")  # fmt: skip
        raise ValueMismatch(message)
    try:
        return _number_or_array(cleaned)
    except OverflowError:
        message = say("{number} is too large for float64; write inf if that is meant", number=_excerpt(text))
        raise ValueMismatch(message) from None
    except (json.JSONDecodeError, RecursionError, TypeError, ValueError):
        return None


def pack(value: Value) -> dict[str, Any]:
    """A value as JSON that keeps every bit: its entries row by row, as little-endian bytes in base64."""
    array = np.asarray(value)
    data = base64.b64encode(array.astype(array.dtype.newbyteorder("<")).tobytes()).decode("ascii")
    return {"dtype": array.dtype.name, "shape": list(array.shape), "base64": data}


def same_value(a: Value | None, b: Value | None) -> bool:
    """Whether two values are the very same numbers (NaN equals NaN, −0 is not 0)."""
    if a is None or b is None:
        return a is b
    first, second = np.asarray(a), np.asarray(b)
    return first.dtype == second.dtype and first.shape == second.shape and first.tobytes() == second.tobytes()


def _worked_out(text: str) -> Value | None:
    """The value of a formula, or of an array of formulas; None where it is neither."""
    if len(text) > _LONGEST:
        return None
    try:
        return constant(text)
    except FormulaError:
        pass
    parts = _BETWEEN.split(text)
    try:
        numbers = [part if not part or _BETWEEN.fullmatch(part) else repr(constant(part)) for part in parts]
        return _number_or_array("".join(numbers))
    except (FormulaError, OverflowError, RecursionError, TypeError, ValueError):
        return None


def _number_or_array(text: str) -> Value:
    """OverflowError where a number leaves the range of float64, another one where there is none."""
    try:
        return _float(text)
    except ValueError:
        listed = text if not text or text.startswith("[") else f"[{', '.join(text.replace(',', ' ').split())}]"
    quoted = _BARE.sub(r'"\g<0>"', listed)
    return as_value(_floats(json.loads(quoted, parse_float=str, parse_int=str)))


def _floats(tree: Any) -> Any:
    """Every leaf, a text as it was typed, as a float; null, true and rows in the wrong place raise."""
    if isinstance(tree, list):
        return [_floats(item) for item in tree]
    if not isinstance(tree, str):
        raise TypeError("not a number")
    return _float(tree)


def _float(text: str) -> float:
    number = float(text)
    if math.isinf(number) and "inf" not in text.lower():
        raise OverflowError(text)
    return number


def _excerpt(given: Any) -> str:
    text = str(given)
    return text if len(text) <= 40 else text[:39] + "…"
