"""Lining nodes up: their edges or middles on one line, or the gaps between them made equal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate, pairwise
from typing import Literal

from .document import Point

Size = tuple[float, float]
Line = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["horizontal", "vertical"]

_LINES: dict[Line, tuple[int, float]] = {  # the axis that changes, and which part of a node counts
    "left": (0, -0.5),
    "centre": (0, 0.0),
    "right": (0, 0.5),
    "top": (1, -0.5),
    "middle": (1, 0.0),
    "bottom": (1, 0.5),
}


def align(boxes: Mapping[str, tuple[Point, Size]], line: Line) -> dict[str, Point]:
    """The places of nodes (middle and size of each) when they are lined up: outer lines stay, middles meet.

    >>> align({"a": ((0, 0), (20, 10)), "b": ((90, 40), (40, 10))}, "left")
    {'a': (0.0, 0.0), 'b': (10.0, 40.0)}
    """
    axis, part = _LINES[line]
    edges = [place[axis] + part * size[axis] for place, size in boxes.values()]
    at = min(edges) if part < 0 else max(edges) if part > 0 else (min(edges) + max(edges)) / 2
    return {id: _put(place, axis, at - part * size[axis]) for id, (place, size) in boxes.items()}


def distribute(boxes: Mapping[str, tuple[Point, Size]], axis: Axis) -> dict[str, Point]:
    """The places of nodes when the gaps between them are equal; the first and the last stay where they are.

    >>> distribute({"a": ((0, 0), (20, 10)), "b": ((30, 5), (20, 10)), "c": ((100, 0), (20, 10))}, "horizontal")
    {'a': (0.0, 0.0), 'b': (50.0, 5.0), 'c': (100.0, 0.0)}
    """
    which = 0 if axis == "horizontal" else 1
    order = sorted(boxes, key=_along(boxes, which))
    first, last = (boxes[id][0][which] for id in (order[0], order[-1]))
    half = [boxes[id][1][which] / 2 for id in order]
    taken = list(accumulate((a + b for a, b in pairwise(half)), initial=0.0))
    gap = (last - first - taken[-1]) / max(1, len(order) - 1)
    return {
        id: _put(boxes[id][0], which, first + distance + number * gap)
        for number, (id, distance) in enumerate(zip(order, taken, strict=True))
    }


def _along(boxes: Mapping[str, tuple[Point, Size]], axis: int) -> Callable[[str], tuple[float, float]]:
    return lambda id: (boxes[id][0][axis], boxes[id][0][1 - axis])


def _put(place: Point, axis: int, at: float) -> Point:
    return (float(at), float(place[1])) if axis == 0 else (float(place[0]), float(at))
