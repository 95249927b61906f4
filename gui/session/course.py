"""The lesson that is going on: at which step, and whether that may go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from graph_engine.lessons import Lesson, Now, Step, expected, is_met
from graph_engine.practice import close, number_of

if TYPE_CHECKING:
    from .session import Session


class Course(QObject):
    """Watches the session for what the step waits for. It changes nothing but which document is open when it begins."""

    changed = Signal()
    lesson: Lesson | None
    at: int  # the step
    done: bool  # what the step waits for has happened
    wrong: bool  # the last answer

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._opening = False
        self._clear()
        for signal in (session.changed, session.selection.changed, session.playhead.moved):
            signal.connect(self._look)
        session.replaced.connect(self._leave)

    @property
    def step(self) -> Step | None:
        return None if self.lesson is None else self.lesson.steps[self.at]

    @property
    def last(self) -> bool:
        return self.lesson is not None and self.at == len(self.lesson.steps) - 1

    def begin(self, lesson: Lesson) -> None:
        """Opens what the lesson starts with, without a set-up for training: what a lesson looks at gets the room."""
        document = lesson.start()
        document.training = None
        self._opening = True
        self._session.replace(document, None)
        self._opening = False
        self._clear()
        self.lesson = lesson
        self._enter(0)

    def end(self) -> None:
        if self.lesson is not None:
            self._clear()
            self.changed.emit()

    def next(self) -> None:
        """On to the next step, once this one may go on; after the last the lesson is over."""
        if self.done and self.lesson is not None:
            if self.last:
                self.end()
            else:
                self._enter(self.at + 1)

    def back(self) -> None:
        if self.lesson is not None and self.at:
            self._enter(self.at - 1)
            self.done = True
            self.changed.emit()

    def answer(self, text: str) -> bool:
        """Whether what was typed is the number that is asked for; raises `FormulaError` where it is no number."""
        right = close(number_of(text, self._names()), self.solution())
        self.done = self.done or right
        self.wrong = not right
        self.changed.emit()
        return right

    def solution(self) -> float:
        """The engine's answer to the step."""
        step, results = self.step, self._session.results
        assert step is not None
        assert step.wait.ask is not None
        return expected(step.wait.ask, results.evaluation, results.target)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        self.lesson = None
        self.at = 0
        self.done = self.wrong = False
        self._counts: dict[str, int] = {}
        self._values: dict[str, object] = {}

    def _enter(self, at: int) -> None:
        graph = self._session.document.graph
        self.at, self.done, self.wrong = at, False, False
        self._counts = {}
        for node in graph.nodes:
            self._counts[node.kind] = self._counts.get(node.kind, 0) + 1
        self._values = {node.name: node.value for node in graph.nodes if node.is_source}
        self._look()
        self.changed.emit()

    def _look(self, *_: object) -> None:
        step = self.step
        if step is not None and not self.done and is_met(step.wait, self._now()):
            self.done = True
            self.changed.emit()

    def _leave(self) -> None:
        if not self._opening:
            self.end()

    def _now(self) -> Now:
        session, results = self._session, self._session.results
        head, selection = session.playhead, session.selection
        return Now(
            session.document, results.evaluation, results.target, results.trace, head.position, head.resting,
            selection.only_node, selection.only_edge, self._counts, self._values,
        )  # fmt: skip

    def _names(self) -> dict[str, float]:
        evaluation = self._session.results.evaluation
        values = ((node.name, evaluation.value(node.id)) for node in evaluation.graph.nodes)
        return {name: value for name, value in values if isinstance(value, float)}
