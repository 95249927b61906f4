"""A small figure of a document, for a thumbnail: outlines and curves as plain numbers. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph_engine.document import Document, groups
from graph_engine.errors import GradcanvasError
from graph_engine.storage import Example

from .appearance import outline_of
from .captions import Area
from .geometry import BOX_HEIGHT, BOX_LEAST, Curve, Outline, Point, input_point, output_point, wire
from .visible import shown
from .wiring import wiring


@dataclass(frozen=True)
class Shape:
    """The outline of a node or a collapsed group, and its middle."""

    outline: Outline
    at: Point
    source: bool = False
    target: bool = False


@dataclass(frozen=True)
class Figure:
    shapes: tuple[Shape, ...]
    wires: tuple[Curve, ...]

    @property
    def area(self) -> Area:
        """What it covers."""
        xs = [x for s in self.shapes for x in (s.at[0] - s.outline.width / 2, s.at[0] + s.outline.width / 2)]
        ys = [y for s in self.shapes for y in (s.at[1] - s.outline.height / 2, s.at[1] + s.outline.height / 2)]
        return min(xs, default=0.0), min(ys, default=0.0), max(xs, default=1.0), max(ys, default=1.0)


@cache
def figure_of(example: Example) -> Figure:
    """The figure of an example; an empty one where its file is damaged."""
    try:
        return figure(example.open())
    except GradcanvasError:
        return Figure((), ())


def figure(document: Document) -> Figure:
    """What is on the canvas when a document is opened, without its texts."""
    graph, now = document.graph, shown(document)
    structure = wiring(graph)
    shapes: dict[str, Shape] = {}
    for id in sorted(now.nodes):
        node = graph.node(id)
        outline = outline_of(node, node.value if node.is_source else None, structure.ports(graph, id))
        shapes[id] = Shape(outline, document.positions[id], node.is_source, id == document.target)
    for id in sorted(now.boxes):
        shapes[id] = Shape(Outline("box", BOX_LEAST, BOX_HEIGHT), groups.middle(document, id))
    wires = []
    for edge in now.wires:
        start, end = (shapes[now.stands_for(node) or node] for node in (edge.source, edge.target))
        names = () if edge.target in now.box_of else structure.ports(graph, edge.target)
        place, count = (names.index(edge.port), len(names)) if edge.port in names else (0, 1)
        wires.append(
            wire(_moved(start.at, output_point(start.outline)), _moved(end.at, input_point(end.outline, place, count)))
        )
    return Figure(tuple(shapes.values()), tuple(wires))


def _moved(middle: Point, by: Point) -> Point:
    return middle[0] + by[0], middle[1] + by[1]
