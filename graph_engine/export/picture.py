"""The textbook figure as plain records, before anyone says in which format: shapes, wires and texts in their places.

Each record knows from which position of the two passes on it is seen, and of which node or wire it is part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..differentiate import Gradients, gradients, local_derivative
from ..document import Document, effective_target, placed
from ..evaluate import Evaluation, evaluate
from ..explain import Trace, compact, op_formula, trace
from ..graph import Edge, Node
from .geometry import (
    FLAG_HEIGHT,
    STUB,
    Curve,
    Outline,
    Point,
    along,
    below,
    input_point,
    normal,
    outline,
    text_width,
    way_back,
    wire,
)

CIRCLED = {"arithmetic", "functions", "reductions"}
Role = Literal["", "muted", "forward", "backward", "local", "wire", "source", "node", "tag"]
_BACK, _APART, _CAPTION = 8.0, 60.0, 13.0
_LABEL_AT, _FANNED_AT, _LOCAL_AT = 0.34, 0.48, 0.77
_SHORT = 150.0  # a wire without room for its local derivative
_RUNS_BACK, _LANE = 120.0, 60.0  # from where on a wire turns to run back, and how far from its nodes


@dataclass(frozen=True)
class Mark:
    """What all records have: what it means, from which position on it is seen, of what it is part."""

    role: Role
    at: int
    of: str  # the id of a node, or “source>target.port”


@dataclass(frozen=True)
class Shape(Mark):
    """A node's outline, or a tag's: a circle, or a box with round corners, around its middle."""

    middle: Point
    size: Point
    radius: float  # of the corners; half of the height is a pill

    @property
    def is_circle(self) -> bool:
        return self.size[0] == self.size[1] == 2 * self.radius


@dataclass(frozen=True)
class Line(Mark):
    """A wire forward or, dashed, a gradient back; a Bézier curve with an arrowhead at its end."""

    curve: Curve


@dataclass(frozen=True)
class Text(Mark):
    """A text around its middle; `ground` for one that wires may pass under."""

    middle: Point
    text: str
    size: float
    bold: bool = False
    ground: bool = False


@dataclass(frozen=True)
class Picture:
    """Wires first, then what stands on them. `times` is the number of positions."""

    marks: tuple[Mark, ...]
    corner: Point  # upper left
    size: Point
    timeline: Trace
    evaluation: Evaluation
    found: Gradients | None


def picture_of(document: Document) -> Picture:
    """The figure of a document; nodes that have no place get one tidily."""
    evaluation = evaluate(document.graph)

    def room(id: str) -> tuple[float, float]:
        frame = frame_of(document.graph.node(id), evaluation, set(document.graph.inputs(id)))[0]
        return frame.width, frame.height

    document = placed(document, room)
    target = effective_target(document, evaluation)
    found = None if target is None or evaluation.value(target) is None else gradients(evaluation, target)
    draft = _Draft(document, evaluation, found, trace(evaluation, target))
    graph = document.graph
    marks = [mark for edge in graph.edges for mark in draft.lines(edge)]
    marks += [mark for node in graph.nodes for mark in draft.node(node)]
    marks += [mark for edge in graph.edges for mark in draft.texts(edge)]
    corner, size = _bounds(marks)
    return Picture(tuple(marks), corner, size, draft.timeline, evaluation, found)


def name_of(edge: Edge) -> str:
    return f"{edge.source}>{edge.target}.{edge.port}"


def frame_of(node: Node, evaluation: Evaluation, wired: set[str]) -> tuple[Outline, tuple[str, ...]]:
    """The outline of a node, and the inputs that are drawn."""
    value = evaluation.value(node.id)
    if node.is_source:
        return outline("pill", node.name, "" if value is None else compact(value)), ()
    shape: Literal["circle", "box"] = "circle" if node.op.family in CIRCLED else "box"
    ports = tuple(port.name for port in node.ports if port.name in wired or not port.optional)
    return outline(shape, node.name, symbol_of(node), ports), ports


def symbol_of(node: Node) -> str:
    """A box says its label. A circle shows its symbol, or where a setting changes its formula, that (x³)."""
    if node.op.family not in CIRCLED:
        return node.op.label
    if node.op.attributes and node.op.elementwise:
        formula = op_formula(node.op, node.attributes)
        if len(formula) <= 5:
            return formula
    return node.op.symbol


class _Draft:
    def __init__(self, document: Document, evaluation: Evaluation, found: Gradients | None, timeline: Trace) -> None:
        self.document, self.graph = document, document.graph
        self.evaluation, self.found, self.timeline = evaluation, found, timeline
        self.valued: dict[str, int] = {}
        self.carried: dict[Edge, int] = {}
        self.settled: dict[str, int] = {}  # when a node's gradient is complete
        for position, step in enumerate(timeline.steps, 1):
            if step.kind == "value":
                self.valued[step.node] = position
            elif step.kind == "pull":
                self.carried.update(dict.fromkeys(step.edges, position))
                self.settled.update({edge.source: position for edge in step.edges})
            else:
                self.settled[step.node] = position
        frames = {n.id: frame_of(n, evaluation, set(self.graph.inputs(n.id))) for n in self.graph.nodes}
        self.outlines = {id: frame[0] for id, frame in frames.items()}
        self.ports = {id: frame[1] for id, frame in frames.items()}
        ends = Counter((edge.source, edge.target) for edge in self.graph.edges)
        met: Counter[tuple[str, str]] = Counter()
        self.bends: dict[Edge, float] = {}
        for edge in self.graph.edges:
            pair = edge.source, edge.target
            self.bends[edge] = (met[pair] - (ends[pair] - 1) / 2) * _APART
            met[pair] += 1

    # -- nodes ---------------------------------------------------------------------------------------------------------

    def node(self, node: Node) -> Iterator[Mark]:
        (x, y), frame = self.document.positions[node.id], self.outlines[node.id]
        radius = {"pill": frame.height / 2, "circle": frame.width / 2, "box": 12.0}[frame.shape]
        role: Role = "source" if node.is_source else "node"
        yield Shape(role, 0, node.id, (x, y), (frame.width, frame.height), radius)
        if node.is_source:
            yield Text("muted", 0, node.id, (x, y - 10), node.name, 12)
            yield from self._text("", 0, node.id, (x, y + 10), self._value(node.id), 16, bold=True)
        else:
            size = {1: 27, 2: 20, 3: 17}.get(len(symbol_of(node)), 14) if frame.shape == "circle" else 15
            yield Text("", 0, node.id, (x + frame.inset, y), symbol_of(node), size, bold=True)
            yield Text("muted", 0, node.id, (x, y + frame.height / 2 + _CAPTION), node.name, 12, ground=True)
            if frame.shape == "box":
                yield from self._port_names(node.id, frame)
        yield from self._gradient(node, frame)
        if not node.is_source and not self.graph.fan_out(node.id):
            yield from self._stub(node, frame)

    def _port_names(self, id: str, frame: Outline) -> Iterator[Mark]:
        (x, y), ports = self.document.positions[id], self.ports[id]
        for place, port in enumerate(ports):
            dx, dy = input_point(frame, place, len(ports))
            yield Text("muted", 0, id, (x + dx + 9 + text_width(port, 11) / 2, y + dy), port, 11)

    def _gradient(self, node: Node, frame: Outline) -> Iterator[Mark]:
        """Below sources, and below nodes whose gradient is a sum."""
        found = self.found
        if found is None or node.id not in self.settled or not (node.is_source or self.graph.fan_out(node.id) > 1):
            return
        gradient, target = found.nodes[node.id], self.graph.node(found.target).name
        sign = " = " if np.ndim(gradient) == 0 else ": "
        x, y = self.document.positions[node.id]
        line = y + frame.height / 2 + _CAPTION + (0 if node.is_source else 17)
        text = f"∂{target}/∂{node.name}{sign}{compact(gradient)}"
        yield Text("backward", self.settled[node.id], node.id, (x, line), text, 12, ground=True)

    def _stub(self, node: Node, frame: Outline) -> Iterator[Mark]:
        """The value of a node that feeds nothing, on a wire of its own; the target has a flag."""
        (x, y), value, at = self.document.positions[node.id], self._value(node.id), self.valued.get(node.id, 0)
        start, middle = x + frame.width / 2, x + frame.width / 2 + STUB / 2
        end = start + STUB
        if not value:
            return
        yield Line("wire", at, node.id, _straight((start + 2, y), (end, y)))
        if self.found is None or node.id != self.found.target:
            yield Text("forward", at, node.id, (end + 6 + text_width(value, 14) / 2, y), value, 14, bold=True)
            return
        width = max(84.0, text_width(node.name, 12) + 28, text_width(value, 16) + 28)
        yield Text("forward", at, node.id, (middle, y - 13), value, 14, bold=True, ground=True)
        yield Shape("node", 0, node.id, (end + width / 2, y), (width, FLAG_HEIGHT), 10.0)
        yield Text("muted", 0, node.id, (end + width / 2, y - 10), node.name, 12)
        yield Text("", at, node.id, (end + width / 2, y + 10), value, 16, bold=True)
        seeded = self.settled.get(node.id, len(self.timeline))
        yield Line("backward", seeded, node.id, _straight((end - 2, y + 9), (start + 6, y + 9)))
        seed = compact(self.found.nodes[node.id])
        yield Text("backward", seeded, node.id, (middle, y + 24), seed, 14, bold=True, ground=True)

    # -- wires ---------------------------------------------------------------------------------------------------------

    def lines(self, edge: Edge) -> Iterator[Mark]:
        curve = self._curve(edge)
        yield Line("wire", 0, name_of(edge), curve)
        if edge in self.carried:
            yield Line("backward", self.carried[edge], name_of(edge), below(curve, _BACK)[::-1])

    def texts(self, edge: Edge) -> Iterator[Mark]:
        curve, name = self._curve(edge), name_of(edge)
        fans = self.graph.fan_out(edge.source) > 1
        at = _FANNED_AT if fans or _is_short(curve) else _LABEL_AT
        yield from self._tag(edge, curve)
        value = self._value(edge.source)
        place = _beside(curve, at, value, 14, 1, 5)
        yield from self._text("forward", self.valued.get(edge.source, 0), name, place, value, 14, bold=True)
        if edge in self.carried and self.found is not None:
            carried = compact(self.found.edges[edge])
            place = _beside(curve, at, carried, 14, -1, _BACK + 5)
            yield from self._text("backward", self.carried[edge], name, place, carried, 14, bold=True)

    def _tag(self, edge: Edge, curve: Curve) -> Iterator[Mark]:
        local = local_derivative(self.evaluation, edge)
        if local is None or local.kind != "number" or local.value is None or _is_short(curve):
            return
        text, ports = f"∂ = {compact(local.value)}", self.ports[edge.target]
        outside = -1 if 2 * ports.index(edge.port) > len(ports) - 1 else 1
        place = _beside(curve, _LOCAL_AT, text, 12, outside, 8.0 if outside == 1 else _BACK + 8)
        at = self.valued.get(edge.target, 0)
        yield Shape("tag", at, name_of(edge), place, (text_width(text, 12) + 12, 17.0), 8.5)
        yield Text("local", at, name_of(edge), place, text, 12)

    def _curve(self, edge: Edge) -> Curve:
        (x0, y0), (x1, y1) = self.document.positions[edge.source], self.document.positions[edge.target]
        ports, frame = self.ports[edge.target], self.outlines[edge.target]
        dx, dy = input_point(frame, ports.index(edge.port), len(ports))
        start, end = (x0 + self.outlines[edge.source].width / 2, y0), (x1 + dx, y1 + dy)
        if start[0] - end[0] < _RUNS_BACK:
            return wire(start, end, self.bends[edge])
        between = (y0 + y1) / 2 if abs(y1 - y0) > 2 * _LANE else max(y0, y1) + _LANE
        return way_back(start, end, between + self.bends[edge])

    def _value(self, id: str) -> str:
        value = self.evaluation.value(id)
        return "" if value is None else compact(value)

    def _text(self, role: Role, at: int, of: str, middle: Point, text: str, size: float, *,
              bold: bool = False) -> Iterator[Mark]:  # fmt: skip
        if text:
            yield Text(role, at, of, middle, text, size, bold, role in ("forward", "backward"))


def _beside(curve: Curve, t: float, text: str, size: float, side: int, gap: float) -> Point:
    """Where a text stands clear of a curve at `t`: on its upper side, or with `side` −1 on its lower."""
    (x, y), (nx, ny) = along(curve, t), normal(curve, t)
    clear = gap + abs(nx) * text_width(text, size) / 2 + abs(ny) * size * 0.6
    return x + side * nx * clear, y + side * ny * clear


def _is_short(curve: Curve) -> bool:
    (x0, y0), (x1, y1) = curve[0], curve[-1]
    return abs(x1 - x0) + abs(y1 - y0) < _SHORT


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point, Point]:
    third = (end[0] - start[0]) / 3
    return start, (start[0] + third, start[1]), (end[0] - third, end[1]), end


def _bounds(marks: list[Mark]) -> tuple[Point, Point]:
    """The corner and the size of a rectangle around everything."""
    xs: list[float] = []
    ys: list[float] = []
    for mark in marks:
        if isinstance(mark, Line):
            points, reach = list(mark.curve), (8.0, 8.0)
        elif isinstance(mark, Shape):
            points, reach = [mark.middle], (mark.size[0] / 2, mark.size[1] / 2)
        elif isinstance(mark, Text):
            points, reach = [mark.middle], (text_width(mark.text, mark.size) / 2, mark.size * 0.7)
        xs += [x + side * reach[0] for x, _ in points for side in (-1, 1)]
        ys += [y + side * reach[1] for _, y in points for side in (-1, 1)]
    if not xs:
        return (0.0, 0.0), (160.0, 90.0)
    margin = 16.0
    return (min(xs) - margin, min(ys) - margin), (max(xs) - min(xs) + 2 * margin, max(ys) - min(ys) + 2 * margin)
