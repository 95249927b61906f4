"""A formula of nothing but numbers, carried out: what can be typed where a number is wanted."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from .calculate import calculate, read_formula

_KNOWN: Mapping[str, float] = {"pi": math.pi, "π": math.pi, "e": math.e}
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}  # as Chinese keyboards type them


def constant(text: str) -> float:
    """The number that a formula makes, NaN where it has none; `FormulaError` where it is no such formula.

    >>> constant("1/2"), constant("-3/4"), constant("2*pi"), constant("1/0")
    (0.5, -0.75, 6.283185307179586, inf)
    """
    term = read_formula(text.translate(_WIDE), _KNOWN)
    try:
        with np.errstate(all="ignore"):
            return float(calculate(term, {name: np.float64(number) for name, number in _KNOWN.items()}))
    except (ArithmeticError, TypeError):  # of Python's own powers: too large, or complex
        return math.nan
