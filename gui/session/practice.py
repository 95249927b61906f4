"""Predict, then reveal: what is asked, what has been answered, and how well."""

from __future__ import annotations

from collections import Counter

import numpy as np
from PySide6.QtCore import QObject, Signal

from graph_engine.evaluate import Step
from graph_engine.practice import (
    LEVELS,
    Exam,
    Question,
    Topic,
    Verdict,
    hint,
    judge,
    number_of,
    question_text,
    questions,
    shown_and_hidden,
)
from graph_engine.sentence import Sentence

from .playhead import Playhead, Veil
from .results import Results


class Practice(QObject):
    """Covers what is asked for with a veil and lifts it answer by answer. The document knows nothing of it."""

    changed = Signal()
    topic: Topic | None  # None: nothing is practised
    questions: tuple[Question, ...]
    last: tuple[Question, Verdict] | None  # what was answered last

    def __init__(self, results: Results, playhead: Playhead, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results, self._playhead = results, playhead
        self.seed = 0
        self.forget()

    # -- reading -------------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Question | None:
        """What is asked now; None when all has been answered."""
        return None if self.topic is None or self.finished else self.questions[self.at]

    @property
    def finished(self) -> bool:
        return len(self.known) == len(self.questions)

    @property
    def at_first(self) -> int:
        """How many were right at the first try and without a hint."""
        return sum(not self.wrong[q] and not self.hints[q] for q in self.known)

    @property
    def hints_taken(self) -> int:
        return self.hints.total()

    def text(self, question: Question) -> Sentence:
        return question_text(self.exam, question)

    def hints_so_far(self, question: Question) -> list[str]:
        return [hint(self.exam, question, level) for level in range(1, self.hints[question] + 1)]

    # -- what a person does --------------------------------------------------------------------------------------------

    def begin(self, topic: Topic, seed: int = 0) -> None:
        self.topic, self.seed = topic, seed
        self._ask()
        self._show()

    def begin_again(self) -> bool:
        """Asks anew, of other numbers perhaps; whether anything was being asked. Emits nothing."""
        if self.topic is None:
            return False
        self._ask()
        self._playhead.veil = self._veil()
        return True

    def end(self) -> None:
        if self.topic is not None:
            self.forget()
            self._playhead.moved.emit()
            self.changed.emit()

    def forget(self) -> None:
        """Ends without a word."""
        self.topic = None
        self._clear()
        self.exam = Exam(self._results.evaluation, None)
        self.questions = ()
        self._playhead.veil = None

    def answer(self, text: str) -> Verdict | None:
        """Judges what was typed to the current question; raises `FormulaError` where it is no number."""
        question = self.current
        if question is None:
            return None
        verdict = judge(self.exam, question, number_of(text, self._names()))
        self.last = question, verdict
        if verdict.right:
            self.known.add(question)
            self._advance(1)
        else:
            self.wrong[question] += 1
        self._show()
        return verdict

    def hint(self) -> None:
        """One hint more; the last one tells the answer, which then counts as given."""
        question = self.current
        if question is not None and self.hints[question] < LEVELS:
            self.hints[question] += 1
            self._show()

    def skip(self, by: int = 1) -> None:
        """To the next question that is open, or the one before."""
        self._advance(by)
        self._show()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        assert self.topic is not None
        self._clear()
        self.exam = Exam(self._results.evaluation, self._results.gradients)
        self.questions = questions(self.exam, self.topic, self.seed)

    def _clear(self) -> None:
        self.known: set[Question] = set()
        self.wrong: Counter[Question] = Counter()
        self.hints: Counter[Question] = Counter()
        self.last = None
        self.at = 0

    def _advance(self, by: int) -> None:
        if not self.finished:
            self.at = (self.at + by) % len(self.questions)
            while self.questions[self.at] in self.known:
                self.at = (self.at + by) % len(self.questions)

    def _show(self) -> None:
        self._playhead.cover(self._veil())
        self.changed.emit()

    def _veil(self) -> Veil | None:
        if self.topic is None:
            return None
        seen, hidden = shown_and_hidden(self.exam, self.topic, self.questions, self.known)
        return Veil(seen, hidden, self._step())

    def _step(self) -> Step | None:
        question = self.current
        if question is None:
            return None
        if question.kind == "value":
            return Step("value", question.node, tuple(self.exam.evaluation.graph.edges_in(question.node)))
        if question.edge is not None:
            return Step("pull", question.edge.target, (question.edge,))
        return Step("sum", question.node, tuple(self.exam.arriving(question.node)))

    def _names(self) -> dict[str, float]:
        """Nodes whose values a learner may put into a formula: the scalars that are known."""
        hidden = self._playhead.hidden.values
        values = ((n.name, n.id, self.exam.evaluation.value(n.id)) for n in self.exam.evaluation.graph.nodes)
        return {name: float(v) for name, id, v in values if v is not None and id not in hidden and np.ndim(v) == 0}
