"""Sizes and places of nodes, ports and wires: the engine's own, so that figures made without a window are the same."""

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
