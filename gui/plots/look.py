"""What every plot looks like, in the colours of the theme and with the fonts that ship with the program."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPen

from ..theme import Theme, ui_font
from ..theme.series import series
from .curve import Line

AXES = ("bottom", "left")
_DASHES = [5.0, 3.5]
_STRENGTH = {"soft": 150, "faint": 70}  # of 255: a curve of single steps, the same behind its mean


def make_widget(name: str) -> Any:
    import pyqtgraph  # takes a third of a second, and most sessions never plot

    from .axis import Axis

    axes = {side: Axis(orientation=side) for side in AXES}
    widget = pyqtgraph.PlotWidget(enableMenu=False, axisItems=axes)
    unused = widget.plotItem.ctrlMenu
    unused.setParent(widget, unused.windowFlags())  # or it would outlive the window
    widget.setAccessibleName(name)
    widget.hideButtons()
    widget.setFrameShape(widget.Shape.NoFrame)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return widget


def recolour(widget: Any, theme: Theme) -> None:
    t = theme.tokens
    widget.setBackground(QColor(t.card))
    for side in AXES:
        axis = widget.getAxis(side)
        axis.setPen(QPen(QColor(t.line), 1))
        axis.setTextPen(QPen(QColor(t.muted), 1))
        axis.setStyle(tickFont=ui_font(theme.px(10)), tickLength=-theme.px(4), maxTickLevel=0)
        axis.enableAutoSIPrefix(False)
        axis.setLabel(axis.labelText, **{"font-size": f"{theme.px(11)}px", "color": t.muted})


def thick(width: float) -> float:
    """The width of a line that keeps its width however far a plot is stretched: Qt counts it in dots of the screen."""
    return width * max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def pen(theme: Theme, colour: int, line: Line = "solid") -> QPen:
    shade = QColor(series(theme.tokens, colour))
    shade.setAlpha(_STRENGTH.get(line, 255))
    made = QPen(shade, thick(1.0 if line in _STRENGTH else 1.8))
    made.setCosmetic(True)
    if line == "dashed":
        made.setDashPattern(_DASHES)
    return made
