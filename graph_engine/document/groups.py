"""Reading groups: who is in which, where they stand, and whether collapsing them would close a cycle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..graph import Edge, Graph, natural, wrong_text
from ..sentence import Sentence, say
from .document import Document, Group, Point

DEEPEST = 32  # groups within groups

Groups = Mapping[str, Group]


class Item(NamedTuple):
    """What stands beside others on one level: a node, or a group with all that is in it."""

    kind: str  # "node" or "group"
    id: str


def chain(groups: Groups, id: str | None) -> tuple[str, ...]:
    """The group `id` and those it lies in, outermost first."""
    found: list[str] = []
    while id is not None:
        found.append(id)
        id = groups[id].parent
    return tuple(reversed(found))


def homes(groups: Groups) -> dict[str, tuple[str, ...]]:
    """For each node that is in a group: the groups it lies in, outermost first."""
    return {node: way for id, group in groups.items() for way in [chain(groups, id)] for node in group.members}


def home(groups: Groups, node: str) -> str | None:
    """The group that a node is directly in."""
    return next((id for id, group in groups.items() if node in group.members), None)


def inner_groups(groups: Groups, id: str) -> list[str]:
    """The groups inside `id`, at any depth."""
    return [other for other in groups if other != id and id in chain(groups, other)]


def members(groups: Groups, id: str) -> set[str]:
    """All nodes in a group, at any depth."""
    return {node for inside in (id, *inner_groups(groups, id)) for node in groups[inside].members}


def middle(document: Document, id: str) -> Point:
    """Where a collapsed group stands: in the middle of what it holds."""
    places = [document.positions[node] for node in members(document.groups, id)] or [(0.0, 0.0)]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def in_order(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids), key=natural))


def item_on(level: int, way: tuple[str, ...], node: str) -> Item:
    """What a node belongs to on a level: a group of its way, or itself."""
    return Item("group", way[level]) if len(way) > level else Item("node", node)


# -- what is refused ---------------------------------------------------------------------------------------------------


def refusal(graph: Graph, groups: Groups) -> tuple[str, Sentence] | None:
    """What is wrong with these groups, and with which of them; None if they are fine."""
    names: set[str] = set()
    for id, group in groups.items():
        if not group.name.strip():
            return id, say("a group needs a name")
        wrong = next(filter(None, map(wrong_text, (group.name, *(port.name for port in group.ports)))), None)
        if wrong is not None:
            return id, wrong
        if group.name in names:
            return id, say("there is a group named “{name}” already", name=group.name)
        names.add(group.name)
    return _wrong_nesting(groups) or _wrong_members(graph, groups) or _wrong_ports(groups) or _loop(graph, groups)


def _wrong_nesting(groups: Groups) -> tuple[str, Sentence] | None:
    for id, group in groups.items():
        seen, at = {id}, group.parent
        while at is not None:
            if at not in groups:
                return id, say("“{group}” lies in a group that is not there: {parent}", group=group.name, parent=at)
            if at in seen:
                return id, say("“{group}” can't lie in itself", group=group.name)
            if len(seen) == DEEPEST:
                return id, say("groups are nested more than {limit} deep", limit=DEEPEST)
            seen.add(at)
            at = groups[at].parent
    return None


def _wrong_members(graph: Graph, groups: Groups) -> tuple[str, Sentence] | None:
    owner: dict[str, str] = {}
    for id, group in groups.items():
        for node in group.members:
            if node not in graph:
                return id, say("there is no node “{node}”", node=node)
            if node in owner:
                template = "“{node}” can't be in two groups, “{first}” and “{second}”"
                first = groups[owner[node]].name
                return id, say(template, node=graph.node(node).name, first=first, second=group.name)
            owner[node] = id
    return None


def _wrong_ports(groups: Groups) -> tuple[str, Sentence] | None:
    ways = homes(groups)
    for id, group in groups.items():
        for port in group.ports:
            if id not in ways.get(port.node, ()) or not port.name.strip():
                template = "“{group}” names a port of “{node}”, which is not in it, or gives it no name"
                return id, say(template, group=group.name, node=port.node)
    return None


def _loop(graph: Graph, groups: Groups) -> tuple[str, Sentence] | None:
    """The first cycle that would be seen on some level with all groups collapsed."""
    ways = homes(groups)
    levels: dict[tuple[str, ...], dict[Item, set[Item]]] = {}
    for source, target, _ in graph.edges:
        a, b = ways.get(source, ()), ways.get(target, ())
        depth = _common(a, b)
        p, q = item_on(depth, a, source), item_on(depth, b, target)
        if p != q:
            levels.setdefault(a[:depth], {}).setdefault(p, set()).add(q)
    for after in levels.values():
        loop = _cycle(after)
        if loop:
            group = next(item.id for item in loop if item.kind == "group")
            start = loop.index(Item("group", group))
            shown = _shown(graph, groups, [*loop[start:], *loop[:start], loop[start]])
            template = "“{group}” would make a cycle when it is collapsed: {loop}"
            return group, say(template, group=groups[group].name, loop=shown)
    return None


def why_not(document: Document, edge: Edge, *, replacing: bool = False) -> Sentence | None:
    """Why `edge` can't be added, or None if it can; `replacing` overlooks the wire already in its port."""
    refusal = document.graph.why_not(edge, replacing=replacing)
    return refusal or (loop_by(document, edge) if document.groups else None)


def loop_by(document: Document, edge: Edge) -> Sentence | None:
    """The sentence that refuses a wire which, with groups collapsed, would close a cycle."""
    graph, groups = document.graph, document.groups
    ways = homes(groups)
    a, b = ways.get(edge.source, ()), ways.get(edge.target, ())
    depth = _common(a, b)
    start, end = item_on(depth, b, edge.target), item_on(depth, a, edge.source)
    before: dict[Item, Item | None] = {start: None}
    queue = [start]
    for item in queue:
        inside = members(groups, item.id) if item.kind == "group" else {item.id}
        for node in inside:
            for wire in graph.edges_out(node):
                way = ways.get(wire.target, ())
                following = item_on(depth, way, wire.target)
                if way[:depth] == a[:depth] and following not in before:
                    before[following] = item
                    queue.append(following)
        if end in before:
            break
    if end not in before:
        return None
    loop: list[Item] = []
    at: Item | None = end
    while at is not None:
        loop.insert(0, at)
        at = before[at]
    loop.append(start)
    return say("with its groups collapsed that would make a cycle: {loop}", loop=_shown(graph, groups, loop))


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many groups two ways share from the outside."""
    depth = 0
    while depth < min(len(a), len(b)) and a[depth] == b[depth]:
        depth += 1
    return depth


def _cycle(after: Mapping[Item, set[Item]]) -> list[Item]:
    """A cycle in this order; empty if there is none."""
    before: dict[Item, set[Item]] = {}
    for item, targets in after.items():
        for target in targets:
            before.setdefault(target, set()).add(item)
    waiting = {item: len(before.get(item, ())) for item in {*after, *before}}
    ready = [item for item, count in waiting.items() if not count]
    for item in ready:
        for target in after.get(item, ()):
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    left = set(waiting).difference(ready)
    if not left:
        return []
    way = [min(left)]
    while (item := min(before[way[-1]] & left)) not in way:
        way.append(item)
    return way[way.index(item) :][::-1]


def _shown(graph: Graph, groups: Groups, items: list[Item]) -> str:
    return " → ".join(groups[i.id].name if i.kind == "group" else graph.node(i.id).name for i in items)
