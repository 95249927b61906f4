"""What a group shows to the outside: its inputs and outputs.

A person's own name for a port comes first; else an input is called after what feeds it, or if it is open after the port
inside, and an output after its node.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..graph import Edge
from .document import Document
from .groups import members


@dataclass(frozen=True)
class Input:
    """What enters a group from one source outside, or an open port inside that wants a wire (`source` is None)."""

    name: str
    source: str | None
    ends: tuple[tuple[str, str], ...]  # the nodes and ports inside that it feeds

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The wires through this port."""
        return () if self.source is None else tuple(Edge(self.source, node, port) for node, port in self.ends)

    @property
    def key(self) -> tuple[str, str]:
        """The end by which the port is known."""
        return self.ends[0]


@dataclass(frozen=True)
class Output:
    """A node inside whose value leaves the group, or that feeds nothing at all."""

    name: str
    node: str
    edges: tuple[Edge, ...]  # those that leave the group


@dataclass(frozen=True)
class Interface:
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]


_Port = TypeVar("_Port", Input, Output)


def interface(document: Document, id: str) -> Interface:
    """The ports of a group as values come to its nodes; those that a person named stand in the order of their names."""
    graph, inside = document.graph, members(document.groups, id)
    chosen = {(port.node, port.port): port.name for port in document.groups[id].ports}
    order = [node for node in graph.order() if node in inside]
    entries: dict[object, list[tuple[str, str]]] = {}
    leaving: dict[str, tuple[Edge, ...]] = {}
    for node in order:
        wired = graph.inputs(node)
        for port in graph.node(node).ports:
            source, end = wired.get(port.name), (node, port.name)
            if source is None and not port.optional:
                entries[end] = [end]
            elif source is not None and source not in inside:
                entries.setdefault(source, []).append(end)
        out = tuple(edge for edge in graph.edges_out(node) if edge.target not in inside)
        if out or (not graph.fan_out(node) and not graph.node(node).is_source):
            leaving[node] = out
    open_ports = [end[1] for end in entries if isinstance(end, tuple)]
    inputs = []
    for key, ends in entries.items():
        source = key if isinstance(key, str) else None
        node, entry = ends[0]
        own = entry if open_ports.count(entry) == 1 else f"{graph.node(node).name}.{entry}"
        named = next((chosen[end] for end in ends if end in chosen), None)
        inputs.append(Input(named or (own if source is None else graph.node(source).name), source, tuple(ends)))
    outputs = [Output(chosen.get((node, ""), graph.node(node).name), node, out) for node, out in leaving.items()]
    place = {end: number for number, end in enumerate(chosen)}
    return Interface(
        _in_order(inputs, lambda entry: min((place[end] for end in entry.ends if end in place), default=None)),
        _in_order(outputs, lambda out: place.get((out.node, ""))),
    )


def _in_order(ports: Sequence[_Port], place: Callable[[_Port], int | None]) -> tuple[_Port, ...]:
    """The ports with a place change seats among themselves; the others keep theirs."""
    seats = {seat: found for seat, port in enumerate(ports) if (found := place(port)) is not None}
    moved = iter(sorted(seats, key=lambda seat: seats[seat]))
    return tuple(ports[next(moved)] if seat in seats else port for seat, port in enumerate(ports))
