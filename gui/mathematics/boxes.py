"""What a formula is once it is laid out: glyphs and strokes at their places, and the parts that answer a click."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Glyphs:
    """Text with its baseline at `y`; `tall` stretches it upward and downward, as brackets are."""

    x: float
    y: float
    text: str
    size: float
    italic: bool
    role: str
    tall: float = 1.0


@dataclass(frozen=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    width: float
    role: str

    @property
    def x(self) -> float:
        return self.points[0][0]


@dataclass(frozen=True)
class Link:
    """Where a part that can be asked about lies."""

    x: float
    y: float
    width: float
    height: float
    asks: Hashable


@dataclass(frozen=True)
class Box:
    """A laid out part; its baseline is y = 0, and it starts at x = 0."""

    width: float
    ascent: float
    descent: float
    marks: tuple[Glyphs | Stroke, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def height(self) -> float:
        return self.ascent + self.descent

    def moved(self, x: float, y: float) -> Box:
        """The same marks elsewhere; the sizes stay."""
        marks = tuple(_moved(mark, x, y) for mark in self.marks)
        return replace(self, marks=marks, links=tuple(replace(k, x=k.x + x, y=k.y + y) for k in self.links))

    def linked(self, asks: Hashable) -> Box:
        """The whole of it answers a click, apart from parts that do so themselves."""
        whole = Link(-2, -self.ascent - 2, self.width + 4, self.height + 4, asks)
        return replace(self, links=(*self.links, whole))

    def link_at(self, x: float, y: float) -> Link | None:
        inside = (k for k in self.links if k.x <= x <= k.x + k.width and k.y <= y <= k.y + k.height)
        return min(inside, key=lambda k: k.width * k.height, default=None)


def _moved(mark: Glyphs | Stroke, x: float, y: float) -> Glyphs | Stroke:
    if isinstance(mark, Glyphs):
        return replace(mark, x=mark.x + x, y=mark.y + y)
    return replace(mark, points=tuple((px + x, py + y) for px, py in mark.points))


def beside(boxes: Iterable[Box]) -> Box:
    """Boxes one after another on one baseline."""
    x = ascent = descent = 0.0
    marks: list[Glyphs | Stroke] = []
    links: list[Link] = []
    for box in boxes:
        placed = box.moved(x, 0)
        marks += placed.marks
        links += placed.links
        ascent, descent, x = max(ascent, box.ascent), max(descent, box.descent), x + box.width
    return Box(x, ascent, descent, tuple(marks), tuple(links))


def over(placed: Iterable[tuple[Box, float, float]], width: float, ascent: float, descent: float) -> Box:
    """Boxes at their places, as one of the given size."""
    moved = [box.moved(x, y) for box, x, y in placed]
    marks = tuple(mark for box in moved for mark in box.marks)
    return Box(width, ascent, descent, marks, tuple(link for box in moved for link in box.links))
