"""Dots that run along the wires of the step just played: forward with the value, backward with the gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter

from .edge_item import EdgeItem

if TYPE_CHECKING:
    from .view import CanvasView

_RADIUS = 5.0


class Pulse(QObject):
    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self.view = view
        self.on = True
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._redraw)
        self._animation.finished.connect(self._redraw)
        view.session.changed.connect(self.stop)
        view.session.replaced.connect(self.stop)

    @property
    def running(self) -> bool:
        return self._animation.state() == QVariantAnimation.State.Running

    def start(self, lasts: int) -> None:
        """Sends a dot along each wire of the step, in `lasts` milliseconds; none where motion is reduced."""
        self.stop()
        step = self.view.session.playhead.step
        if self.on and step is not None and not self.view.reduced_motion and self.view.isVisible():
            self._animation.setDuration(lasts)
            self._animation.start()

    def stop(self) -> None:
        if self.running:
            self._animation.stop()
            self.view.viewport().update()

    def _redraw(self) -> None:
        step = self.view.session.playhead.step
        for wire in _wires(self.view, step is not None and step.phase == "forward"):
            wire.update()

    def paint(self, painter: QPainter) -> None:
        canvas, step = self.view.canvas, self.view.session.playhead.step
        if not self.running or step is None:
            return
        forward = step.phase == "forward"
        share = float(self._animation.currentValue())
        t = canvas.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.forward if step.kind == "value" else t.backward))
        radius = _RADIUS / min(1.0, self.view.scale_now)
        for wire in _wires(self.view, forward):
            path = wire.path
            at = path.pointAtPercent(share if forward else 1 - share)
            painter.drawEllipse(QPointF(at), radius, radius)


def _wires(view: CanvasView, forward: bool) -> set[EdgeItem]:
    """The wires in which what the step used, or sent back, is seen."""
    step = view.session.playhead.step
    if step is None:
        return set()
    used = view.session.document.graph.edges_in(step.node) if forward and not step.edges else step.edges
    return {wire for edge in used if (wire := view.canvas.wire_of(edge)) is not None}
