"""What a run predicts between the points it learns from."""

from .panel import BoundaryPanel

__all__ = ["BoundaryPanel"]
