"""A small plot in the colours of the theme, to look at: lines and points by name."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from .look import AXES, make_widget, recolour, thick

_LETTERS = 11  # of a name that is written upwards


class SmallPlot(QWidget):
    """Lines and points by name; `log` axes take positive numbers only, the others are left out."""

    def __init__(self, theme: Theme, name: str, *, log: bool = False) -> None:
        super().__init__()
        self._theme, self._log = theme, log
        self.widget: Any = make_widget(name)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.setLogMode(log, log)
        self.widget.setMouseEnabled(False, False)
        self._curves: dict[str, tuple[Any, str, bool, bool]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.widget)
        self.setMinimumHeight(theme.px(120))
        theme.changed.connect(self._recolour)
        self._recolour()

    def label(self, bottom: str, left: str) -> None:
        upright = left if len(left) <= _LETTERS else f"{left[:_LETTERS]}…"
        for axis, text in zip(AXES, (bottom, upright), strict=True):
            self.widget.setLabel(
                axis, text, **{"font-size": f"{self._theme.px(11)}px", "color": self._theme.tokens.muted}
            )

    def draw(
        self,
        name: str,
        x: ArrayLike,
        y: ArrayLike,
        colour: str,
        *,
        dashed: bool = False,
        dots: bool = False,
    ) -> None:
        """Shows a line (or dots) called `name` in a colour of the theme, in place of what it was."""
        across, up = np.asarray(x, float), np.asarray(y, float)
        seen = np.isfinite(across) & np.isfinite(up)
        if self._log:
            seen &= (across > 0) & (up > 0)
        if name not in self._curves:
            self._curves[name] = self.widget.plot(antialias=True), colour, dashed, dots
            self._paint(name)
        self._curves[name][0].setData(across[seen], up[seen])

    def points(self, name: str) -> tuple[list[float], list[float]]:
        """What is shown as `name`, as it was given."""
        curve = self._curves[name][0] if name in self._curves else None
        if curve is None or curve.xData is None:
            return [], []
        return list(map(float, curve.xData)), list(map(float, curve.yData))

    def clear(self) -> None:
        for curve, *_ in self._curves.values():
            curve.setData([], [])

    def _paint(self, name: str) -> None:
        curve, role, dashed, dots = self._curves[name]
        colour = QColor(getattr(self._theme.tokens, role))
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        line = QPen(colour, thick(2), style)
        line.setCosmetic(True)
        curve.setPen(None if dots else line)
        if dots:
            curve.setSymbol("o")
            curve.setSymbolSize(9)
            curve.setSymbolBrush(colour)
            curve.setSymbolPen(None)

    def _recolour(self) -> None:
        recolour(self.widget, self._theme)
        for name in self._curves:
            self._paint(name)
