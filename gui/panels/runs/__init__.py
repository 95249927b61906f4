"""The runs that are kept, beside each other."""

from .panel import RunsPanel

__all__ = ["RunsPanel"]
