"""The net that is laid out: vertices in rows (one row for each layer), wires between neighbouring rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

Row = list[int]


class Wire(NamedTuple):
    """A wire between two boxes; `port` is where it enters, from 0 (top) to 1."""

    source: int
    target: int
    port: float = 0.5


@dataclass
class Net:
    """The first `boxes` vertices are boxes, the others dummies: places where a long wire passes a layer."""

    boxes: int
    rows: list[Row]
    left: list[list[int]]  # what feeds each vertex from the row before, by port
    right: list[list[tuple[int, float]]]  # what each feeds in the row after, with the port
    far: list[Wire]  # wires too long for dummies: they pull on their ends, and are not seen to cross

    def crossings(self) -> int:
        """Pairs of wires between neighbouring rows that cross, ports in their order."""
        place = self.places()
        return sum(inversions([place[s] for id in row for s in self.left[id]]) for row in self.rows[1:])

    def places(self) -> list[int]:
        """Where each vertex stands in its row."""
        place = [0] * len(self.left)
        for row in self.rows:
            for number, id in enumerate(row):
                place[id] = number
        return place


def inversions(numbers: Sequence[float]) -> int:
    """How many pairs stand in the wrong order.

    >>> inversions([1, 3, 2, 0])
    4
    """
    seen: list[float] = []
    total = 0
    for number in numbers:
        at = bisect_right(seen, number)
        total += len(seen) - at
        seen.insert(at, number)
    return total
