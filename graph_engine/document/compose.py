"""What a person does, built of small edits: remove, rewire, copy, paste."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..graph import Edge, natural
from .document import Document, Point
from .edits import AddNode, Connect, Disconnect, Edit, RemoveNode, SetTarget, Together


def remove(document: Document, ids: Iterable[str], edges: Iterable[Edge] = ()) -> Together:
    """Removes nodes with all their wires, and other wires."""
    gone = list(dict.fromkeys(ids))
    wires = dict.fromkeys([edge for id in gone for edge in document.graph.edges_at(id)] + list(edges))
    untarget = [SetTarget(None)] if document.target in gone else []
    return Together((*untarget, *map(Disconnect, wires), *map(RemoveNode, gone)))


def connect(document: Document, edge: Edge, *, instead_of: Edge | None = None) -> Together:
    """Wires `edge`; what was in its port goes, and so does `instead_of`, the wire whose end was dragged away."""
    old = document.graph.inputs(edge.target).get(edge.port)
    gone = dict.fromkeys([Edge(old, edge.target, edge.port)] if old is not None else [])
    if instead_of is not None:
        gone[instead_of] = None
    return Together((*map(Disconnect, gone), Connect(edge)))


def insert_on(document: Document, edge: Edge, id: str, port: str) -> Together:
    """Puts the node `id` into the wire `edge`, entering it at `port`."""
    return Together((Disconnect(edge), Connect(Edge(edge.source, id, port)), Connect(Edge(id, edge.target, edge.port))))


def extract(document: Document, ids: Iterable[str]) -> Document:
    """A document of only these nodes and the wires between them: what the clipboard holds."""
    part, kept = Document(), sorted(set(ids), key=natural)
    for id in kept:
        AddNode(document.graph.node(id), document.positions[id]).apply(part)
    for id in kept:
        for edge in document.graph.edges_in(id):
            if edge.source in part.graph:
                Connect(edge).apply(part)
    return part


def insert(document: Document, part: Document, offset: Point = (0.0, 0.0)) -> tuple[Together, list[str]]:
    """Adds a copy of `part`, with new ids and free names; also returns the new ids."""
    ids = _fresh_ids(document, part)
    names: set[str] = set()
    added: list[Edit] = []
    for node in part.graph.nodes:
        name = _free_name(document, node.name, names)
        names.add(name)
        x, y = part.positions[node.id]
        added.append(AddNode(replace(node, id=ids[node.id], name=name), (x + offset[0], y + offset[1])))
    wires = [Connect(Edge(ids[e.source], ids[e.target], e.port)) for e in part.graph.edges]
    return Together((*added, *wires)), list(ids.values())


def _fresh_ids(document: Document, part: Document) -> dict[str, str]:
    number, ids = len(document.graph), {}
    for node in part.graph.nodes:
        number += 1
        while f"n{number}" in document.graph:
            number += 1
        ids[node.id] = f"n{number}"
    return ids


def _free_name(document: Document, name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free in taken or document.graph.has_name(free):
        number += 1
        free = f"{name} {number}"
    return free
