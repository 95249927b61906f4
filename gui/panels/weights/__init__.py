"""The weights of a run as pictures, while they move."""

from .panel import WeightsPanel

__all__ = ["WeightsPanel"]
