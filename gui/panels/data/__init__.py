"""Data: what the data columns hold, where it comes from, and data of one's own."""

from .panel import DataPanel

__all__ = ["DataPanel"]
