"""Questions about numbers: whoever shows a number lets it be asked about here, and one card shows the answer."""

from __future__ import annotations

import json
from itertools import takewhile

from PySide6.QtCore import QObject, QRect, Signal

from graph_engine.differentiate import Gradients, Tangents
from graph_engine.explain import Answer, Question, Seen, called, why
from graph_engine.expression import Piece
from graph_engine.graph import Edge, Graph

from .playhead import Playhead
from .results import Results
from .spotlight import Spotlight

LINK = "why:"


class Inquiry(QObject):
    """The trail of questions, each asked from the answer to the one before; the last is the one that is shown."""

    changed = Signal()

    def __init__(self, results: Results, playhead: Playhead, spotlight: Spotlight, parent: QObject) -> None:
        super().__init__(parent)
        self._results, self._playhead, self._spotlight = results, playhead, spotlight
        playhead.moved.connect(self.catch_up)
        self.trail: tuple[Question, ...] = ()
        self.beside = QRect()  # where on the screen the number stands that was asked about first

    @property
    def question(self) -> Question | None:
        return self.trail[-1] if self.trail else None

    def answer(self, question: Question | None = None) -> Answer | None:
        """The answer to a question, or to the one that is shown."""
        question = question or self.question
        return None if question is None else why(self._results.evaluation, self._found(question), question)

    def name(self, question: Question) -> Piece:
        """What the number is called that it asks about."""
        return called(self._results.evaluation, self._found(question), question)

    def ask(self, question: Question, beside: QRect | None = None) -> bool:
        """Begins a new trail, with the card beside a rectangle of the screen; whether there is an answer."""
        if not self._is_known(question):
            return False
        self.beside = beside or QRect()
        self._show((question,))
        return True

    def ask_on(self, question: Question) -> None:
        """Asks about a number of the answer; one that was asked before takes the trail back to there."""
        if question in self.trail:
            self.go(self.trail.index(question))
        elif self._is_known(question):
            self._show((*self.trail, question))

    def back(self) -> None:
        """To the question before; from the first one, the card closes."""
        self._show(self.trail[:-1])

    def go(self, place: int) -> None:
        self._show(self.trail[: place + 1])

    def close(self) -> None:
        if self.trail:
            self._show(())

    def catch_up(self) -> None:
        """Forgets what is no longer there, or not yet."""
        kept = tuple(takewhile(self._is_known, self.trail))
        if kept != self.trail:
            self._show(kept)

    def _found(self, question: Question) -> Gradients | Tangents | None:
        return self._results.tangents if question.kind == "tangent" else self._results.gradients

    def _is_known(self, question: Question) -> bool:
        seen, graph = self._playhead.seen(), self._results.evaluation.graph
        return is_seen(question, seen, graph) and self.answer(question) is not None

    def _show(self, trail: tuple[Question, ...]) -> None:
        before, self.trail = self.trail, trail
        answer = self.answer()
        if answer is not None:
            self._spotlight.show_wires(answer.wires, [answer.question.node])
        elif before:
            self._spotlight.clear()
        self.changed.emit()


def is_seen(question: Question, seen: Seen, graph: Graph) -> bool:
    """Whether the number has come up by that position of the timeline."""
    of = question.of
    if isinstance(of, Edge):
        return graph.has_edge(of) and (of in seen.edges if question.kind == "carried" else of.target in seen.values)
    if of not in graph:
        return False
    if question.kind == "tangent":
        return of in seen.tangents
    return of in seen.gradients if question.kind == "gradient" else graph.node(of).is_source or of in seen.values


def link_to(question: Question) -> str:
    """A question as the address of a link in rich text."""
    return LINK + json.dumps([question.kind, question.of, question.entry])


def question_of(link: str) -> Question | None:
    """What a link asks; None for any other link."""
    if not link.startswith(LINK):
        return None
    kind, of, entry = json.loads(link.removeprefix(LINK))
    return Question(kind, of if isinstance(of, str) else Edge(*of), None if entry is None else tuple(entry))
