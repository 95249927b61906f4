"""A template put onto the canvas, and wired to what was pulled there. Imports no Qt."""

from __future__ import annotations

from graph_engine.document import Document, Point, compose, compose_notes, loose
from graph_engine.document.edits import Connect, Disconnect, Edit, Together
from graph_engine.graph import Edge

from .offers import Tie

_HALF_A_BOX = 75.0  # what is collapsed takes no more to either side


def as_template(
    document: Document, part: Document, at: Point, tie: Tie, inside: str | None
) -> tuple[Together, list[str], list[str]]:
    """The edit that inserts `part` at `at`, the ids of its nodes, and those of its notes.

    A wire that comes from somewhere enters on the left of `at`, one that leads somewhere leaves on the right.
    """
    x, y = _middle(part)
    half = _half_width(part)
    beside = half if tie.source and not tie.target else -half if tie.target and not tie.source else 0.0
    offset = float(round(at[0] - x + beside)), float(round(at[1] - y))
    if tie.source and tie.target:
        inside = compose.group_around(document, Edge(tie.source, *tie.target)) or inside
    edit, added = compose.insert(document, part, offset, inside=inside)
    noted, notes = compose_notes.insert_notes(document, part, offset)
    new = dict(zip((node.id for node in part.graph.nodes), added, strict=True))
    return Together((*edit.edits, *noted, *_wires(document, part, new, tie))), added, notes


def _wires(document: Document, part: Document, new: dict[str, str], tie: Tie) -> list[Edit]:
    entered, left = loose.way_in(part), loose.way_out(part)
    wires: list[Edit] = []
    if tie.target is not None and left is not None:
        old = document.graph.inputs(tie.target[0]).get(tie.target[1])
        gone = [] if old is None else [Disconnect(Edge(old, *tie.target))]
        wires += [*gone, Connect(Edge(new[left], *tie.target))]
    if tie.source is not None and entered is not None:
        wires.append(Connect(Edge(tie.source, new[entered[0]], entered[1])))
    return wires


def _places(part: Document) -> list[Point]:
    return [*part.positions.values(), *(note.position for note in part.notes.values())] or [(0.0, 0.0)]


def _middle(part: Document) -> Point:
    xs, ys = zip(*_places(part), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _half_width(part: Document) -> float:
    outer = [group for group in part.groups.values() if group.parent is None]
    if len(outer) == 1 and outer[0].collapsed:
        return _HALF_A_BOX
    xs = [x for x, _ in _places(part)]
    return (max(xs) - min(xs)) / 2 + _HALF_A_BOX
