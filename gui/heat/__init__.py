"""Arrays shown as heat maps."""

from .heat_map import Cell, HeatMap
from .scale import Scale, spanning, symmetric

__all__ = ["Cell", "HeatMap", "Scale", "spanning", "symmetric"]
