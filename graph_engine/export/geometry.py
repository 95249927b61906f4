"""Sizes and places of nodes, ports and wires, as plain numbers. Imports no Qt: the canvas reads them here, too."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Curve = tuple[Point, ...]  # four points of a Bézier curve, or ten of three that follow each other
Shape = Literal["circle", "box", "pill"]

CIRCLE = 64.0
PILL_HEIGHT, PILL_LEAST, PILL_MOST = 56.0, 108.0, 196.0
BOX_HEIGHT, BOX_LEAST, BOX_MOST, PORT_GAP = 64.0, 116.0, 260.0, 26.0
STUB = 74.0  # the length of the wire that leaves a node which feeds nothing
FLAG_HEIGHT = 50.0
_TURNS = 0.2  # the share of a wire that runs back which each of its turns takes


@dataclass(frozen=True)
class Outline:
    """The shape of a node around its middle."""

    shape: Shape
    width: float
    height: float
    inset: float = 0.0  # how far its text stands to the right of its middle


def text_width(text: str, size: float) -> float:
    """About how wide `text` is at `size` pixels; CJK letters count as full squares."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return size * (1.02 * wide + 0.58 * (len(text) - wide))


def outline(shape: Shape, name: str, main: str, ports: Sequence[str] = ()) -> Outline:
    """The outline that holds a name (small) and a main text (large); boxes also name their `ports` on the left."""
    if shape == "circle":
        return Outline(shape, CIRCLE, CIRCLE)
    beside = max((text_width(port, 11) for port in ports), default=0.0) if shape == "box" else 0.0
    inner = max(text_width(name, 12), text_width(main, 15) + beside) + 40
    if shape == "pill":
        return Outline(shape, min(max(PILL_LEAST, inner), PILL_MOST), PILL_HEIGHT)
    height = max(BOX_HEIGHT, PORT_GAP * len(ports) + 12)
    return Outline(shape, min(max(BOX_LEAST, inner), BOX_MOST), height, beside / 2 + 2)


def input_point(outline: Outline, place: int, count: int) -> Point:
    """Where input `place` of `count` sits, from the middle of its node."""
    if outline.shape == "circle":
        spread = math.radians(0 if count == 1 else 38)
        angle = (2 * spread * place / (count - 1) if count > 1 else 0) - spread
        radius = outline.width / 2
        return -radius * math.cos(angle), radius * math.sin(angle)
    step = min(PORT_GAP, outline.height / count)
    return -outline.width / 2, (place - (count - 1) / 2) * step


def output_point(outline: Outline) -> Point:
    return outline.width / 2, 0.0


def wire(start: Point, end: Point, bend: float = 0.0) -> tuple[Point, Point, Point, Point]:
    """The four points of the Bézier curve of a wire: it leaves to the right and arrives from the left.

    `bend` is how far its middle is moved down from there.
    """
    reach = max(38.0, abs(end[0] - start[0]) * 0.46)
    if end[0] < start[0]:
        reach = min(160.0, 60.0 + (start[0] - end[0]) * 0.4)
    down = bend * 4 / 3
    return start, (start[0] + reach, start[1] + down), (end[0] - reach, end[1] + down), end


def way_back(start: Point, end: Point, lane: float) -> Curve:
    """The curves of a wire that runs back to the left: a turn, a straight line at the height `lane`, another turn."""
    return _turned(start, end, lane, _turn(lane - start[1]), _turn(lane - end[1]))


def below(curve: Curve, by: float) -> Curve:
    """The line that runs `by` below a wire; its turns lie beside those of the wire."""
    if len(curve) == 4:
        nx, ny = normal(curve, 0.5)
        return tuple((x - nx * by, y - ny * by) for x, y in curve)
    (x0, y0), (x1, y1), lane = curve[0], curve[-1], curve[3][1]
    first = curve[1][0] - x0 + math.copysign(by * 4 / 3, lane - y0)
    last = x1 - curve[-2][0] + math.copysign(by * 4 / 3, lane - y1)
    return _turned((x0, y0 - by), (x1, y1 - by), lane + by, first, last)


def _turned(start: Point, end: Point, lane: float, first: float, last: float) -> Curve:
    (x0, y0), (x1, y1), third = start, end, (start[0] - end[0]) / 3
    right = (x0 + first, y0), (x0 + first, lane), (x0, lane)
    left = (x1, lane), (x1 - last, lane), (x1 - last, y1)
    return start, *right, (x0 - third, lane), (x1 + third, lane), *left, end


def _turn(height: float) -> float:
    """How far a turn reaches to the side: about half a circle."""
    return min(110.0, max(48.0, abs(height) * 2 / 3))


def along(curve: Curve, t: float) -> Point:
    """The point of a wire at `t` between 0 and 1."""
    if len(curve) > 4:
        curve, t = _part(curve, t)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _part(curve: Curve, t: float) -> tuple[Curve, float]:
    """The one of three curves that `t` lies on, and where on it."""
    if t < _TURNS:
        return curve[:4], t / _TURNS
    if t > 1 - _TURNS:
        return curve[6:], (t - 1 + _TURNS) / _TURNS
    return curve[3:7], (t - _TURNS) / (1 - 2 * _TURNS)


def normal(curve: Curve, t: float) -> Point:
    """The unit vector that points away from the curve at `t`, on its upper side."""
    (x0, y0), (x1, y1) = along(curve, max(0.0, t - 0.01)), along(curve, min(1.0, t + 0.01))
    dx, dy = x1 - x0, y1 - y0
    length = math.hypot(dx, dy) or 1.0
    return (dy / length, -dx / length) if dx >= 0 else (-dy / length, dx / length)
