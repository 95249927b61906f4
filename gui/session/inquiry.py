"""Questions about numbers: whoever shows a number lets it be asked about here, and one card shows the answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QObject, QRect, Signal

from graph_engine.differentiate import Gradients, Tangents, gradients
from graph_engine.errors import ValueMismatch
from graph_engine.explain import Answer, Question, called, why
from graph_engine.expression import Piece
from graph_engine.graph import Edge

from .known import Known
from .playhead import Playhead
from .results import Results
from .spotlight import Spotlight

LINK = "why:"


@dataclass(frozen=True)
class Aim:
    """What is differentiated where it is not the target of the document: an id, and one entry of an array."""

    target: str
    element: tuple[int, ...] | None = None


class Inquiry(QObject):
    """The trail of questions, each asked from the answer to the one before; the last is the one that is shown."""

    changed = Signal()

    def __init__(self, results: Results, playhead: Playhead, spotlight: Spotlight, parent: QObject) -> None:
        super().__init__(parent)
        self._results, self._playhead, self._spotlight = results, playhead, spotlight
        playhead.moved.connect(self.catch_up)
        self.trail: tuple[Question, ...] = ()
        self.aim: Aim | None = None  # None: the target of the document
        self._aimed: tuple[Aim, Gradients | None, Gradients] | None = None
        self.beside = QRect()  # where on the screen the number stands that was asked about first

    @property
    def question(self) -> Question | None:
        return self.trail[-1] if self.trail else None

    @property
    def gradients(self) -> Gradients | None:
        """Those of what the trail is about; None where that has no value, or no longer has the entry."""
        usual, aim = self._results.gradients, self.aim
        if aim is None or self._results.evaluation.value(aim.target) is None:
            return None if aim is not None else usual
        if self._aimed is None or self._aimed[:2] != (aim, usual):
            try:
                found = gradients(self._results.evaluation, aim.target, element=aim.element)
            except ValueMismatch:
                return None
            self._aimed = aim, usual, found
        return self._aimed[2]

    def answer(self, question: Question | None = None) -> Answer | None:
        """The answer to a question, or to the one that is shown."""
        question = question or self.question
        return None if question is None else why(self._results.evaluation, self._found(question), question)

    def name(self, question: Question) -> Piece:
        """What the number is called that it asks about."""
        return called(self._results.evaluation, self._found(question), question)

    def ask(self, question: Question, beside: QRect | None = None, aim: Aim | None = None) -> bool:
        """Begins a new trail, with the card beside a rectangle of the screen; whether there is an answer."""
        before, self.aim = self.aim, None if aim == Aim(self._results.target or "") else aim
        if not self._is_known(question):
            self.aim = before
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
        if self.follow():
            self.tell()

    def follow(self) -> bool:
        """The same without a word: whether anything was forgotten."""
        before = self.trail
        self.trail = tuple(takewhile(self._is_known, before))
        return self.trail != before

    def tell(self) -> None:
        """Lights what the question that is shown speaks of; the card hears of it."""
        answer = self.answer()
        if answer is not None:
            self._spotlight.show_wires(answer.wires, [answer.question.node])
        else:
            self._spotlight.clear()
        self.changed.emit()

    def _found(self, question: Question) -> Gradients | Tangents | None:
        return self._results.tangents if question.kind == "tangent" else self.gradients

    def _is_known(self, question: Question) -> bool:
        """Whether it may be answered: an answer tells the numbers that it is made of, too."""
        if not self._may_be_seen(question):
            return False
        answer = self.answer(question)
        return answer is not None and (not self._playhead.covers or all(map(self._may_be_seen, answer.asks)))

    def _may_be_seen(self, question: Question) -> bool:
        known = Known(self._results, self._playhead)
        if self.aim is not None and question.kind in ("gradient", "carried"):
            return not known.waiting
        return known.has(question)

    def _show(self, trail: tuple[Question, ...]) -> None:
        if trail or self.trail:
            self.trail = trail
            self.tell()


def link_to(question: Question, aim: Aim | None = None) -> str:
    """A question as the address of a link in rich text."""
    aimed = None if aim is None else [aim.target, aim.element]
    return LINK + json.dumps([question.kind, question.of, question.entry, aimed])


def asked_by(link: str) -> tuple[Question, Aim | None] | None:
    """What a link asks; None for any other link."""
    if not link.startswith(LINK):
        return None
    kind, of, entry, aimed = json.loads(link.removeprefix(LINK))
    aim = None if aimed is None else Aim(aimed[0], _entry(aimed[1]))
    return Question(kind, _of(of), _entry(entry)), aim


def _entry(said: list[int] | None) -> tuple[int, ...] | None:
    return None if said is None else tuple(said)


def _of(said: str | list) -> str | Edge | tuple[Edge, ...]:
    if isinstance(said, str):
        return said
    return tuple(Edge(*edge) for edge in said) if isinstance(said[0], list) else Edge(*said)
