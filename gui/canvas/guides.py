"""Where a box that is moved would line up with others: how far to pull it, and the lines to show. Imports no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .geometry import Point

GRID = 24


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def lines(self, axis: int) -> tuple[float, float, float]:
        """Its two edges and its middle, across (axis 0) or down (axis 1)."""
        low, high = (self.left, self.right) if axis == 0 else (self.top, self.bottom)
        return low, (low + high) / 2, high

    def span(self, axis: int) -> Point:
        return (self.left, self.right) if axis == 0 else (self.top, self.bottom)


@dataclass(frozen=True)
class Pull:
    """How far to go on, and the lines between points that say why."""

    dx: float = 0.0
    dy: float = 0.0
    lines: tuple[tuple[Point, Point], ...] = ()


def around(boxes: Iterable[Box]) -> Box:
    kept = list(boxes)
    return Box(
        min(box.left for box in kept),
        min(box.top for box in kept),
        max(box.right for box in kept),
        max(box.bottom for box in kept),
    )


def pull(box: Box, others: Sequence[Box], ports: Sequence[tuple[Point, Point]], reach: float) -> Pull:
    """Pulls `box` onto lines of `others` within `reach`; wires between `ports` (its own, another's) become level."""
    dx = _nearest([line - own for other in others for own, line in _pairs(box, other, 0)], reach)
    steps = [line - own for other in others for own, line in _pairs(box, other, 1)]
    level = _nearest([theirs[1] - own[1] for own, theirs in ports], reach)
    dy = level if level is not None else _nearest(steps, reach)
    now = box.moved(dx or 0.0, dy or 0.0)
    lines = [] if dx is None else _lines(now, others, 0)
    if dy is not None:
        shifted = [((own[0] + (dx or 0.0), own[1] + dy), theirs) for own, theirs in ports]
        lines += [(own, theirs) for own, theirs in shifted if abs(own[1] - theirs[1]) < 0.5]
        lines += _lines(now, others, 1)
    return Pull(dx or 0.0, dy or 0.0, tuple(lines))


def to_grid(middle: Point, step: float = GRID) -> Point:
    """How far a point is from the nearest of the grid."""
    x, y = middle
    return round(x / step) * step - x, round(y / step) * step - y


def _pairs(box: Box, other: Box, axis: int) -> list[Point]:
    """Which lines may meet: middle with middle, edge with edge."""
    own, theirs = box.lines(axis), other.lines(axis)
    return [(own[1], theirs[1]), *((a, b) for a in own[::2] for b in theirs[::2])]


def _nearest(steps: Sequence[float], reach: float) -> float | None:
    found = min(steps, key=abs, default=reach + 1)
    return found if abs(found) <= reach else None


def _lines(box: Box, others: Sequence[Box], axis: int) -> list[tuple[Point, Point]]:
    """One line for each place where `box` meets others now, as long as all that stand on it."""
    found: dict[float, list[Point]] = {}
    for other in others:
        for own, line in _pairs(box, other, axis):
            if abs(own - line) < 0.5:
                found.setdefault(round(line, 1), []).append(other.span(1 - axis))
    made = []
    for at, spans in found.items():
        low = min(span[0] for span in [*spans, box.span(1 - axis)])
        high = max(span[1] for span in [*spans, box.span(1 - axis)])
        made.append(((at, low), (at, high)) if axis == 0 else ((low, at), (high, at)))
    return made
