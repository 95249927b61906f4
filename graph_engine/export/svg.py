"""The textbook figure as SVG with real text, without a window: what a notebook shows for a graph."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from ..document import Document
from ..graph import Graph
from .geometry import text_width
from .picture import Line, Mark, Picture, Shape, Text, picture_of

FORWARD, BACKWARD, LOCAL = "#1a5ba6", "#b93a0a", "#6d33d6"
_TEXT, _MUTED, _WIRE, _CARD, _SOFT = "#1c2230", "#5f6674", "#87919f", "#ffffff", "#f1eafd"
FONT = "Gradcanvas Sans, Inter, Noto Sans, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
# Attributes, not a style sheet: many programs that take SVG read nothing else.
_INK = {"": _TEXT, "muted": _MUTED, "forward": FORWARD, "backward": BACKWARD, "local": LOCAL}
_SHAPES = {
    "source": f'fill="{_CARD}" stroke="{FORWARD}" stroke-width="1.6"',
    "node": f'fill="{_CARD}" stroke="{_TEXT}" stroke-width="1.6"',
    "tag": f'fill="{_SOFT}" stroke="{LOCAL}"',
}
_LINES = {
    "wire": f'stroke="{_WIRE}" stroke-width="1.8" marker-end="url(#end)"',
    "backward": f'stroke="{BACKWARD}" stroke-width="1.6" stroke-dasharray="6 5" marker-end="url(#back)"',
}
_ARROW = (
    '<marker id="{id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto" '
    'markerUnits="userSpaceOnUse"><path class="{name}" d="M 0 0 L 10 5 L 0 10 z" fill="{colour}"/></marker>'
)
Extra = Callable[[Mark], str]


def to_svg(graph: Graph, document: Document | None = None) -> str:
    """The graph with its values above the wires, gradients below them, and local derivatives where wires enter.

    Nodes stand where `document` has them, or tidily where there is none.
    """
    return svg_of(picture_of(document or Document(graph)))


def svg_of(picture: Picture, extra: Extra = lambda _: "") -> str:
    """The picture as SVG; `extra` gives attributes for a mark, beside its class."""
    (left, top), (width, height) = picture.corner, picture.size
    arrows = _ARROW.format(id="end", name="wire-end", colour=_WIRE)
    arrows += _ARROW.format(id="back", name="back-end", colour=BACKWARD)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.1f} {top:.1f} {width:.1f} {height:.1f}" '
        f'width="{width:.0f}" height="{height:.0f}" font-family="{FONT}" text-anchor="middle">\n'
        + f"<defs>{arrows}</defs>\n"
        + "\n".join(_drawn(mark, extra(mark)) for mark in picture.marks)
        + "\n</svg>\n"
    )


def _drawn(mark: Mark, extra: str) -> str:
    named = f'class="{mark.role or "text"}"{extra}'
    match mark:
        case Shape(middle=(x, y), size=(width, height), radius=radius):
            if mark.is_circle:
                return f'<circle {named} {_SHAPES[mark.role]} cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
            at = f'x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" height="{height:.1f}"'
            return f'<rect {named} {_SHAPES[mark.role]} {at} rx="{radius:.1f}"/>'
        case Line(curve=curve):
            numbers = [f"{x:.1f} {y:.1f}" for x, y in curve]
            path = f"M {numbers[0]} C {', '.join(numbers[1:])}"
            return f'<path {named} fill="none" {_LINES[mark.role]} d="{path}"/>'
        case Text():
            return _text(mark, named, extra)
    raise TypeError(mark)


def _text(mark: Text, named: str, extra: str) -> str:
    (x, y), size = mark.middle, mark.size
    weight = ' font-weight="600"' if mark.bold else ""
    drawn = (
        f'<text {named} x="{x:.1f}" y="{y + size * 0.36:.1f}" font-size="{size:g}"{weight} '
        f'fill="{_INK[mark.role]}">{escape(mark.text, quote=False)}</text>'
    )
    if not mark.ground:
        return drawn
    width = text_width(mark.text, size) + 6
    ground = f'x="{x - width / 2:.1f}" y="{y - size * 0.65:.1f}" width="{width:.1f}" height="{size * 1.3:.1f}" rx="4"'
    return f'<rect class="ground"{extra} fill="{_CARD}" fill-opacity="0.85" {ground}/>{drawn}'


def attribute(name: str, value: object) -> str:
    """One more attribute of an element.

    >>> attribute("data-of", "a & b")
    ' data-of="a &amp; b"'
    """
    return f' {name}="{escape(str(value))}"'
