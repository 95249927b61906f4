"""A value as a person would type it, every digit kept."""

from __future__ import annotations

import json

import numpy as np

from graph_engine.graph import Value

LARGEST = 400  # entries that can still be typed


def entry_text(value: Value) -> str:
    """`2.5`, or `[[1, 2], [3, 4]]`; `parse_value` reads it back exactly."""
    return json.dumps(_numbers(value)).replace('"', "")


def _numbers(value: Value) -> object:
    if np.ndim(value):
        return [_numbers(row) for row in np.asarray(value)]
    number = float(value)
    if not np.isfinite(number):
        return str(number)
    whole = number.is_integer() and abs(number) < 2**53 and not (number == 0 and np.signbit(number))
    return int(number) if whole else number
