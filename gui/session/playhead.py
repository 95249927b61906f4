"""Which step of the timeline is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from graph_engine.evaluate import Step
from graph_engine.explain import Narration, Seen, Trace, narrate

from .results import Results

_NOTHING = Seen(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True)
class Veil:
    """What practice lets be seen, what it asks for instead, and the step that is asked about."""

    seen: Seen
    hidden: Seen
    step: Step | None


class Playhead(QObject):
    """Position k: k steps have happened. At rest, both passes are over and no step stands out."""

    moved = Signal()

    def __init__(self, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self.position = self.last
        self.resting = True
        self._stands_on = results.trace.step_at(self.position)  # by it the place is found again
        self._seen: tuple[Trace, int, Seen] | None = None
        self.veil: Veil | None = None

    @property
    def last(self) -> int:
        return len(self._results.trace)

    @property
    def covers(self) -> bool:
        """Whether a person is asked for anything."""
        return bool(self.hidden.values or self.hidden.gradients or self.hidden.edges)

    @property
    def at_end(self) -> bool:
        return self.position >= self.last

    @property
    def step(self) -> Step | None:
        """The step that happened last; None at the start and at rest. In practice, the step that is asked about."""
        if self.veil is not None:
            return self.veil.step
        return None if self.resting else self._results.trace.step_at(self.position)

    def seen(self) -> Seen:
        """What is known by now; the same object for as long as that stays the same."""
        if self.veil is not None:
            return self.veil.seen
        trace = self._results.trace
        if self._seen is None or self._seen[0] is not trace or self._seen[1] != self.position:
            self._seen = trace, self.position, trace.seen(self.position)
        return self._seen[2]

    @property
    def hidden(self) -> Seen:
        """What a person is asked for and stands as a question mark."""
        return _NOTHING if self.veil is None else self.veil.hidden

    def cover(self, veil: Veil | None) -> None:
        """Lets only that be seen; None uncovers everything."""
        if veil != self.veil:
            self.veil = veil
            self.moved.emit()

    def narration(self) -> Narration:
        results = self._results
        found = results.gradients if results.tangents is None else results.tangents
        return narrate(results.trace, self.position, results.evaluation, found, results.moved)

    def go(self, position: int) -> None:
        """Shows the timeline after `position` steps."""
        self._move(max(0, min(position, self.last)), resting=False)

    def rest(self) -> None:
        self._move(self.last, resting=True)

    def follow(self) -> bool:
        """Keeps its place on a timeline that may have become another one; whether it had to move. Emits nothing."""
        before = self.position
        self.position = self.last if self.resting else self._same_place()
        self._stands_on = self._results.trace.step_at(self.position)
        return self.position != before

    def _same_place(self) -> int:
        """Where the step that happened last is now; the same count of steps where it is gone."""
        found = None if self._stands_on is None else self._results.trace.place_of(self._stands_on)
        return min(self.position, self.last) if found is None else found

    def _move(self, position: int, *, resting: bool) -> None:
        if (position, resting) != (self.position, self.resting):
            self.position, self.resting = position, resting
            self._stands_on = self._results.trace.step_at(position)
            self.moved.emit()
