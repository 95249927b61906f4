"""What the colours of a ground stand for: a strip of them with numbers, at the right of a plot and in its pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen

from ..theme import Theme, ui_font

_WIDE = 10


class ColourScale:
    def __init__(self, plot_item: Any, theme: Theme) -> None:
        import pyqtgraph

        from .axis import Axis

        self.theme = theme
        self.box: Any = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False)
        self.axis: Any = Axis(orientation="right")
        self.image: Any = pyqtgraph.ImageItem(axisOrder="row-major")
        self.box.addItem(self.image)
        self.axis.linkToView(self.box)
        self.axis.enableAutoSIPrefix(False)
        for column, part in ((3, self.box), (4, self.axis)):
            plot_item.layout.addItem(part, 2, column)
        self.hide()

    def show_colours(self, colours: NDArray[np.uint8], low: float, high: float) -> None:
        """Rows of red, green and blue, from what stands for `low` to what stands for `high`."""
        self.image.setImage(colours[:, None, :], autoLevels=False, levels=(0, 255))
        self.image.setRect(QRectF(0.0, low, 1.0, high - low))
        self.box.setRange(xRange=(0, 1), yRange=(low, high), padding=0)
        self._room(self.theme.px(_WIDE))
        for part in (self.box, self.axis):
            part.show()

    def hide(self) -> None:
        self._room(0)
        for part in (self.box, self.axis):
            part.hide()

    def recolour(self) -> None:
        t = self.theme.tokens
        self.axis.setPen(QPen(QColor(t.line), 1))
        self.axis.setTextPen(QPen(QColor(t.muted), 1))
        self.axis.setStyle(tickFont=ui_font(self.theme.px(10)), tickLength=-self.theme.px(3), maxTickLevel=0)

    def _room(self, wide: int) -> None:
        self.box.setMinimumWidth(wide)
        self.box.setMaximumWidth(wide)
