"""Magnitudes made visible: on wires as width and colour, in nodes as tiny heat maps. Imports no Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph_engine.graph import Value

DECADES = 6  # a magnitude this many powers of ten below the largest counts as nothing
ROWS, COLUMNS = 8, 12  # cells of a heat map at most
Cells = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Encoding:
    """What is switched on: `wires` is "", "gradient" or "activation"."""

    wires: str = ""
    heat: bool = False

    def __bool__(self) -> bool:
        return bool(self.wires) or self.heat


PLAIN = Encoding()


@dataclass(frozen=True)
class Ramp:
    """A logarithmic scale between two magnitudes."""

    least: float
    most: float

    def strength(self, size: float) -> float:
        """From 0 (nothing, or the least) to 1 (the most)."""
        if math.isnan(size) or size >= self.most:
            return 1.0
        if size <= self.least:
            return 0.0
        return math.log(size / self.least) / math.log(self.most / self.least)


def size_of(value: Value) -> float:
    """The magnitude of a scalar; of an array, its largest entry's."""
    if type(value) is float:
        return abs(value)
    array = np.abs(np.asarray(value, float))
    return float(array.max()) if array.size else 0.0


def ramp(sizes: Iterable[float]) -> Ramp | None:
    """The scale that holds the finite magnitudes above zero; None where there are none."""
    known = [size for size in sizes if 0 < size < math.inf]
    if not known:
        return None
    most = max(known)
    least = max(min(known), most / 10**DECADES)
    return Ramp(min(least, most / 10), most)


def heat_map(value: Value) -> Cells:
    """An array as rows of cells from −1 to 1, means of its blocks where it is large; nothing for a scalar."""
    array = np.asarray(value, float)
    if array.size < 2:
        return ()
    flat = array.reshape(1, -1) if array.ndim == 1 else array.reshape(array.shape[0], -1)
    flat = np.nan_to_num(flat, nan=0.0, posinf=1e300, neginf=-1e300)
    small = _blocks(_blocks(flat, ROWS).T, COLUMNS).T
    most = float(np.abs(small).max()) or 1.0
    return tuple(tuple(round(float(cell), 2) for cell in row) for row in small / most)


def _blocks(array: np.ndarray, most: int) -> np.ndarray:
    """The means of at most `most` blocks of rows."""
    if len(array) <= most:
        return array
    return np.array([block.mean(axis=0) for block in np.array_split(array, most)])
