"""Bookmarks: places of the canvas that a person comes back to."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..errors import Refused
from ..graph import too_long
from ..sentence import say

NEAREST, FARTHEST = 16.0, 1 / 64  # zoom
LAST = 999  # the largest number


@dataclass(frozen=True)
class Bookmark:
    """What stands in the middle of the view, and how large. The document keeps it under a number from 1."""

    name: str
    centre: tuple[float, float]
    zoom: float = 1.0


def check_bookmark(number: int, bookmark: Bookmark) -> None:
    """Raises `Refused` for a bookmark that no document may hold."""
    if not 1 <= number <= LAST:
        raise Refused(say("a bookmark has a number from 1 to {last}", last=LAST))
    if not bookmark.name.strip():
        raise Refused(say("a bookmark needs a name"))
    wrong = too_long(bookmark.name)
    if wrong is not None:
        raise Refused(wrong)
    if not (math.isfinite(bookmark.zoom) and FARTHEST <= bookmark.zoom <= NEAREST):
        raise Refused(say("a bookmark can't have the zoom {zoom:g}", zoom=bookmark.zoom))


def free_number(bookmarks: dict[int, Bookmark]) -> int:
    """The first number that no bookmark has."""
    return next(number for number in range(1, LAST + 2) if number not in bookmarks)
