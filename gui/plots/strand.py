"""One curve in a plot: its line, and the faint line behind it where it is smoothed."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPen

from ..theme import Theme
from .curve import Curve
from .look import pen
from .reading import Reading
from .thinned import Thinned


class Strand:
    def __init__(self, widget: Any) -> None:
        import pyqtgraph

        self.thinned = Thinned()
        self.behind: Any = pyqtgraph.PlotCurveItem(connect="finite")
        self.line: Any = pyqtgraph.PlotCurveItem(connect="finite")
        for place, item in enumerate((self.behind, self.line)):
            item.setZValue(place)
            widget.addItem(item, ignoreBounds=True)
        self.curve: Curve | None = None
        self.pen = QPen()

    @property
    def visible(self) -> bool:
        return bool(self.line.isVisible())

    def set_visible(self, visible: bool) -> None:
        for item in (self.line, self.behind):
            item.setVisible(visible)

    def take(self, curve: Curve, theme: Theme) -> None:
        drawn_before, self.curve = self.curve, curve
        self.thinned.take(curve.x, curve.y)
        if drawn_before is None or (drawn_before.colour, drawn_before.line) != (curve.colour, curve.line):
            self.recolour(theme)

    def leave(self, widget: Any) -> None:
        for item in (self.behind, self.line):
            widget.removeItem(item)

    def recolour(self, theme: Theme) -> None:
        if self.curve is not None:
            self.pen = pen(theme, self.curve.colour, self.curve.line)
            self.line.setPen(self.pen)
            self.behind.setPen(pen(theme, self.curve.colour, "faint"))

    def draw(self, edges: NDArray[Any], window: int, *, log_x: bool, log_y: bool) -> None:
        smooth = self._is_smoothed(window)
        if not self.visible:
            self.behind.setData([], [])
            return
        plain = self.thinned.between(edges)
        front = self.thinned.smoothed(edges, window) if smooth else plain
        self.line.setData(*_logged(*front, log_x, log_y))
        self.behind.setData(*(_logged(*plain, log_x, log_y) if smooth else ([], [])))

    def drawn(self, log_x: bool, log_y: bool) -> tuple[list[float], list[float]]:
        x, y = self.line.getData()
        if x is None:
            return [], []
        return list(map(float, 10**x if log_x else x)), list(map(float, 10**y if log_y else y))

    def ends(self, log_x: bool) -> tuple[float, float] | None:
        """Where it begins and ends across, as it is drawn."""
        x = self.thinned.x
        if not len(x) or not self.visible:
            return None
        if not log_x:
            return float(x[0]), float(x[-1])
        above = int(np.searchsorted(x, 0, side="right"))
        return None if above == len(x) else (math.log10(x[above]), math.log10(x[-1]))

    def span(self) -> tuple[float, float] | None:
        """How far down and up it reaches, as it is drawn."""
        found = [y[np.isfinite(y)] for item in (self.line, self.behind) if (y := item.getData()[1]) is not None]
        numbers = np.concatenate(found) if found else np.empty(0)
        return (float(numbers.min()), float(numbers.max())) if len(numbers) else None

    def read(self, x: float, window: int) -> Reading | None:
        """Its number at the point that is nearest to `x`."""
        place = self.thinned.nearest(x)
        if place is None or self.curve is None:
            return None
        smooth = self._is_smoothed(window)
        mean = float(self.thinned.mean(np.array([place]), window)[0]) if smooth else None
        return Reading(
            self.curve.label, self.pen.color().name(), float(self.thinned.x[place]), float(self.thinned.y[place]), mean
        )

    def _is_smoothed(self, window: int) -> bool:
        return self.curve is not None and self.curve.smooth and window > 1


def _logged(x: NDArray[Any], y: NDArray[Any], log_x: bool, log_y: bool) -> tuple[NDArray[Any], NDArray[Any]]:
    """As it is drawn; what has no logarithm is left out."""
    with np.errstate(divide="ignore", invalid="ignore"):
        across = np.log10(x) if log_x else x
        up = np.log10(y) if log_y else y
    good = np.isfinite(across)
    return across[good], np.where(np.isfinite(up), up, np.nan)[good]
