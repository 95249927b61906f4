"""Plots: of numbers that grow, and small ones to look at. pyqtgraph is imported when the first one is made."""

from .curve import Curve
from .curve_plot import CurvePlot
from .point_plot import Cloud, PointPlot
from .small_plot import SmallPlot

__all__ = ["Cloud", "Curve", "CurvePlot", "PointPlot", "SmallPlot"]
