"""The document: all that a file holds. Plain data, changed only through edits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ..graph import Graph
from .bookmarks import Bookmark
from .notes import Note
from .training import Training

Point = tuple[float, float]


class PortName(NamedTuple):
    """What a person calls an input of a group (a port of a node inside) or, with an empty port, an output."""

    node: str
    port: str
    name: str


@dataclass(frozen=True)
class Group:
    """A named part of the graph. The graph itself stays flat: a group only says who belongs together.

    `members` are the nodes directly in it; a group that has it as its `parent` lies in it too.
    """

    id: str
    name: str
    members: tuple[str, ...] = ()
    parent: str | None = None
    collapsed: bool = False
    ports: tuple[PortName, ...] = ()


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
    groups: dict[str, Group] = field(default_factory=dict)
    training: Training | None = None
