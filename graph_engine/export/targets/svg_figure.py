"""The figure as SVG with real text: values above the wires, gradients below them."""

from __future__ import annotations

from ...document import Document
from ..declare import target
from ..svg import to_svg


def make(document: Document) -> str:
    return to_svg(document.graph, document)


TARGET = target(make, label="SVG figure", suffix=".svg", place=0)
