"""Layered layout of boxes and wires: left to right, few crossings, lanes for long wires. Knows no graph, only numbers.

The method of Sugiyama, Tagawa and Toda (1981): layers, order within each layer, coordinates; each is one file.
"""

from .lay_out import lay_out
from .net import Wire

__all__ = ["Wire", "lay_out"]
