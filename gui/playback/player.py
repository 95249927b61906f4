"""Play: a timer that moves the playhead on, once per beat; to the end, to a place, or round and round a stretch."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ..session import Session

BEAT = 900  # milliseconds per step at speed 1
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
_LONGEST = 2500  # milliseconds that running to a place may take
_SHORTEST = 15  # milliseconds between two steps


class Player(QObject):
    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._head = session.playhead
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self.speed = 1.0
        self.loop: tuple[int, int] | None = None  # the positions between which it goes round
        self._until: int | None = None  # where a run stops
        session.replaced.connect(self._start_over)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def stretch(self) -> tuple[int, int] | None:
        """The part of the loop that lies on the timeline as it is now."""
        if self.loop is None or self.loop[0] >= self._head.last:
            return None
        return self.loop[0], min(self.loop[1], self._head.last)

    @property
    def beat(self) -> int:
        """Milliseconds from one step to the next."""
        return self._timer.interval() if self.playing else round(BEAT / self.speed)

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Starts over when the passes have been shown to their end, or where the loop begins from outside of it."""
        if not self._head.last:
            return
        first, last = self.stretch or (0, self._head.last)
        if self._head.at_end or not first <= self._head.position <= last:
            self._head.go(first)
        self._until = None
        self._timer.start(round(BEAT / self.speed))
        self.changed.emit()

    def run_to(self, position: int) -> None:
        """Plays on to a place that lies ahead, in good time; goes back to one that was passed already."""
        self.pause()
        steps = position - (0 if self._head.resting else self._head.position)
        if self._head.resting:
            self._head.go(0)
        if steps <= 0:
            self._head.go(position)
            return
        self._until = position
        self._timer.start(max(_SHORTEST, min(round(BEAT / self.speed), _LONGEST // steps)))
        self.changed.emit()

    def pause(self) -> None:
        self._timer.stop()
        self._until = None
        self.changed.emit()

    def set_speed(self, speed: float) -> None:
        self.speed = speed
        if self.playing:
            self._timer.start(round(BEAT / speed))

    def set_loop(self, first: int, last: int) -> None:
        """Goes round between two positions, in whichever order they are given; nothing to go round ends the loop."""
        first, last = sorted(max(0, min(at, self._head.last)) for at in (first, last))
        self.loop = (first, last) if first < last else None
        self.changed.emit()

    def clear_loop(self) -> None:
        self.loop = None
        self.changed.emit()

    def _beat(self) -> None:
        stretch = None if self._until is not None else self.stretch
        if stretch is not None and self._head.position >= stretch[1]:
            self._head.go(stretch[0])
            return
        self._head.go(self._head.position + 1)
        there = self._until is not None and self._head.position >= self._until
        if there or (self._head.at_end and stretch is None):
            self.pause()

    def _start_over(self) -> None:
        self.loop = None
        self.pause()
