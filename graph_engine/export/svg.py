"""The textbook figure as SVG with real text, without a window: what a notebook shows for a graph."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from ..differentiate import Gradients, gradients, local_derivative
from ..document import Document, Point, arrange, effective_target
from ..evaluate import Evaluation, evaluate
from ..explain import compact
from ..graph import Edge, Graph, Node, Value

CIRCLED = {"arithmetic", "functions", "reductions"}
FORWARD, BACKWARD, LOCAL = "#1a5ba6", "#b93a0a", "#6d33d6"
_MARGIN, _STUB, _LETTER = 56.0, 60.0, 7.6
_FONT = "Source Sans 3, Noto Sans, Noto Sans CJK SC, sans-serif"
# Attributes, not a style sheet: many programs that take SVG read nothing else.
_ROLES = {
    "": 'font-size="13" fill="#1c2230"',
    "symbol": 'font-size="20" fill="#1c2230"',
    "name": 'font-size="13" fill="#626977"',
    "forward": f'font-size="13" fill="{FORWARD}"',
    "backward": f'font-size="13" fill="{BACKWARD}"',
    "local": f'font-size="11" fill="{LOCAL}"',
}
_NODE = 'fill="#ffffff" stroke="#1c2230" stroke-width="1.4"'
_WIRE = 'fill="none" stroke="#8a94a3" stroke-width="1.4"'


def to_svg(graph: Graph, document: Document | None = None) -> str:
    """The graph with its values above the wires, gradients below them, and local derivatives where wires enter.

    Nodes stand where `document` has them, or tidily where there is none.
    """
    if document is None:
        document = Document(graph, {node.id: (0.0, 0.0) for node in graph.nodes})
        document.positions.update(arrange(document, lambda id: _size(graph.node(id))))
    evaluation = evaluate(graph)
    target = effective_target(document, evaluation)
    found = None if target is None or evaluation.value(target) is None else gradients(evaluation, target)
    picture = _Picture(graph, document.positions, evaluation, found)
    parts = [*map(picture.wire, graph.edges), *map(picture.node, graph.nodes)]
    return _framed(parts, document.positions, [_size(node) for node in graph.nodes])


def _framed(parts: list[str], places: Mapping[str, Point], sizes: list[Point]) -> str:
    reach = max((width for width, _ in sizes), default=0.0) / 2 + _MARGIN
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    left, top = min(xs) - reach, min(ys) - _MARGIN * 2
    width, height = max(xs) - min(xs) + 2 * reach + _STUB, max(ys) - min(ys) + 4 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{_FONT}" text-anchor="middle">\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


class _Picture:
    def __init__(
        self, graph: Graph, places: Mapping[str, Point], evaluation: Evaluation, found: Gradients | None
    ) -> None:
        self.graph, self.places, self.evaluation, self.found = graph, places, evaluation, found

    def node(self, node: Node) -> str:
        (x, y), (width, height) = self.places[node.id], _size(node)
        name = _text(x, y + height / 2 + 15, node.name, "name")
        if node.is_source:
            shape = _box(x, y, width, height, height / 2)
            return shape + _text(x, y + 5, _shown(self.evaluation.value(node.id)), "forward") + name + self._below(node)
        if node.op.family in CIRCLED:
            shape = f'<circle {_NODE} cx="{x:g}" cy="{y:g}" r="{height / 2:g}"/>'
            return shape + _text(x, y + 7, node.op.symbol, "symbol") + self._stub(node) + name
        return _box(x, y, width, height, 10) + _text(x, y + 5, str(node.op.label)) + self._stub(node) + name

    def _below(self, node: Node) -> str:
        """The gradient of a source, under its name."""
        if self.found is None or node.id not in self.found.nodes:
            return ""
        (x, y), (_, height) = self.places[node.id], _size(node)
        target = self.graph.node(self.found.target).name
        text = f"∂{target}/∂{node.name} = {_shown(self.found.nodes[node.id])}"
        return _text(x, y + height / 2 + 31, text, "backward")

    def _stub(self, node: Node) -> str:
        """The value of a node that feeds nothing, on a wire of its own."""
        if self.graph.fan_out(node.id):
            return ""
        (x, y), (width, _) = self.places[node.id], _size(node)
        start = x + width / 2
        line = f'<path {_WIRE} d="M {start:g} {y:g} h {_STUB:g}"/>'
        return line + _text(start + _STUB / 2, y - 6, _shown(self.evaluation.value(node.id)), "forward")

    def wire(self, edge: Edge) -> str:
        (x0, y0), (x1, y1) = self._ends(edge)
        bend = max(38.0, abs(x1 - x0) * 0.46)
        path = f'<path {_WIRE} d="M {x0:g} {y0:g} C {x0 + bend:g} {y0:g} {x1 - bend:g} {y1:g} {x1:g} {y1:g}"/>'
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        value = _text(x, y - 7, _shown(self.evaluation.value(edge.source)), "forward")
        carried = self.found.edges.get(edge) if self.found is not None else None
        return path + value + _text(x, y + 17, _shown(carried), "backward") + self._tag(edge, x1, y1)

    def _tag(self, edge: Edge, x: float, y: float) -> str:
        local = local_derivative(self.evaluation, edge)
        if local is None or local.kind != "number" or local.value is None:
            return ""
        text = f"∂ {_shown(local.value)}"
        return _text(x - 8 - _LETTER * len(text) / 2, y - 6, text, "local")

    def _ends(self, edge: Edge) -> tuple[Point, Point]:
        (x0, y0), (x1, y1) = self.places[edge.source], self.places[edge.target]
        target = self.graph.node(edge.target)
        (width, height), count = _size(target), len(self.graph.inputs(edge.target))
        place = list(self.graph.inputs(edge.target)).index(edge.port)
        lift = 0.0 if count == 1 else (place / (count - 1) - 0.5) * height * 0.6
        inset = 0.1 * width if target.op.family in CIRCLED and lift else 0.0
        return (x0 + _size(self.graph.node(edge.source))[0] / 2, y0), (x1 - width / 2 + inset, y1 + lift)


def _size(node: Node) -> Point:
    if node.is_source:
        return max(72.0, _LETTER * len(node.name) + 20), 36.0
    if node.op.family in CIRCLED:
        return 48.0, 48.0
    return max(84.0, _LETTER * len(str(node.op.label)) + 24), 48.0


def _shown(value: Value | None) -> str:
    return "" if value is None else compact(value)


def _text(x: float, y: float, text: str, role: str = "") -> str:
    if not text:
        return ""
    ground = _ground(x, y, text) if role in ("forward", "backward", "local") else ""
    return f'{ground}<text x="{x:g}" y="{y:g}" {_ROLES[role]}>{escape(text)}</text>'


def _ground(x: float, y: float, text: str) -> str:
    """White behind a number, so that a wire does not strike it through."""
    width = _LETTER * len(text)
    return f'<rect x="{x - width / 2:g}" y="{y - 11:g}" width="{width:g}" height="14" fill="#ffffff" opacity="0.8"/>'


def _box(x: float, y: float, width: float, height: float, radius: float) -> str:
    left, top = x - width / 2, y - height / 2
    return f'<rect {_NODE} x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="{radius:g}"/>'
