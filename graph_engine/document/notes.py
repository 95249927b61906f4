"""Notes and frames: what a person writes beside a graph. They compute nothing."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..errors import Refused
from ..graph import LONGEST, too_long
from ..sentence import say

KINDS = ("note", "frame")
COLOURS = ("grey", "yellow", "green", "teal", "rose", "brown")
LEAST, MOST = (40.0, 28.0), 100_000.0  # pixels a note is wide and tall, at least and at most

Place = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Note:
    """A text on the canvas; a frame has it as its heading and carries what stands inside. Placed by its middle."""

    id: str
    kind: str = "note"
    text: str = ""
    colour: str = "yellow"
    position: Place = (0.0, 0.0)
    size: Place = (220.0, 110.0)

    @property
    def box(self) -> Box:
        (x, y), (width, height) = self.position, self.size
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def check_note(note: Note) -> None:
    """Raises `Refused` for a note that no document may hold."""
    if not note.id:
        raise Refused(say("a note needs an id"))
    if note.kind not in KINDS:
        raise Refused(say("“{kind}” is no kind of note; there are: {known}", kind=note.kind, known=", ".join(KINDS)))
    if note.colour not in COLOURS:
        known = ", ".join(COLOURS)
        raise Refused(say("“{colour}” is no colour of a note; there are: {known}", colour=note.colour, known=known))
    if too_long(note.text):
        raise Refused(say("a note has more than {limit} characters", limit=LONGEST))
    width, height = note.size
    if not (LEAST[0] <= width <= MOST and LEAST[1] <= height <= MOST):
        template = "a note can't be {width:g} wide and {height:g} tall"
        raise Refused(say(template, width=float(width), height=float(height)))


def fresh_note_id(taken: Collection[str]) -> str:
    number = len(taken) + 1
    while f"note{number}" in taken:
        number += 1
    return f"note{number}"


def inside(frame: Note, boxes: Mapping[str, Box]) -> list[str]:
    """Which of `boxes` lie wholly inside the frame."""
    left, top, right, bottom = frame.box
    return [id for id, (x0, y0, x1, y1) in boxes.items() if left <= x0 and top <= y0 and x1 <= right and y1 <= bottom]


def box_around(boxes: Iterable[Box], margin: float, above: float) -> tuple[Place, Place]:
    """Middle and size of a frame around `boxes`, with room for a heading `above` them."""
    sides = list(zip(*boxes, strict=True))
    left, top = math.floor(min(sides[0]) - margin), math.floor(min(sides[1]) - margin - above)
    right, bottom = math.ceil(max(sides[2]) + margin), math.ceil(max(sides[3]) + margin)
    return ((left + right) / 2, (top + bottom) / 2), (float(right - left), float(bottom - top))
