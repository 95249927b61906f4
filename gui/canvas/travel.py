"""The way of the view to another place: gliding, or at once where motion is not wanted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

if TYPE_CHECKING:
    from .view import CanvasView

_LASTS = 320  # milliseconds


class Travel(QObject):
    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self.view = view
        self.lasts = _LASTS
        self._start = self._end = (QPointF(), 1.0)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._step)
        view.session.replaced.connect(self._animation.stop)

    def go(self, centre: tuple[float, float], zoom: float) -> None:
        """Brings `centre` into the middle of what can be seen, at `zoom`."""
        self._animation.stop()
        self._start, self._end = (self.view.middle(), self.view.scale_now), (QPointF(*centre), zoom)
        if not self.lasts or self.view.reduced_motion or not self.view.isVisible():
            self._step(1.0)
            return
        self._animation.setDuration(self.lasts)
        self._animation.start()

    def _step(self, share: float) -> None:
        (start, near), (end, far) = self._start, self._end
        zoom = math.exp(math.log(near) * (1 - share) + math.log(far) * share)
        self.look_at(start + (end - start) * share, zoom if share < 1 else far)

    def look_at(self, centre: QPointF, zoom: float) -> None:
        """Shows a place at once."""
        view = self.view
        view.resetTransform()
        view.scale(zoom, zoom)
        room = view.viewport().rect().marginsRemoved(view.covered)
        view.pan(room.center() - view.mapFromScene(centre))
