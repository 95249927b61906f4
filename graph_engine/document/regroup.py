"""What a person does with groups, built of edits: make, take apart, add to, shrink."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..errors import Refused
from ..sentence import say
from .document import Document, Group, PortName
from .edits import AddNode, Edit, SetGroups, Together, flat
from .groups import Groups, chain, home, in_order, members
from .interface import interface


def group(
    document: Document, ids: Iterable[str], name: str = "group", *, inside: str | None = None
) -> tuple[SetGroups, str]:
    """A new group of the nodes `ids`, and its id. Groups that are wholly among them go into it as they are.

    `inside` is the group a person is looking into: it stays around the new one, even if `ids` is all it holds.
    """
    groups, wanted = document.groups, set(ids)
    whole = _whole(groups, wanted, chain(groups, inside))
    loose = wanted - {node for id in whole for node in members(groups, id)}
    if not whole and not loose:
        raise Refused(say("select the nodes to group"))
    parents = {groups[id].parent for id in whole} | {home(groups, node) for node in loose}
    if len(parents) > 1:
        cut = max((parent for parent in parents if parent), key=lambda id: len(chain(groups, id)))
        raise Refused(
            say("“{group}” is only partly selected; select all of it, or only nodes in it", group=groups[cut].name)
        )
    (parent,) = parents
    made = Group(fresh_id(groups), free_name(groups, name), in_order(loose), parent)
    changes: list[tuple[str, Group | None]] = [(made.id, made)]
    if parent is not None:
        left = [node for node in groups[parent].members if node not in loose]
        changes.append((parent, replace(groups[parent], members=tuple(left))))
    changes += [(id, replace(groups[id], parent=made.id)) for id in whole]
    return SetGroups(tuple(changes)), made.id


def _whole(groups: Groups, wanted: set[str], around: tuple[str, ...]) -> list[str]:
    """The outermost groups, but those `around`, of which all nodes are wanted."""
    full = {id for id in groups if id not in around and (held := members(groups, id)) and held <= wanted}
    return [id for id in groups if id in full and groups[id].parent not in full]


def ungroup(document: Document, ids: Iterable[str]) -> SetGroups:
    """Takes groups away; what they held moves one level up."""
    groups, gone = dict(document.groups), list(dict.fromkeys(ids))
    for id in gone:
        group = groups.pop(id)
        if group.parent is not None:
            around = groups[group.parent]
            groups[around.id] = replace(around, members=(*around.members, *group.members))
        for other in [other for other in groups.values() if other.parent == id]:
            groups[other.id] = replace(other, parent=group.parent)
    return changes(document, groups)


def join(document: Document, ids: Iterable[str], into: str | None) -> SetGroups:
    """Puts nodes directly into the group `into`, or with None into no group."""
    moved = set(ids)
    groups = {
        id: replace(g, members=tuple(n for n in g.members if n not in moved)) for id, g in document.groups.items()
    }
    if into is not None:
        groups[into] = replace(groups[into], members=in_order({*groups[into].members, *moved}))
    return changes(document, _with_true_ports(groups))


def without(document: Document, ids: Iterable[str]) -> SetGroups:
    """The groups once nodes are gone; a group that is left empty by it goes as well."""
    gone = set(ids)
    groups = dict(document.groups)
    for id, group in document.groups.items():
        if gone.intersection(group.members):
            groups[id] = replace(group, members=tuple(n for n in group.members if n not in gone))
    emptied = [id for id in document.groups if (held := members(document.groups, id)) and held <= gone]
    for id in emptied:
        del groups[id]
    return changes(document, _with_true_ports(groups))


def within(document: Document, edit: Edit, inside: str | None) -> Edit:
    """`edit`, with the nodes that it adds put into the group `inside`, unless it says itself what is grouped."""
    parts = list(flat(edit)) if inside is not None else []
    if inside is None or any(isinstance(part, SetGroups) for part in parts):
        return edit
    added = [part.node.id for part in parts if isinstance(part, AddNode)]
    if not added:
        return edit
    last = max(place for place, part in enumerate(parts) if isinstance(part, AddNode)) + 1
    return Together((*parts[:last], join(document, added, inside), *parts[last:]))


def changed(document: Document, id: str, **fields: Any) -> SetGroups:
    """The group `id` with other fields."""
    return SetGroups(((id, replace(document.groups[id], **fields)),))


def named_port(document: Document, id: str, end: tuple[str, str], name: str) -> SetGroups:
    """The group with another name for an input (a port of a node inside) or, with an empty port, an output.

    Without a name it is called again after what feeds it, or after its node. No port changes its place.
    """
    face = interface(document, id)
    ends = next((entry.ends for entry in face.inputs if end in entry.ends), (end,))
    kept = [port for port in document.groups[id].ports if (port.node, port.port) not in ends]
    if name.strip():
        kept.append(PortName(*ends[0], name.strip()))
    order = [*(one for entry in face.inputs for one in entry.ends), *((out.node, "") for out in face.outputs)]
    place = {one: number for number, one in enumerate(order)}
    kept.sort(key=lambda port: place.get((port.node, port.port), len(place)))
    return changed(document, id, ports=tuple(kept))


def changes(document: Document, groups: Groups) -> SetGroups:
    """The edit that makes the document's groups these ones."""
    gone: list[tuple[str, Group | None]] = [(id, None) for id in document.groups if id not in groups]
    return SetGroups((*gone, *((id, group) for id, group in groups.items() if document.groups.get(id) != group)))


def fresh_id(groups: Groups, taken: Iterable[str] = ()) -> str:
    number, used = len(groups) + 1, {*groups, *taken}
    while f"g{number}" in used:
        number += 1
    return f"g{number}"


def free_name(groups: Groups, name: str, taken: Iterable[str] = ()) -> str:
    used, free, number = {*(group.name for group in groups.values()), *taken}, name, 1
    while free in used:
        number += 1
        free = f"{name} {number}"
    return free


def _with_true_ports(groups: dict[str, Group]) -> dict[str, Group]:
    """Names of ports that are no longer in their group are forgotten."""
    kept = {}
    for id, group in groups.items():
        inside = members(groups, id) if group.ports else set()
        kept[id] = replace(group, ports=tuple(port for port in group.ports if port.node in inside))
    return kept
