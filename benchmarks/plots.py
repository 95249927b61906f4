"""Curves of a million steps in the window: a frame while they grow, are zoomed, and on logarithmic axes.

pyqtgraph by itself is the peer, with its own thinning of points and without; both paint the same two curves.
"""

from __future__ import annotations

import os

import numpy as np

from .report import Row
from .timing import best

STEPS, CURVES, WIDE, TALL = 1_000_000, 2, 760, 260
_FRAME = 1 / 60


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.theme import Theme

    qt = QApplication.instance() or QApplication(["bench"])
    x = np.arange(1.0, STEPS + 1)
    rng = np.random.default_rng(0)
    ys = [np.exp(-x / STEPS * (3 + place)) + 0.1 * rng.random(STEPS) + 0.01 for place in range(CURVES)]
    ours = _ours(Theme(qt, "light"), x, ys)
    size = f"{CURVES} × {STEPS:,} steps"
    found = [Row(what, size, seconds, "one 60 Hz frame", _FRAME, "one frame") for what, seconds in ours.items()]
    for name, thinned in (("pyqtgraph, thinned", True), ("pyqtgraph", False)):
        theirs = _pyqtgraph(qt, x, ys, thinned)
        found += [Row(what, size, ours[what], name, seconds) for what, seconds in theirs.items()]
    return found


def _ours(theme, x: np.ndarray, ys: list[np.ndarray]) -> dict[str, float]:
    from gui.plots import Curve, CurvePlot

    plot = CurvePlot(theme, "Loss", "by step")
    plot.resize(WIDE, TALL)
    plot.show()
    length = [STEPS - 100_000]

    def shown() -> list[Curve]:
        return [
            Curve((place,), f"run {place}", place, x[: length[0]], y[: length[0]], "soft", True)
            for place, y in enumerate(ys)
        ]

    def grow() -> None:
        length[0] = min(STEPS, length[0] + 100)
        plot.show_curves(shown())
        plot.widget.viewport().repaint()

    def zoom() -> None:
        low, high = plot.box.viewRange()[0]
        plot.see(low + 0.001 * (high - low), high)
        plot.widget.viewport().repaint()

    def redraw() -> None:
        plot.renew()
        plot.widget.viewport().repaint()

    times = {"curves grow, a frame": best(grow)}
    length[0] = STEPS
    plot.show_curves(shown())
    times["curves zoomed, a frame"] = best(zoom)
    plot.reset()
    plot.choose(log_x=False, log_y=False, smoothing=1000)
    times["curves smoothed, a frame"] = best(redraw)
    plot.choose(log_x=True, log_y=True, smoothing=1)
    times["curves on logarithmic axes, a frame"] = best(redraw)
    plot.close()
    plot.deleteLater()
    return times


def _pyqtgraph(qt, x: np.ndarray, ys: list[np.ndarray], thinned: bool) -> dict[str, float]:
    import pyqtgraph

    widget = pyqtgraph.PlotWidget()
    widget.resize(WIDE, TALL)
    widget.show()
    curves = [widget.plot(pen=pyqtgraph.mkPen(place, width=1)) for place in range(len(ys))]
    for curve in curves:
        if thinned:
            curve.setDownsampling(auto=True, method="peak")
            curve.setClipToView(True)
    length = [STEPS - 100_000]

    def grow() -> None:
        length[0] = min(STEPS, length[0] + 100)
        for curve, y in zip(curves, ys, strict=True):
            curve.setData(x[: length[0]], y[: length[0]])
        widget.viewport().repaint()

    def zoom() -> None:
        low, high = widget.getViewBox().viewRange()[0]
        widget.setXRange(low + 0.001 * (high - low), high, padding=0)
        widget.viewport().repaint()

    qt.processEvents()
    times = {"curves grow, a frame": best(grow), "curves zoomed, a frame": best(zoom)}
    widget.close()
    return times
