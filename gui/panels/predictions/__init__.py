"""Which classes a run takes for which, and the rows it gets wrong."""

from .panel import PredictionsPanel

__all__ = ["PredictionsPanel"]
