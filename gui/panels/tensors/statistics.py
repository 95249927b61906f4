"""An array in a few numbers. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 24


@dataclass(frozen=True)
class Statistics:
    """Least, most, mean and standard deviation are those of the finite entries; NaN where there are none."""

    size: int
    least: float
    most: float
    mean: float
    deviation: float
    zeros: int
    nans: int
    infinite: int


def statistics(array: NDArray) -> Statistics:
    numbers = np.asarray(array, float).ravel()
    finite = numbers[np.isfinite(numbers)]
    nans = int(np.isnan(numbers).sum())
    known = (float(finite.min()), float(finite.max()), float(finite.mean()), float(finite.std())) if finite.size else ()
    least, most, mean, deviation = known or (float("nan"),) * 4
    zeros, infinite = int((numbers == 0).sum()), numbers.size - nans - finite.size
    return Statistics(numbers.size, least, most, mean, deviation, zeros, nans, infinite)


def histogram(array: NDArray) -> tuple[NDArray, NDArray]:
    """How many finite entries fall into each of some equal bins, and the edges of the bins."""
    numbers = np.asarray(array, float).ravel()
    finite = numbers[np.isfinite(numbers)]
    if not finite.size:
        return np.zeros(0, int), np.zeros(0)
    with np.errstate(all="ignore"):
        try:
            return np.histogram(finite, BINS)
        except ValueError:  # so close together that no bins fit between them
            return np.array([finite.size]), np.array([finite.min(), finite.max()])
