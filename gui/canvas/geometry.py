"""Sizes and places of nodes, ports and wires: the engine's, as figures without a window have them. Imports no Qt."""

from graph_engine.export.geometry import (
    BOX_HEIGHT,
    BOX_LEAST,
    CIRCLE,
    FLAG_HEIGHT,
    PORT_GAP,
    STUB,
    Outline,
    Point,
    Shape,
    along,
    input_point,
    normal,
    outline,
    output_point,
    text_width,
    wire,
)

__all__ = [
    "BOX_HEIGHT",
    "BOX_LEAST",
    "CIRCLE",
    "FLAG_HEIGHT",
    "PORT_GAP",
    "STUB",
    "Outline",
    "Point",
    "Shape",
    "along",
    "input_point",
    "normal",
    "outline",
    "output_point",
    "text_width",
    "wire",
]
