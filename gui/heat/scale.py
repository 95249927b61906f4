"""From numbers to shades: the colour scale of a heat map. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Scale:
    """What the ends of the ramp stand for; around zero where the numbers have both signs."""

    low: float
    high: float

    def shade(self, numbers: NDArray) -> NDArray[np.float64]:
        """From −1 to 1; what lies beyond an end is drawn as that end, NaN stays NaN."""
        numbers = np.asarray(numbers, float)
        with np.errstate(all="ignore"):
            if self.low < 0 < self.high:
                shaded = np.where(numbers < 0, numbers / -self.low, numbers / self.high)
            elif self.low < 0:
                shaded = -(self.high - numbers) / _room(self.high - self.low)
            else:
                shaded = (numbers - self.low) / _room(self.high - self.low)
        shaded = np.where(np.isposinf(numbers), 1.0, np.where(np.isneginf(numbers), -1.0, shaded))
        return np.clip(shaded, -1.0 if self.low < 0 else 0.0, 1.0 if self.high > 0 else 0.0)


def symmetric(numbers: NDArray) -> Scale:
    """As far on one side of zero as on the other."""
    finite = np.abs(numbers[np.isfinite(numbers)])
    most = float(finite.max(initial=0.0)) or 1.0
    return Scale(-most, most)


def spanning(numbers: NDArray) -> Scale:
    """From the least to the largest number; around zero where they have both signs."""
    finite = numbers[np.isfinite(numbers)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    if low < 0 < high or low == high:
        return symmetric(numbers)
    return Scale(low, high)


def _room(span: float) -> float:
    return span if span > 0 else 1.0
