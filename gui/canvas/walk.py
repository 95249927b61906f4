"""From one node, wire, group or note to the next, for hands on the keyboard. Imports no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph_engine.document import Document
from graph_engine.document.groups import chain, members
from graph_engine.graph import Edge


class NoteStop(NamedTuple):
    """A note or a frame."""

    id: str


class GroupStop(NamedTuple):
    """An open group: all that it holds."""

    group: str


Stop = str | Edge | NoteStop | GroupStop


def stops(document: Document) -> list[str | Edge]:
    """All nodes in the order of their work, each followed by the wires that leave it."""
    graph = document.graph
    found: list[str | Edge] = []
    for id in graph.order():
        found += [id, *graph.edges_out(id)]
    return found


def step(document: Document, here: Stop | None, by: int, seen: Callable[[Stop], bool] = lambda _: True) -> Stop | None:
    """The stop `by` places further among those `seen`, round and round; from nowhere the first or the last.

    Groups come before what they hold, notes after all else.
    """
    every: list[Stop] = [*_with_groups(document), *map(NoteStop, document.notes)]
    found = [stop for stop in every if seen(stop)]
    if not found:
        return None
    if here not in found:
        return found[0 if by > 0 else -1]
    return found[(found.index(here) + by) % len(found)]


def along(document: Document, here: Stop | None, across: int, down: int) -> Stop | None:
    """Along a wire: to the right what is fed, to the left what feeds, up and down what stands beside that way.

    From a group to the first node in it.
    """
    if here is None or isinstance(here, NoteStop):
        return step(document, None, 1)
    if isinstance(here, GroupStop):
        held = members(document.groups, here.group)
        return next((id for id in document.graph.order() if id in held), None)
    if isinstance(here, Edge):
        if across:
            return here.target if across > 0 else here.source
        return _next(list(document.graph.edges_in(here.target)), here, down)
    graph = document.graph
    if across:
        wires = graph.edges_out(here) if across > 0 else graph.edges_in(here)
        ends = [edge.target if across > 0 else edge.source for edge in wires]
        level = document.positions[here][1]
        return min(ends, key=lambda id: abs(document.positions[id][1] - level), default=None)
    return _next(_siblings(document, here), here, down)


def _with_groups(document: Document) -> list[Stop]:
    """All nodes and wires, and each group before the first of its nodes, the outer ones first."""
    first: dict[str, list[str]] = {}
    order = {id: place for place, id in enumerate(document.graph.order())}
    for group in sorted(document.groups, key=lambda id: len(chain(document.groups, id))):
        held = members(document.groups, group)
        if held:
            first.setdefault(min(held, key=order.__getitem__), []).append(group)
    found: list[Stop] = []
    for stop in stops(document):
        if isinstance(stop, str):
            found += map(GroupStop, first.get(stop, ()))
        found.append(stop)
    return found


def _siblings(document: Document, here: str) -> list[str]:
    """What feeds the same nodes, else what is fed by the same ones, from top to bottom."""
    graph = document.graph
    beside = {other.source for edge in graph.edges_out(here) for other in graph.edges_in(edge.target)}
    if beside <= {here}:
        beside = {other.target for edge in graph.edges_in(here) for other in graph.edges_out(edge.source)}
    return sorted(beside | {here}, key=lambda id: (document.positions[id][1], document.positions[id][0]))


def _next(row: Sequence[Stop], here: Stop, by: int) -> Stop | None:
    place = row.index(here) + by
    return row[place] if 0 <= place < len(row) else None
