"""An op taken apart into the simpler ones it is made of, as a group, and such a group put together again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from .. import ops
from ..errors import Refused
from ..graph import Edge, Node, make_node
from ..sentence import say
from . import regroup
from .arrange import arrange
from .document import Document, Group, Point, PortName
from .edits import AddNode, Connect, Disconnect, Edit, Move, RemoveNode, SetGroups, SetTarget, Together
from .groups import chain, home, in_order, members, middle
from .interface import interface
from .recipes import VARIANTS, Given, Made, Number, Part, Variant, steps

_BESIDE = 60.0  # nodes nearer than this across stand above or below
_BELOW = 150.0  # how far under a group its fused twin is put
_ACROSS, _DOWN, _STEP = 190.0, 100.0, 30.0  # the room it needs, and how it goes on looking for some


def variant_of(document: Document, id: str) -> Variant | None:
    """What the node `id` is made of; None for an op that is not taken apart."""
    node, wired = document.graph.node(id), document.graph.inputs(id)
    if node.is_source:
        return None
    optional = {port.name for port in node.ports if port.optional and port.name in wired}
    for variant in VARIANTS:
        same = all(node.attributes.get(name) == value for name, value in variant.attributes.items())
        if variant.kind == node.kind and same and variant.optional == optional:
            return variant
    return None


def take_apart(document: Document, id: str) -> tuple[Together, str]:
    """Puts a group of simpler ops in place of the node `id`; also returns the group's id.

    The last of them keeps id and name, so that all that names the node still names the same value.
    """
    variant = variant_of(document, id)
    if variant is None:
        raise Refused(say("{kind} is not made of simpler nodes", kind=document.graph.node(id).spec.label), node=id)
    built = _Built(document, id, variant)
    made = Group(
        regroup.fresh_id(document.groups),
        regroup.free_name(document.groups, str(document.graph.node(id).spec.label)),
        in_order(node.id for node in built.nodes),
        home(document.groups, id),
        ports=tuple(PortName(*ends[0], port) for port, ends in built.entries.items()),
    )
    renamed = {(id, port): ends[0] for port, ends in built.entries.items()}
    inside, outside = document.graph.edges_in(id), document.graph.edges_out(id)
    entering = [Edge(e.source, *end) for e in inside for end in built.entries[e.port]]
    swap = _Swap(document, {id}, {node.id for node in built.nodes}, renamed)
    edit = Together(
        (
            *swap.take_out([*inside, *outside]),
            *(AddNode(node, built.places[node.id]) for node in built.nodes),
            swap.regrouped(made),
            *map(Connect, [*built.wires, *entering, *outside]),
            *swap.target(id),
            _make_room(document, id, list(built.places.values())),
        )
    )
    return edit, made.id


def _make_room(document: Document, id: str, places: list[Point]) -> Move:
    """Moves all other nodes away from `id`, so that what takes these places stands free."""
    x, y = document.positions[id]
    wide, high = (max(abs(place[axis] - (x, y)[axis]) for place in places) for axis in (0, 1))
    moved = {}
    for other, (ox, oy) in document.positions.items():
        if other == id:
            continue
        if abs(ox - x) >= _BESIDE:
            moved[other] = ox + (wide if ox > x else -wide), oy
        else:
            moved[other] = ox, oy + (high + _BESIDE if oy > y else -high - _BESIDE)
    return Move(tuple(moved.items()))


@dataclass(frozen=True)
class Match:
    """A group that is exactly an op taken apart: the op, what feeds its ports, and the node that has its value."""

    variant: Variant
    sources: Mapping[str, str]
    output: str
    entries: Mapping[tuple[str, str], str]  # the ports inside that each port of the op stands for

    @property
    def node(self) -> Node:
        """The op itself, with the settings that the group stands for."""
        return make_node(self.output, self.variant.kind, self.variant.kind, None, self.variant.attributes)


def match(document: Document, group: str) -> Match | None:
    """Which op a group is, if it has exactly the structure of one that was taken apart."""
    outputs = interface(document, group).outputs
    if len(outputs) != 1:
        return None
    for variant in VARIANTS:
        found = _Matching(document, members(document.groups, group))
        if found.unify(variant.top, outputs[0].node) and set(found.nodes.values()) == found.inside:
            sources = {port: source for port, source in found.given.items() if source is not None}
            return Match(variant, sources, outputs[0].node, found.entries)
    return None


def put_together(document: Document, group: str) -> tuple[Together, str]:
    """Puts the op in place of the group that is exactly that op taken apart; also returns the op's id."""
    found = match(document, group)
    if found is None:
        raise Refused(say("“{group}” is not the structure of a single op", group=document.groups[group].name))
    graph, gone = document.graph, members(document.groups, group)
    wires = list(dict.fromkeys(edge for id in sorted(gone) for edge in graph.edges_at(id)))
    node = replace(found.node, name=graph.node(found.output).name)
    renamed = {end: (node.id, port) for end, port in found.entries.items()}
    swap = _Swap(document, gone, {node.id}, renamed, group)
    inner = tuple(Connect(Edge(source, node.id, port)) for port, source in found.sources.items())
    edit = Together(
        (
            *swap.take_out(wires),
            AddNode(node, middle(document, group)),
            swap.regrouped(None),
            *inner,
            *(Connect(edge) for edge in graph.edges_out(found.output)),
            *swap.target(node.id),
        )
    )
    return edit, node.id


def twin(document: Document, group: str) -> str | None:
    """The op that does the same as a group and is fed by the same nodes, if there is one beside it."""
    found = match(document, group)
    if found is None:
        return None
    like, inputs = found.node, document.graph.inputs
    alike = (n.id for n in document.graph.nodes if n.kind == like.kind and n.attributes == like.attributes)
    return next((id for id in alike if inputs(id) == found.sources), None)


def compare(document: Document, group: str, *, target: str | None = None) -> tuple[Together, str]:
    """Puts the fused op under a group, fed by the same nodes; also returns its id. `target` stays what it is."""
    found = match(document, group)
    if found is None:
        raise Refused(say("“{group}” is not the structure of a single op", group=document.groups[group].name))
    graph = document.graph
    id, (x, _) = graph.fresh_id(), middle(document, group)
    low = max(document.positions[node][1] for node in members(document.groups, group))
    place = _free_below(document, (x, low + _BELOW))
    name = graph.fresh_name(str(found.node.spec.label))
    parent = document.groups[group].parent
    edit = Together(
        (
            *([SetTarget(target)] if target is not None else []),
            AddNode(replace(found.node, id=id, name=name), place),
            *([regroup.changed(document, parent, members=(*document.groups[parent].members, id))] if parent else []),
            *(Connect(Edge(source, id, port)) for port, source in found.sources.items()),
        )
    )
    return edit, id


def _free_below(document: Document, at: Point) -> Point:
    """`at`, or a point below it that no node stands on."""
    x, y = at
    while any(abs(x - other[0]) < _ACROSS and abs(y - other[1]) < _DOWN for other in document.positions.values()):
        y += _STEP
    return x, y


class _Built:
    """The nodes and wires of one recipe, with ids and names that are free in the document."""

    def __init__(self, document: Document, id: str, variant: Variant) -> None:
        self.nodes: list[Node] = []
        self.wires: list[Edge] = []
        self.entries: dict[str, list[tuple[str, str]]] = {}
        graph, keeps = document.graph, document.graph.node(id).name
        ids: dict[Part, str] = {}
        taken: set[str] = set()
        number = len(graph)
        for part in steps(variant.top):
            new, name = id, keeps
            if part is not variant.top:
                number += 1
                while f"n{number}" in graph:
                    number += 1
                new, name = f"n{number}", _free(document, _called(part), taken)
            taken.add(name)
            ids[part] = new
            self._add(part, new, name, ids)
        self.entries = {port: self.entries[port] for port in graph.node(id).op.ports if port in self.entries}
        self.places = _places(self.nodes, self.wires, document.positions[id])

    def _add(self, part: Made | Number, id: str, name: str, ids: dict[Part, str]) -> None:
        if isinstance(part, Number):
            self.nodes.append(make_node(id, "constant", name, part.value))
            return
        node = make_node(id, part.kind, name, None, part.attributes)
        self.nodes.append(node)
        for port, inner in zip(node.op.ports, part.parts, strict=False):
            if isinstance(inner, Given):
                self.entries.setdefault(inner.port, []).append((id, port))
            else:
                self.wires.append(Edge(ids[inner], id, port))


def _called(part: Made | Number) -> str:
    return part.name if isinstance(part, Number) else str(ops.by_key(part.kind).label)


def _free(document: Document, name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free in taken or document.graph.has_name(free):
        number += 1
        free = f"{name} {number}"
    return free


def _places(nodes: list[Node], wires: list[Edge], around: Point) -> dict[str, Point]:
    """A tidy layout of the new nodes, its middle where the op stood."""
    part = Document()
    for node in nodes:
        AddNode(node).apply(part)
    for wire in wires:
        Connect(wire).apply(part)
    found = arrange(part, lambda _: (90.0, 80.0))
    xs, ys = [x for x, _ in found.values()], [y for _, y in found.values()]
    dx, dy = around[0] - (min(xs) + max(xs)) / 2, around[1] - (min(ys) + max(ys)) / 2
    return {id: (float(round(x + dx)), float(round(y + dy))) for id, (x, y) in found.items()}


@dataclass
class _Swap:
    """Takes nodes out with all that hangs on them and lets others take their place in groups and as the target."""

    document: Document
    gone: set[str]
    new: set[str]
    renamed: Mapping[tuple[str, str], tuple[str, str]]  # ports that groups may have names for
    dissolved: str | None = None
    around: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        inner = self.dissolved or home(self.document.groups, next(iter(self.gone)))
        self.around = tuple(id for id in chain(self.document.groups, inner) if id != self.dissolved)

    def take_out(self, wires: list[Edge]) -> list[Edit]:
        document = self.document
        untarget = [SetTarget(None)] if document.target in self.gone else []
        left: dict[str, Group | None] = {}
        for id, group in document.groups.items():
            nodes = tuple(n for n in group.members if n not in self.gone)
            ports = tuple(p for p in group.ports if p.node not in self.gone)
            if (nodes, ports) != (group.members, group.ports):
                left[id] = replace(group, members=nodes, ports=ports)
        if self.dissolved is not None:
            inner = [id for id in document.groups if self.dissolved in chain(document.groups, id)]
            left.update(dict.fromkeys(inner))
        return [*untarget, *map(Disconnect, wires), SetGroups(tuple(left.items())), *map(RemoveNode, sorted(self.gone))]

    def regrouped(self, made: Group | None) -> SetGroups:
        """The groups around, holding what is new, with the names they had for ports; and the group that is new."""
        found: list[tuple[str, Group]] = [] if made is None else [(made.id, made)]
        for id in self.around:
            group = self.document.groups[id]
            ports = [port for port in map(self._port, group.ports) if port is not None]
            nodes = {n for n in group.members if n not in self.gone}
            if id == self.around[-1] and made is None:
                nodes |= self.new
            found.append((id, replace(group, members=in_order(nodes), ports=tuple(ports))))
        return SetGroups(tuple(found))

    def _port(self, port: PortName) -> PortName | None:
        if port.node not in self.gone or (port.port == "" and port.node in self.new):
            return port
        end = self.renamed.get((port.node, port.port))
        return None if end is None else PortName(*end, port.name)

    def target(self, id: str) -> list[Edit]:
        return [SetTarget(id)] if self.document.target in self.gone else []


class _Matching:
    """Holds a recipe against the nodes of a group."""

    def __init__(self, document: Document, inside: set[str]) -> None:
        self.graph, self.inside = document.graph, inside
        self.given: dict[str, str | None] = {}
        self.entries: dict[tuple[str, str], str] = {}
        self.nodes: dict[Part, str] = {}

    def unify(self, part: Part, id: str | None) -> bool:
        if isinstance(part, Given):
            return id not in self.inside and self.given.setdefault(part.port, id) == id
        if id is None or id not in self.inside:
            return False
        if self.nodes.setdefault(part, id) != id:
            return False
        node: Any = self.graph.node(id)
        if isinstance(part, Number):
            return bool(node.kind == "constant" and node.value == part.value)
        if node.kind != part.kind or node.attributes != MappingProxyType(dict(part.attributes)):
            return False
        wired = self.graph.inputs(id)
        for port, inner in zip(node.op.ports, part.parts, strict=False):
            if isinstance(inner, Given):
                self.entries[id, port] = inner.port
            if not self.unify(inner, wired.get(port)):
                return False
        return True
