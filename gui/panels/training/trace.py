"""The loss of the run that is looked at, small: of each step, and of both splits after each epoch."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from graph_engine.explain import short

from ...i18n import tr
from ...session import Run
from ...theme import Theme, ui_font

_STEEP = 30.0  # from this ratio of the largest to the least loss on, the scale is logarithmic


class LossTrace(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.run: Run | None = None
        self.setAccessibleName(tr("Loss"))

    def show_run(self, run: Run | None) -> None:
        self.run = run
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(300), self.theme.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px = self.theme.tokens, self.theme.px
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        painter.setFont(ui_font(px(11)))
        run = self.run
        if run is None or not len(run.steps):
            painter.setPen(QColor(t.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("The loss will be drawn here."))
            return
        room = QRectF(self.rect()).adjusted(px(50), px(24), -px(12), -px(12))
        self._curves(painter, run, room)

    def _curves(self, painter: QPainter, run: Run, room: QRectF) -> None:
        t, px = self.theme.tokens, self.theme.px
        step, low, high = envelope(run.steps.step, run.steps.loss, max(2, int(room.width())))
        every = max(1, 2 * len(run.epochs) // max(1, int(room.width())))
        after, splits = run.epochs.step[::every], (run.epochs.train_loss[::every], run.epochs.test_loss[::every])
        named = zip(splits, (t.forward, t.backward), (tr("training rows"), tr("test rows")), strict=True)
        measured = [entry for entry in named if np.isfinite(entry[0]).any()]
        scale = _Scale(room, float(step[-1]), [low, high, *(losses for losses, _, _ in measured)])
        self._axis(painter, scale, room)
        pale = QColor(t.wire if measured else t.backward)
        painter.setPen(QPen(pale, 0))
        self._steps(painter, scale, step, np.stack([low, high], axis=1).ravel())
        left = px(12)
        names = [(tr("each step"), pale.name())]
        for losses, colour, name in measured:
            painter.setPen(
                QPen(QColor(colour), 1.8, Qt.PenStyle.DashLine if colour == t.backward else Qt.PenStyle.SolidLine)
            )
            line = scale.line(after, losses)
            painter.drawPolyline(line) if len(losses) > 1 else painter.drawPoints(line)
            names.append((name, colour))
        for name, colour in names:
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(left, px(16)), name)
            left += painter.fontMetrics().horizontalAdvance(name) + px(14)

    def _steps(self, painter: QPainter, scale: _Scale, step: Any, both: Any) -> None:
        line = scale.line(np.repeat(step, 2), both)
        if len(step) == 1:
            painter.drawEllipse(line[0], 2, 2)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # smooth, so many strokes side by side take long
        painter.drawLines([QLineF(a, b) for a, b in pairwise(line)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _axis(self, painter: QPainter, scale: _Scale, room: QRectF) -> None:
        t, px = self.theme.tokens, self.theme.px
        for value in scale.ticks():
            y = scale.y(value)
            painter.setPen(QPen(QColor(t.grid), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(t.muted))
            label = QRectF(0, y - px(8), room.left() - px(6), px(16))
            words = short(float(f"{value:.2g}"))
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def envelope(step: Any, loss: Any, columns: int) -> tuple[Any, Any, Any]:
    """Least and largest loss in so many columns, so that a million steps are as quick as a thousand."""
    if len(step) <= 2 * columns:
        return step, loss, loss
    starts = np.linspace(0, len(step), columns, endpoint=False).astype(int)
    return step[starts], np.fmin.reduceat(loss, starts), np.fmax.reduceat(loss, starts)


class _Scale:
    """From steps and losses to points."""

    def __init__(self, room: QRectF, last: float, losses: list[Any]) -> None:
        found = np.concatenate([np.asarray(part)[np.isfinite(part)] for part in losses])
        low, high = (float(found.min()), float(found.max())) if len(found) else (0.0, 1.0)
        self.steep = low > 0 and high / low > _STEEP
        self._room, self._last = room, max(last, 2.0)
        ends = (math.log10(low), math.log10(high)) if self.steep else (min(0.0, low), high)
        self._low, self._high = ends
        if self._high <= self._low:
            self._high = self._low + 1.0

    def ticks(self) -> list[float]:
        """Values to name: decades, or the ends and the middle."""
        if not self.steep:
            return [self._low, (self._low + self._high) / 2, self._high]
        first, last = int(np.ceil(self._low)), int(np.floor(self._high))
        every = max(1, (last - first) // 3)
        return [float(10.0**power) for power in range(first, last + 1, every)] or [float(10.0**self._low)]

    def y(self, value: Any) -> Any:
        with np.errstate(all="ignore"):
            shown = np.log10(value) if self.steep else value
        return self._room.bottom() - (shown - self._low) / (self._high - self._low) * self._room.height()

    def line(self, step: Any, loss: Any) -> list[QPointF]:
        x = self._room.left() + (np.asarray(step) - 1) / (self._last - 1) * self._room.width()
        y = self.y(np.asarray(loss))
        return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True) if np.isfinite(b)]
