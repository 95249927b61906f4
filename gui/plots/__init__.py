"""Plots of numbers that grow. pyqtgraph is imported when the first one is made."""

from .curve import Curve
from .curve_plot import CurvePlot
from .point_plot import Cloud, PointPlot

__all__ = ["Cloud", "Curve", "CurvePlot", "PointPlot"]
