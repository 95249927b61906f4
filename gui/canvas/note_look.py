"""What a note or frame looks like, where a hand takes hold of it, and how it is resized. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph_engine.document import Note
from graph_engine.document.notes import LEAST

from .geometry import Point

HEADING, PAD, RIM = 34.0, 11.0, 8.0  # of a frame: the strip that holds its text, and the border that can be held
HANDLES = {
    "nw": (-1, -1), "n": (0, -1), "ne": (1, -1), "e": (1, 0), "se": (1, 1), "s": (0, 1), "sw": (-1, 1), "w": (-1, 0),
}  # fmt: skip


@dataclass(frozen=True)
class NoteLook:
    """Placed by its middle."""

    id: str
    frame: bool
    text: str  # Markdown with formulas
    colour: str  # a name of graph_engine.document.notes.COLOURS
    width: float
    height: float

    @property
    def text_height(self) -> float:
        """How much of it the text may fill."""
        return HEADING if self.frame else self.height

    def handle_point(self, handle: str) -> Point:
        across, down = HANDLES[handle]
        return across * self.width / 2, down * self.height / 2

    def holds(self, at: Point) -> bool:
        """Whether a point, from the middle, is on what a hand can take hold of: of a frame the heading and the rim."""
        x, y = at
        right, bottom = self.width / 2, self.height / 2
        if not (abs(x) <= right and abs(y) <= bottom):
            return False
        return not self.frame or y <= HEADING - bottom or abs(x) >= right - RIM or y >= bottom - RIM


def note_look(note: Note) -> NoteLook:
    return NoteLook(note.id, note.kind == "frame", note.text, note.colour, *note.size)


def resized(note: Note, handle: str, by: Point) -> Note:
    """`note` with one handle dragged; the opposite side stays where it is."""
    left, top, right, bottom = note.box
    across, down = HANDLES[handle]
    least = LEAST if note.kind == "note" else (2 * LEAST[0], HEADING + LEAST[1])
    if across < 0:
        left = min(left + by[0], right - least[0])
    elif across > 0:
        right = max(right + by[0], left + least[0])
    if down < 0:
        top = min(top + by[1], bottom - least[1])
    elif down > 0:
        bottom = max(bottom + by[1], top + least[1])
    return replace(note, position=((left + right) / 2, (top + bottom) / 2), size=(right - left, bottom - top))
