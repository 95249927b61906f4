"""Play: a timer that moves the playhead on, once per beat."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ..session import Session

BEAT = 900  # milliseconds per step at speed 1
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class Player(QObject):
    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._head = session.playhead
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self.speed = 1.0
        session.replaced.connect(self.pause)

    @property
    def beat(self) -> int:
        """Milliseconds from step to step."""
        return round(BEAT / self.speed)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Starts over when the passes have been shown to their end."""
        if not self._head.last:
            return
        if self._head.at_end:
            self._head.go(0)
        self._timer.start(round(BEAT / self.speed))
        self.changed.emit()

    def pause(self) -> None:
        self._timer.stop()
        self.changed.emit()

    def set_speed(self, speed: float) -> None:
        self.speed = speed
        if self.playing:
            self._timer.start(round(BEAT / speed))

    def _beat(self) -> None:
        self._head.go(self._head.position + 1)
        if self._head.at_end:
            self.pause()
