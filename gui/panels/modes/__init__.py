"""Forward mode against reverse mode, sweep by sweep."""

from .panel import ModesPanel

__all__ = ["ModesPanel"]
