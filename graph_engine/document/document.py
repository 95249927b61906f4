"""The document: all that a file holds. Plain data, changed only through edits."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..graph import Graph
from .bookmarks import Bookmark
from .notes import Note

Point = tuple[float, float]


@dataclass(eq=False)
class Document:
    """A graph, where its nodes sit (the middle of each, x to the right, y down), and what is differentiated."""

    graph: Graph = field(default_factory=Graph)
    positions: dict[str, Point] = field(default_factory=dict)
    target: str | None = None
    title: str = ""
    description: str = ""
    notes: dict[str, Note] = field(default_factory=dict)
    bookmarks: dict[int, Bookmark] = field(default_factory=dict)
