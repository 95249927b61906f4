"""Where the texts of wires stand so that none covers another or a node; what has no room is left out. Imports no Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .geometry import Curve, Point, along, normal

BACK = 8.0  # how far below the wire the gradient's arrow runs
LABEL_AT, FANNED_AT, LOCAL_AT = 0.34, 0.48, 0.77
_SHIFTS = (0.0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24, 0.32, 0.4)
_TAG_SHIFTS = (0.0, -0.08, 0.08, -0.16, -0.24, -0.32)
_LEAST, _MOST = 0.08, 0.93  # of the way along a wire
_ANYWHERE, _FAR = (0.5, 0.3, 0.7, 0.15, 0.85), (16.0, 34.0, 54.0, 80.0, 110.0, 145.0)  # for what is asked for
_CELL = 64.0
_STEP, _SPARE = 8.0, 28.0  # of the widths of texts
_APART = 4.0  # between texts, where there is a choice
_NEAR = 13.0  # how near to each other points of a curve are looked at
_ROLES = ("value", "gradient", "local")  # those that come first get their places first

Area = tuple[float, float, float, float]  # left, top, right, bottom


class Text(NamedTuple):
    """What a text is, and the size of the plate it stands on."""

    role: str
    width: float
    height: float


class Claim(NamedTuple):
    """What is to be written beside a wire."""

    curve: Curve
    texts: tuple[Text, ...]
    at: float  # how far along the wire its numbers like to stand
    low: bool  # it enters its node in the lower half
    chosen: bool = False  # its texts come before those of others


def room_for(width: float, had: float) -> float:
    """The width that a text takes: in steps, and a little shorter it keeps what it `had`, so that another number
    rarely needs another place."""
    return had if had - _SPARE < width <= had else math.ceil(width / _STEP) * _STEP


def wanted(claim: Claim, text: Text) -> Point:
    """Where a text stands when nothing is in its way."""
    at, side, gap = next(_candidates(claim, text.role))
    return _beside(claim.curve, at, side, gap, text)


def place(claims: Sequence[Claim], solid: Iterable[Area], curves: Iterable[Curve] = ()) -> list[dict[str, Point]]:
    """The middles of the texts of each wire by their roles, clear of each other and of what is `solid`.

    Where there is a choice they keep off `curves` too, the lines of other wires.
    """
    taken = _Taken(solid, curves)
    found: list[dict[str, Point]] = [{} for _ in claims]
    turns = [(not claim.chosen, _ROLES.index(text.role), number, text) for number, claim in enumerate(claims)
             for text in claim.texts]  # fmt: skip
    for _, _, number, text in sorted(turns, key=lambda turn: turn[:3]):
        middle = _free(claims[number], text, taken)
        if middle is not None:
            found[number][text.role] = middle
    return found


def area(middle: Point, text: Text) -> Area:
    """What a text covers."""
    (x, y), width, height = middle, text.width / 2, text.height / 2
    return x - width, y - height, x + width, y + height


def meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _free(claim: Claim, text: Text, taken: _Taken) -> Point | None:
    best, middle = 3, None  # 2: on the line of another wire; 1: close to another text
    for at, side, gap in _candidates(claim, text.role):
        tried = _beside(claim.curve, at, side, gap, text)
        covered = area(tried, text)
        if taken.meets(covered):
            continue
        cost = 2 if taken.crosses(covered, claim.curve) else 1 if taken.meets(_spread(covered)) else 0
        if cost < best:
            best, middle = cost, tried
        if not cost:
            break
    if middle is not None:
        taken.add(area(middle, text))
    return middle


def _spread(area: Area) -> Area:
    return area[0] - _APART, area[1] - _APART, area[2] + _APART, area[3] + _APART


def _candidates(claim: Claim, role: str) -> Iterator[tuple[float, int, float]]:
    """How far along the wire a text may stand, on which side (1: above) and at what distance; the best first."""
    if role == "local":
        outside = -1 if claim.low else 1  # of the fan of wires that enter the node
        for side in (outside, -outside):
            gap = 8.0 if side == 1 else BACK + 8.0
            yield from ((at, side, gap) for shift in _TAG_SHIFTS if (at := LOCAL_AT + shift) <= _MOST)
    else:
        side, gap = (1, 5.0) if role == "value" else (-1, BACK + 5.0)
        yield from ((at, side, gap) for shift in _SHIFTS if _LEAST <= (at := claim.at + shift) <= _MOST)
    if claim.chosen:
        yield from ((at, side, gap) for gap in _FAR for side in (1, -1) for at in _ANYWHERE)


def _beside(curve: Curve, at: float, side: int, gap: float, text: Text) -> Point:
    """The middle of a text that stands clear of the wire."""
    x, y, nx, ny = _anchor(curve, at)
    clear = side * (gap + abs(nx) * (text.width / 2 - 3) + abs(ny) * (text.height / 2 - 1))
    return x + nx * clear, y + ny * clear


@lru_cache(maxsize=8192)
def _anchor(curve: Curve, at: float) -> tuple[float, float, float, float]:
    return *along(curve, at), *normal(curve, at)


@lru_cache(maxsize=1024)
def _points(curve: Curve) -> list[Point]:
    """Points of a curve, as near to each other as lines of text."""
    (x0, y0), (x1, y1) = curve[0], curve[-1]
    count = min(60, max(8, int((abs(x1 - x0) + abs(y1 - y0)) / _NEAR)))
    return [along(curve, number / count) for number in range(1, count)]


class _Taken:
    """Areas, and points of curves, by the squares of a grid that they lie in."""

    def __init__(self, areas: Iterable[Area], curves: Iterable[Curve]) -> None:
        self._cells: dict[tuple[int, int], list[Area]] = {}
        self._lines: dict[tuple[int, int], list[tuple[Point, Curve]]] = {}
        for curve in curves:
            for x, y in _points(curve):
                self._lines.setdefault((int(x // _CELL), int(y // _CELL)), []).append(((x, y), curve))
        for area in areas:
            self.add(area)

    def add(self, area: Area) -> None:
        for cell in _cells(area):
            self._cells.setdefault(cell, []).append(area)

    def crosses(self, area: Area, own: Curve) -> bool:
        """Whether the line of another wire passes through."""
        left, top, right, bottom = area
        return any(
            left < x < right and top < y < bottom and curve != own
            for cell in _cells(area)
            for (x, y), curve in self._lines.get(cell, ())
        )

    def meets(self, area: Area) -> bool:
        return any(meet(area, other) for cell in _cells(area) for other in self._cells.get(cell, ()))


def _cells(area: Area) -> list[tuple[int, int]]:
    left, top, right, bottom = (int(side // _CELL) for side in area)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
