"""What a person does with nodes and wires, built of small edits: remove, rewire, copy, paste."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..graph import Edge, natural
from . import regroup
from .document import Document, Group, Point
from .edits import AddNode, Connect, Disconnect, Edit, RemoveNode, SetGroups, SetTarget, Together
from .groups import chain, homes, in_order, members

_NUMBERED = re.compile(r"(.*\S) ([1-9]\d{0,8})")


def remove(document: Document, ids: Iterable[str], edges: Iterable[Edge] = ()) -> Together:
    """Removes nodes with all their wires, and other wires."""
    gone = list(dict.fromkeys(ids))
    wires = dict.fromkeys([edge for id in gone for edge in document.graph.edges_at(id)] + list(edges))
    untarget = [SetTarget(None)] if document.target in gone else []
    shrink = [regroup.without(document, gone)] if document.groups else []
    return Together((*untarget, *map(Disconnect, wires), *shrink, *map(RemoveNode, gone)))


def connect(document: Document, edge: Edge) -> Together:
    """Wires `edge`; what was in its port goes."""
    return connect_all(document, [edge])


def connect_all(document: Document, edges: Iterable[Edge], instead_of: Iterable[Edge] = ()) -> Together:
    """Wires all `edges`; what was in their ports goes, and so do `instead_of`, the wires whose end was dragged away."""
    new = list(edges)
    old = [Edge(source, e.target, e.port) for e in new if (source := document.graph.inputs(e.target).get(e.port))]
    return Together((*map(Disconnect, dict.fromkeys([*old, *instead_of])), *map(Connect, new)))


def insert_on(document: Document, edge: Edge, id: str, port: str) -> Together:
    """Puts the node `id` into the wire `edge`, entering it at `port`, and into the group that the wire lies in."""
    around = group_around(document, edge)
    enter = [regroup.join(document, [id], around)] if around else []
    wires = Connect(Edge(edge.source, id, port)), Connect(Edge(id, edge.target, edge.port))
    return Together((*enter, Disconnect(edge), *wires))


def group_around(document: Document, edge: Edge) -> str | None:
    """The innermost group that both ends of a wire lie in."""
    ways = homes(document.groups)
    shared = [a for a, b in zip(ways.get(edge.source, ()), ways.get(edge.target, ()), strict=False) if a == b]
    return shared[-1] if shared else None


def extract(document: Document, ids: Iterable[str], *, inside: str | None = None) -> Document:
    """A document of only these nodes, the wires between them and the groups that are wholly among them.

    `inside` is the group a person is looking into: it is not part of what is in it.
    """
    part, kept = Document(), sorted(set(ids), key=natural)
    for id in kept:
        AddNode(document.graph.node(id), document.positions[id]).apply(part)
    for id in kept:
        for edge in document.graph.edges_in(id):
            if edge.source in part.graph:
                Connect(edge).apply(part)
    around, chosen = chain(document.groups, inside), set(kept)
    inner = [id for id in document.groups if id not in around]
    whole = {id for id in inner if (held := members(document.groups, id)) and held <= chosen}
    copied = [document.groups[id] for id in inner if id in whole]
    SetGroups(tuple((g.id, replace(g, parent=g.parent if g.parent in whole else None)) for g in copied)).apply(part)
    return part


def insert(
    document: Document, part: Document, offset: Point = (0.0, 0.0), *, inside: str | None = None
) -> tuple[Together, list[str]]:
    """Adds a copy of `part` (into the group `inside`), with new ids and free names; also returns the new ids."""
    ids = _fresh_ids(document, part)
    names: set[str] = set()
    added: list[Edit] = []
    for node in part.graph.nodes:
        name = _free_name(document, node.name, names)
        names.add(name)
        x, y = part.positions[node.id]
        added.append(AddNode(replace(node, id=ids[node.id], name=name), (x + offset[0], y + offset[1])))
    wires = [Connect(Edge(ids[e.source], ids[e.target], e.port)) for e in part.graph.edges]
    grouped = _copied_groups(document, part, ids, inside)
    return Together((*added, *wires, *grouped)), list(ids.values())


def _copied_groups(document: Document, part: Document, ids: dict[str, str], inside: str | None) -> list[SetGroups]:
    """The groups of a part under new ids, and what is in none of them put into `inside`."""
    groups = dict(document.groups)
    new: dict[str | None, str | None] = {None: inside}
    for id in part.groups:
        new[id] = regroup.fresh_id(groups, [n for n in new.values() if n])
    for id, old in part.groups.items():
        name = regroup.free_name(groups, old.name)
        ports = tuple(port._replace(node=ids[port.node]) for port in old.ports)
        nodes = in_order(ids[node] for node in old.members)
        made = Group(new[id] or "", name, nodes, new[old.parent], old.collapsed, ports)
        groups[made.id] = made
    if inside is not None:
        loose = [ids[node.id] for node in part.graph.nodes if node.id not in homes(part.groups)]
        groups[inside] = replace(groups[inside], members=in_order([*groups[inside].members, *loose]))
    edit = regroup.changes(document, groups)
    return [edit] if edit.groups else []


def _fresh_ids(document: Document, part: Document) -> dict[str, str]:
    number, ids = len(document.graph), {}
    for node in part.graph.nodes:
        number += 1
        while f"n{number}" in document.graph:
            number += 1
        ids[node.id] = f"n{number}"
    return ids


def _free_name(document: Document, name: str, taken: set[str]) -> str:
    """The name, or what it begins with and the first number that is free: “tax 2” is copied as “tax 3”."""
    numbered = _NUMBERED.fullmatch(name)
    stem, number = (numbered[1], int(numbered[2])) if numbered else (name, 1)
    free = name
    while free in taken or document.graph.has_name(free):
        number += 1
        free = f"{stem} {number}"
    return free
