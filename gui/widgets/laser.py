"""A red dot that follows the mouse over a widget and fades when it rests: what a lecturer points with."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_DOT, _GLOW = 7.0, 18.0
_TRAIL, _RESTS, _FADES = 0.28, 1.6, 0.5  # seconds: how long the trail is, how long a resting dot stays, and fades
_BEAT = 25  # milliseconds


class Laser(QWidget):
    """Lies over `ground` and lets every event through."""

    def __init__(self, ground: QWidget, colour: str) -> None:
        super().__init__(ground)
        self.ground, self.colour = ground, colour
        self.trailing = True
        self._trail: list[tuple[float, QPointF]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def turn(self, *, on: bool) -> None:
        if on == self.isVisible():
            return
        if on:
            self.ground.installEventFilter(self)
            self.setGeometry(self.ground.rect())
            self.raise_()
        else:
            self.ground.removeEventFilter(self)
            self._trail.clear()
            self._timer.stop()
        self.setVisible(on)

    @property
    def strength(self) -> float:
        """From 1, while the mouse moves, to 0, when it has rested long enough."""
        if not self._trail:
            return 0.0
        rested = time.monotonic() - self._trail[-1][0]
        return max(0.0, min(1.0, 1 - (rested - _RESTS) / _FADES))

    def _beat(self) -> None:
        now = time.monotonic()
        before = self._reach()
        self._trail = [step for step in self._trail[:-1] if now - step[0] < _TRAIL] + self._trail[-1:]
        if not self.strength:
            self._trail.clear()
            self._timer.stop()
        self.update(before.united(self._reach()))

    def _reach(self) -> QRect:
        """The part of the widget that dot and trail lie in."""
        rect = QRect()
        for _, at in self._trail:
            rect = rect.united(QRect(at.toPoint(), at.toPoint()).adjusted(-24, -24, 24, 24))
        return rect

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._trail.append((time.monotonic(), event.position()))
            if not self.trailing:
                self.update(self._reach())
                del self._trail[:-1]
            self.update(self._reach())
            self._timer.start()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self.ground.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        now, count = time.monotonic(), len(self._trail)
        for place, (when, at) in enumerate(self._trail[:-1]):
            self._spot(painter, at, _DOT * (0.35 + 0.5 * place / count), 0.45 * max(0.0, 1 - (now - when) / _TRAIL))
        if self._trail:
            at, strength = self._trail[-1][1], self.strength
            self._spot(painter, at, _GLOW, 0.22 * strength)
            self._spot(painter, at, _DOT, 0.95 * strength)

    def _spot(self, painter: QPainter, at: QPointF, radius: float, strength: float) -> None:
        colour = QColor(self.colour)
        colour.setAlphaF(strength)
        painter.setBrush(colour)
        painter.drawEllipse(at, radius, radius)
