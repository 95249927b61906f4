"""A long curve drawn with as many points as there are pixels: the least and the greatest number of each column.

Least and greatest of every 16, 256, … numbers are kept while the curve grows, so that a picture of a million points
costs as much as one of a thousand. A mean over the last so many numbers is the difference of two running sums, and is
worked out only where it is drawn. Imports no Qt.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .growing import Growing

Array = NDArray[Any]
Points = tuple[Array, Array]
_BLOCK = 16
_FINER = 4  # blocks in the narrowest column that is made up of blocks


class _Level:
    """Least and greatest number of each block of the level below."""

    def __init__(self) -> None:
        self.least, self.greatest = Growing(), Growing()

    def extend(self, least: Array, greatest: Array) -> None:
        """Takes up the blocks that have become full, of all numbers below."""
        done = len(self.least) * _BLOCK
        full = (len(least) - done) // _BLOCK * _BLOCK
        if full:
            self.least.extend(np.fmin.reduce(least[done : done + full].reshape(-1, _BLOCK), axis=1))
            self.greatest.extend(np.fmax.reduce(greatest[done : done + full].reshape(-1, _BLOCK), axis=1))


class Thinned:
    """`take` the whole curve whenever it has grown; x rises."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.x: Array = np.empty(0)
        self.y: Array = np.empty(0)
        self._levels: list[_Level] = []
        self._sums, self._counts = Growing(), Growing()
        self._last: Array = np.empty(0)

    def __len__(self) -> int:
        return len(self.x)

    def take(self, x: Array, y: Array) -> None:
        known = len(self._sums)
        if len(x) < known or (known and not np.array_equal(self._last, _point(x, y, known - 1), equal_nan=True)):
            self._begin()
            known = 0
        self.x, self.y = x, y
        if len(x) == known:
            return
        fresh = y[known:]
        there = np.isfinite(fresh)
        for grown, numbers in ((self._sums, np.where(there, fresh, 0.0)), (self._counts, there)):
            before = grown.numbers[-1] if known else 0.0
            grown.extend(before + np.cumsum(numbers))
        least = greatest = y
        for level in self._levels:
            level.extend(least, greatest)
            least, greatest = level.least.numbers, level.greatest.numbers
        while len(least) >= _BLOCK**2:
            self._levels.append(level := _Level())
            level.extend(least, greatest)
            least, greatest = level.least.numbers, level.greatest.numbers
        self._last = _point(x, y, -1)

    def between(self, edges: Array) -> Points:
        """What is to be drawn in columns with these edges, which rise; a point beyond each end where there is one."""
        if not len(self.x):
            return self.x, self.y
        places = np.searchsorted(self.x, edges)
        first, last = max(0, places[0] - 1), min(len(self.x), places[-1] + 1)
        if last - first <= 2 * len(edges):
            return self.x[first:last], self.y[first:last]
        starts = np.unique(np.concatenate(([first], places[:-1], [max(first, last - 1)])))
        starts = starts[starts < last]
        least, greatest, block = self._level_for(int(np.median(np.diff(starts))))
        if block > 1:
            starts = np.unique(starts // block * block)
            starts = starts[starts // block < len(least)]
            until = min(len(least), -(-last // block))
        else:
            until = last
        with np.errstate(invalid="ignore"):
            low = np.fmin.reduceat(least[:until], starts // block)
            high = np.fmax.reduceat(greatest[:until], starts // block)
        x, y = np.repeat(self.x[starts], 2), np.stack([low, high], axis=1).ravel()
        rest = slice(until * block, last)
        return np.concatenate([x, self.x[rest]]), np.concatenate([y, self.y[rest]])

    def smoothed(self, edges: Array, window: int) -> Points:
        """The mean of the last `window` numbers, at the edges of columns."""
        if not len(self.x):
            return self.x, self.y
        places = np.searchsorted(self.x, edges)
        first, last = max(0, places[0] - 1), min(len(self.x), places[-1] + 1)
        few = last - first <= 2 * len(edges)
        at = np.arange(first, last) if few else np.unique(np.clip(np.append(places, last - 1), first, last - 1))
        return self.x[at], self.mean(at, window)

    def mean(self, at: Array, window: int) -> Array:
        """The mean of the `window` numbers that end at each of the places `at`; fewer at the beginning."""
        if window <= 1:
            return np.asarray(self.y[at], float)
        before = at - window
        found = []
        for running in (self._sums.numbers, self._counts.numbers):
            found.append(running[at] - np.where(before >= 0, running[np.maximum(before, 0)], 0.0))
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(found[0] / found[1])

    def nearest(self, x: float) -> int | None:
        """The place of the point that is nearest to `x`; None beyond the ends."""
        if not len(self.x) or not self.x[0] - 0.5 <= x <= self.x[-1] + 0.5:
            return None
        place = int(np.searchsorted(self.x, x))
        around = [p for p in (place - 1, place) if 0 <= p < len(self.x)]
        return min(around, key=lambda p: abs(float(self.x[p]) - x))

    def _level_for(self, narrow: int) -> tuple[Array, Array, int]:
        """The coarsest level that is still fine enough for columns of so many points."""
        found, block = (self.y, self.y, 1), 1
        for level in self._levels:
            block *= _BLOCK
            if block * _FINER > narrow:
                break
            found = level.least.numbers, level.greatest.numbers, block
        return found


def _point(x: Array, y: Array, place: int) -> Array:
    return np.array([x[place], y[place]])
