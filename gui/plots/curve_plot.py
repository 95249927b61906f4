"""Curves over steps: linear or logarithmic, smoothed, zoomed, with the values of all of them under the pointer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from .curve import Curve
from .legend import Legend
from .look import AXES, make_widget, recolour
from .reading import Reading, ReadingBox
from .strand import Strand

_MARGIN = 0.03  # of the range, beyond the numbers
_KEYS = {
    Qt.Key.Key_Left: (-0.1, 1.0), Qt.Key.Key_Right: (0.1, 1.0),
    Qt.Key.Key_Plus: (0.0, 0.8), Qt.Key.Key_Equal: (0.0, 0.8), Qt.Key.Key_Minus: (0.0, 1.25),
}  # fmt: skip


class CurvePlot(QWidget):
    pointed = Signal(object)  # the step under the pointer; None when it has left
    ranged = Signal(float, float)  # a hand has chosen what is seen of x: its ends as they are drawn, or NaN for all

    def __init__(self, theme: Theme, title: str, over: str, *, rising: bool = False) -> None:
        """`over` says what x is; `rising` curves leave room for their legend below."""
        super().__init__()
        self.theme, self.title, self.over = theme, title, over
        self.log_x = self.log_y = False
        self.smoothing = 1
        self.whole = True  # everything is seen, whatever comes
        self.reach = math.nan  # how far x goes at least
        self.widget: Any = make_widget(title)
        self.box: Any = self.widget.getViewBox()
        self.strands: dict[tuple[object, ...], Strand] = {}
        self.legend = Legend(self.widget, theme, self.renew, below=rising)
        self.line: Any = self._crosshair()
        self.readings = ReadingBox(theme, self.widget)
        self.widget.plotItem.layout.setContentsMargins(4, 2, 10, 2)
        self.widget.setMinimumSize(theme.px(150), theme.px(90))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.widget)
        self.box.sigRangeChanged.connect(self._draw)
        self.box.sigResized.connect(self._resize)
        self.box.sigRangeChangedManually.connect(self._take_hold)
        self.widget.viewport().installEventFilter(self)
        self.widget.installEventFilter(self)
        self.setFocusProxy(self.widget)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_curves(self, curves: Sequence[Curve], reach: float = math.nan) -> None:
        """Shows these curves in place of those before; what was hidden in the legend stays hidden.

        x goes to `reach` at least, as it does in the plots beside it.
        """
        self.reach = reach
        wanted = {curve.key: curve for curve in curves}
        for key in [key for key in self.strands if key not in wanted]:
            self.strands.pop(key).leave(self.widget)
        for key, curve in wanted.items():
            if key not in self.strands:
                self.strands[key] = Strand(self.widget)
            self.strands[key].take(curve, self.theme)
        self.legend.show_strands([self.strands[key] for key in wanted])
        self.renew()

    def choose(self, *, log_x: bool, log_y: bool, smoothing: int) -> None:
        """How the curves are drawn; `smoothing` is how many numbers a mean is over."""
        if (log_x, log_y) != (self.log_x, self.log_y):
            self.log_x, self.log_y = log_x, log_y
            self.widget.getAxis("bottom").setLogMode(x=log_x, y=False)
            self.widget.getAxis("left").setLogMode(x=False, y=log_y)
            self.whole = True
        self.smoothing = smoothing
        self.renew()

    def renew(self) -> None:
        if self.whole:
            self._fit()
        self._draw()

    def reset(self) -> None:
        """All of it is seen again, and stays in sight while it grows."""
        self.whole = True
        self.renew()

    def see(self, low: float, high: float) -> None:
        """Shows this part of x, given as it is drawn; NaN shows all."""
        if math.isnan(low):
            self.reset()
        else:
            self.whole = False
            self.box.setXRange(low, high, padding=0)
            self._fit_up()

    def drawn(self, key: tuple[object, ...]) -> tuple[list[float], list[float]]:
        """The points of a curve as they are drawn, in its own numbers."""
        return self.strands[key].drawn(self.log_x, self.log_y)

    def read(self, x: float) -> list[Reading]:
        """The numbers of all curves at a step."""
        visible = [strand for strand in self.strands.values() if strand.visible]
        return [reading for strand in visible if (reading := strand.read(x, self.smoothing)) is not None]

    def point(self, x: float | None) -> None:
        """Puts the crosshair at a step, or away."""
        found = [] if x is None else self.read(x)
        self.line.setVisible(bool(found))
        if x is None or not found:
            self.readings.hide()
            return
        at = math.log10(x) if self.log_x else x
        self.line.setPos(at)
        across = self.widget.mapFromScene(self.box.mapViewToScene(QPointF(at, 0.0))).x()
        self.readings.show_readings(x, found, across, self._area())

    # -- drawing -------------------------------------------------------------------------------------------------------

    def _draw(self, *_: object) -> None:
        (low, high), _y = self.box.viewRange()
        edges = np.linspace(low, high, max(2, round(self.box.width())) + 1)
        if self.log_x:
            edges = 10.0 ** np.clip(edges, -300, 300)
        for strand in self.strands.values():
            strand.draw(edges, self.smoothing, log_x=self.log_x, log_y=self.log_y)

    def _fit(self) -> None:
        ends = [ends for strand in self.strands.values() if (ends := strand.ends(self.log_x)) is not None]
        if ends:
            low, high = min(low for low, _ in ends), max(high for _, high in ends)
            if self.reach > 0:
                low, high = 0.0, max(high, math.log10(self.reach) if self.log_x else self.reach)
            room = (high - low) * _MARGIN or 0.5
            self.box.setXRange(low - room, high + room, padding=0)
        self._draw()
        self._fit_up()

    def _fit_up(self) -> None:
        """The y axis spans what is drawn."""
        spans = [span for strand in self.strands.values() if strand.visible and (span := strand.span()) is not None]
        if spans:
            low, high = min(low for low, _ in spans), max(high for _, high in spans)
            room = (high - low) * 2 * _MARGIN or abs(high) * 0.1 or 0.5
            self.box.setYRange(low - room, high + room, padding=0)

    def _resize(self, *_: object) -> None:
        self.legend.arrange()
        self._draw()

    def _take_hold(self, *_: object) -> None:
        self.whole = False
        (low, high), _y = self.box.viewRange()
        self.ranged.emit(low, high)

    # -- hands ---------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._under(event.position())
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.ranged.emit(math.nan, math.nan)
            self.reset()
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.widget:
            return self._key(Qt.Key(event.key()))
        return False

    def _under(self, at: QPointF) -> None:
        inside = self._area().contains(at.toPoint())
        if not inside:
            self.pointed.emit(None)
            return
        x = self.box.mapSceneToView(self.widget.mapToScene(at.toPoint())).x()
        self.pointed.emit(10.0**x if self.log_x else x)

    def _key(self, key: Qt.Key) -> bool:
        (low, high), _y = self.box.viewRange()
        if key in _KEYS:
            by, stretch = _KEYS[key]
            middle, half = (low + high) / 2 + by * (high - low), (high - low) / 2 * stretch
            self.see(middle - half, middle + half)
            self.ranged.emit(middle - half, middle + half)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.ranged.emit(math.nan, math.nan)
            self.reset()
        else:
            return False
        return True

    def _area(self) -> Any:
        """Where the curves are, on the widget."""
        return self.widget.mapFromScene(self.box.sceneBoundingRect()).boundingRect()

    def _crosshair(self) -> Any:
        import pyqtgraph

        line = pyqtgraph.InfiniteLine(angle=90, movable=False)
        line.setVisible(False)
        self.widget.addItem(line, ignoreBounds=True)
        return line

    def _recolour(self) -> None:
        t, theme = self.theme.tokens, self.theme
        recolour(self.widget, theme)
        over = f"<span style='color:{t.muted}; font-weight:400'>· {escape(self.over)}</span>"
        size = f"{theme.px(12)}px"
        self.widget.plotItem.setTitle(f"{escape(self.title)} {over}", color=t.text, size=size, bold=True)
        for side in AXES:
            self.widget.getAxis(side).setGrid(40)
        self.line.setPen(self.theme.tokens.muted)
        for strand in self.strands.values():
            strand.recolour(self.theme)
        self.legend.arrange()
