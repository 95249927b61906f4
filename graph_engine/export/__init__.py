"""A graph as something other programs read. One file per target."""

from .svg import to_svg

__all__ = ["to_svg"]
