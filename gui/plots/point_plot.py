"""Points in the plane, over a ground of colours or with a line through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from ..theme.series import series
from .colour_scale import ColourScale
from .look import make_widget, pen, recolour, thick

SYMBOLS = ("o", "s", "t1", "d", "p", "h", "star", "t", "t2", "t3")
MOST = 4000  # points of a cloud that are drawn


@dataclass(frozen=True, eq=False)
class Cloud:
    """Points of one kind; hollow ones are those that were held back."""

    label: str
    kind: int  # of the series: colour and symbol
    x: NDArray[Any]
    y: NDArray[Any]
    hollow: bool = False
    shades: NDArray[np.uint8] | None = None  # a colour for each point, in place of that of the series


class PointPlot(QWidget):
    resized = Signal()
    pointed = Signal(object)  # where the pointer is, as (x, y); None when it has left

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        import pyqtgraph

        self.theme = theme
        self.widget: Any = make_widget(name)
        self.box: Any = self.widget.getViewBox()
        self.ground: Any = _smooth_image()
        self.scale = ColourScale(self.widget.plotItem, theme)
        self.line: Any = pyqtgraph.PlotCurveItem(connect="finite")
        self.clouds: list[tuple[Cloud, Any]] = []
        self._limits: tuple[float, float, float, float] | None = None
        self.ground.setZValue(-10)
        self.ground.setOpts(axisOrder="row-major")
        self.line.setZValue(5)
        for item in (self.ground, self.line):
            self.widget.addItem(item, ignoreBounds=True)
        self.widget.plotItem.layout.setContentsMargins(4, 6, 10, 2)
        self.widget.setMinimumSize(theme.px(150), theme.px(90))
        self.widget.viewport().installEventFilter(self)
        self.widget.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.widget)
        self.setFocusProxy(self.widget)
        theme.changed.connect(self._recolour)
        self.box.sigResized.connect(self._tell_size)
        self._recolour()

    def label(self, bottom: str, left: str) -> None:
        self.widget.setLabel("bottom", bottom)
        self.widget.setLabel("left", left)
        recolour(self.widget, self.theme)

    def show_ground(self, colours: NDArray[np.uint8] | None, limits: tuple[float, float, float, float]) -> None:
        """Paints rows of colours, the lowest first, over the rectangle (left, bottom, right, top); None: no ground."""
        left, bottom, right, top = limits
        if colours is None:
            self.ground.clear()
        else:
            self.ground.setImage(colours, autoLevels=False, levels=(0, 255))
            self.ground.setRect(QRectF(left, bottom, right - left, top - bottom))
        if limits != self._limits:
            self._limits = limits
            self.reset()

    def lock_aspect(self, *, locked: bool) -> None:
        """Whether a step to the right is as long as a step up."""
        if bool(self.box.state["aspectLocked"]) != locked:
            self.box.setAspectLocked(locked)

    def show_line(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        self.line.setData(x, y)

    def show_clouds(self, clouds: Sequence[Cloud]) -> None:
        """Shows these points in place of those before."""
        import pyqtgraph

        for _, item in self.clouds:
            self.widget.removeItem(item)
        self.clouds = []
        for cloud in clouds:
            item = pyqtgraph.ScatterPlotItem(pxMode=True)
            self.widget.addItem(item, ignoreBounds=True)
            self.clouds.append((cloud, item))
        self._recolour_points()

    def reset(self) -> None:
        """All of it is seen."""
        if self._limits is not None:
            left, bottom, right, top = self._limits
            self.box.setRange(xRange=(left, right), yRange=(bottom, top), padding=0)

    def points(self) -> dict[str, tuple[list[float], list[float]]]:
        """The points that are drawn, by their label."""
        data = {cloud.label: item.getData() for cloud, item in self.clouds}
        return {label: (list(map(float, x)), list(map(float, y))) for label, (x, y) in data.items()}

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            scene = self.widget.mapToScene(event.position().toPoint())
            at: QPointF | None = self.box.mapSceneToView(scene)
            inside = self.box.sceneBoundingRect().contains(scene)
            self.pointed.emit((at.x(), at.y()) if at is not None and inside else None)
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif event.type() == QEvent.Type.MouseButtonDblClick or self._is_zero(watched, event):
            self.reset()
            return True
        return False

    def _tell_size(self, *_: Any) -> None:
        self.resized.emit()

    def _is_zero(self, watched: Any, event: QEvent) -> bool:
        return watched is self.widget and isinstance(event, QKeyEvent) and event.text() == "0"

    def _recolour(self) -> None:
        recolour(self.widget, self.theme)
        self.scale.recolour()
        made = pen(self.theme, 1)
        made.setWidthF(thick(2.5))
        self.line.setPen(made)
        self._recolour_points()

    def _recolour_points(self) -> None:
        import pyqtgraph

        t, ground = self.theme.tokens, QColor(self.theme.tokens.card)
        for cloud, item in self.clouds:
            shade = QColor(series(t, cloud.kind))
            every = slice(None, None, 1 + len(cloud.x) // MOST)
            brush: Any = QBrush(ground if cloud.hollow else shade)
            edge = shade if cloud.hollow else ground
            if cloud.shades is not None:
                edge = QColor(t.text)
                if not cloud.hollow:
                    brush = [QBrush(QColor(*map(int, colour))) for colour in cloud.shades[every]]
            item.setData(
                cloud.x[every],
                cloud.y[every],
                symbol=SYMBOLS[cloud.kind % len(SYMBOLS)],
                size=self.theme.px(8),
                brush=brush,
                pen=pyqtgraph.mkPen(edge, width=1.6 if cloud.hollow else 0.8),
            )


def _smooth_image() -> Any:
    """An image whose fields run into one another where they are painted larger or smaller."""
    import pyqtgraph

    class Smooth(pyqtgraph.ImageItem):
        def paint(self, painter: QPainter, *args: Any) -> None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            super().paint(painter, *args)

    return Smooth()
