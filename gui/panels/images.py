"""Rows of numbers that are pictures. Imports no Qt."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SMALLEST = 8  # pixels a side: fewer numbers are just numbers


def side_of(numbers: int) -> int:
    """The side of the square picture that so many numbers make; 0 where they make none."""
    side = math.isqrt(numbers)
    return side if side >= _SMALLEST and side * side == numbers else 0


def pictures(rows: NDArray[Any], side: int) -> NDArray[Any]:
    """Rows as square pictures."""
    return np.asarray(rows, float).reshape(-1, side, side)


def ink(picture: NDArray[Any]) -> NDArray[np.float64]:
    """How dark each pixel is, from 0 to 1, from the least to the greatest number."""
    low, high = float(picture.min()), float(picture.max())
    return np.asarray((picture - low) / (high - low) if high > low else np.zeros_like(picture), float)
