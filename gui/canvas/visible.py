"""What of a document is on the canvas now: which nodes, groups and wires, and what stands for those that are hidden.

Decided here as plain records, shown elsewhere. Imports no Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph_engine.document import Document
from graph_engine.document.groups import homes
from graph_engine.document.interface import Interface, interface
from graph_engine.graph import Edge


@dataclass(frozen=True)
class Shown:
    """What is on the canvas. A wire goes by the first of the edges that it stands for.

    A collapsed group without nodes has nowhere to stand and is not shown.
    """

    nodes: frozenset[str]
    boxes: frozenset[str] = frozenset()  # groups drawn as one box
    frames: tuple[str, ...] = ()  # groups drawn as a frame around what they hold, outer ones first
    box_of: dict[str, str] = field(default_factory=dict)  # by hidden node
    frames_of: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by node, the frames that it moves
    wires: dict[Edge, tuple[Edge, ...]] = field(default_factory=dict)
    wire_of: dict[Edge, Edge] = field(default_factory=dict)  # the wire in which an edge is drawn
    faces: dict[str, Interface] = field(default_factory=dict)  # by box

    def stands_for(self, node: str) -> str | None:
        """The node or box in which a node is seen; None for one that is not on this level."""
        return node if node in self.nodes else self.box_of.get(node)


def shown(document: Document, inside: str | None = None) -> Shown:
    """What is on the canvas when a person looks into the group `inside`, or at the whole."""
    groups = document.groups
    ways = homes(groups)
    nodes: set[str] = set()
    box_of: dict[str, str] = {}
    frames_of: dict[str, tuple[str, ...]] = {}
    for node in document.positions:
        way = ways.get(node, ())
        if inside is not None:
            if inside not in way:
                continue
            way = way[way.index(inside) + 1 :]
        closed = next((place for place, id in enumerate(way) if groups[id].collapsed), None)
        frames_of[node] = way[:closed]
        if closed is None:
            nodes.add(node)
        else:
            box_of[node] = way[closed]
    boxes = frozenset(box_of.values())
    faces = {id: interface(document, id) for id in boxes}
    wires = _wires(document, frozenset(nodes), box_of)
    return Shown(
        frozenset(nodes),
        boxes,
        tuple(dict.fromkeys(id for way in frames_of.values() for id in way)),
        box_of,
        frames_of,
        wires,
        {edge: first for first, edges in wires.items() for edge in edges},
        faces,
    )


def _wires(document: Document, nodes: frozenset[str], box_of: dict[str, str]) -> dict[Edge, tuple[Edge, ...]]:
    """Each wire by its first edge: all that goes from one node into one box is one wire."""
    bundles: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in document.graph.edges:
        start = edge.source if edge.source in nodes else box_of.get(edge.source)
        end = edge.target if edge.target in nodes else box_of.get(edge.target)
        if start is None or end is None or (start == end and edge.target not in nodes):
            continue
        port = edge.port if edge.target in nodes else ""
        bundles.setdefault((edge.source, end, port), []).append(edge)
    return {edges[0]: tuple(edges) for edges in bundles.values()}
