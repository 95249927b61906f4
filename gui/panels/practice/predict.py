"""Predict, then reveal: one question after the other, with verdicts, hints and a score."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from graph_engine.errors import FormulaError
from graph_engine.explain import exact
from graph_engine.practice import LEVELS, Topic

from ...i18n import localize, tr
from ...session import Session
from ...theme import Theme
from ...widgets.label import show_text, text_label
from .answer_field import AnswerField


class PredictBox(QWidget):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.topics: dict[Topic, QPushButton] = {}
        self.question = text_label("heading")
        self.field = AnswerField()
        self.verdict = text_label()
        self.hints = text_label("card")
        self.hints.setMargin(10)
        self.score = text_label("muted")
        self.check = QPushButton(tr("Check"))
        self.hint = QPushButton(tr("Hint"))
        self.skip = QPushButton(tr("Skip"))
        self.again = QPushButton(tr("Once more"))
        self.stop = QPushButton(tr("Stop"))
        self._wrong = ""  # why what was typed is no number
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.theme.px(8))
        self.intro = text_label("muted")
        self.intro.setText(
            tr("Numbers are hidden on the canvas. Predict each one: type a number or a short formula such as 2 * 1.1.")
        )
        starts = QHBoxLayout()
        names: dict[Topic, str] = {"values": tr("Values"), "derivatives": tr("Derivatives"), "both": tr("Both")}
        for topic, name in names.items():
            self.topics[topic] = QPushButton(name)
            self.topics[topic].setCheckable(True)
            starts.addWidget(self.topics[topic])
        answers, ends = QHBoxLayout(), QHBoxLayout()
        for row in (starts, answers, ends):
            row.setSpacing(self.theme.px(4))
        for button in (self.check, self.hint, self.skip):
            answers.addWidget(button)
        for button in (self.again, self.stop):
            ends.addWidget(button)
        layout.addWidget(self.intro)
        layout.addLayout(starts)
        layout.addWidget(self.question)
        layout.addWidget(self.field)
        layout.addLayout(answers)
        layout.addWidget(self.verdict)
        layout.addWidget(self.hints)
        layout.addWidget(self.score)
        layout.addLayout(ends)

    def _join(self) -> None:
        for topic, button in self.topics.items():
            button.clicked.connect(lambda _=False, chosen=topic: self.begin(chosen))
        self.field.given.connect(self._answer)
        self.field.skipped.connect(self._skip)
        self.field.asked_hint.connect(self.session.practice.hint)
        self.field.left.connect(self.check.setFocus)
        self.check.clicked.connect(lambda: self._answer(self.field.text()))
        self.hint.clicked.connect(self._ask_hint)
        self.skip.clicked.connect(lambda: self._skip(1))
        self.again.clicked.connect(self._once_more)
        self.stop.clicked.connect(self.session.practice.end)

    def begin(self, topic: Topic) -> None:
        self._wrong = ""
        self.field.clear()
        self.session.practice.begin(topic, self.session.practice.seed)
        self.show_now()
        self.field.setFocus()

    def _answer(self, text: str) -> None:
        if not text.strip():
            return
        self._wrong = ""
        try:
            verdict = self.session.practice.answer(text)
        except FormulaError as error:
            self._wrong = localize(error.sentence)
            self.show_now()
            return
        if verdict is not None and verdict.right:
            self.field.clear()
        else:
            self.field.selectAll()
        self.session.announce(_plain(self.verdict.text()))

    def _skip(self, by: int) -> None:
        self._wrong = ""
        self.field.clear()
        self.session.practice.skip(by)
        self.field.setFocus()

    def _ask_hint(self) -> None:
        self.session.practice.hint()
        self.field.setFocus()

    def _once_more(self) -> None:
        practice = self.session.practice
        if practice.topic is not None:
            practice.begin(practice.topic, practice.seed + 1)
            self.field.setFocus()

    # -- what is seen --------------------------------------------------------------------------------------------------

    def show_now(self) -> None:
        practice = self.session.practice
        running, asked = practice.topic is not None, practice.current
        for topic, button in self.topics.items():
            button.setChecked(topic == practice.topic)
        self.intro.setVisible(not running)
        show_text(self.question, self._question())
        show_text(self.verdict, self._verdict())
        hints = [] if asked is None else practice.hints_so_far(asked)
        show_text(self.hints, "<br>".join(escape(localize(text)) for text in hints))
        show_text(self.score, self._score())
        self.hint.setEnabled(asked is not None and practice.hints[asked] < LEVELS)
        for control in (self.field, self.check, self.hint, self.skip):
            control.setVisible(asked is not None)
        for part in (self.question, self.verdict, self.hints, self.score):
            part.setVisible(running and bool(part.text()))
        self.again.setVisible(running and asked is None and bool(practice.questions))
        self.stop.setVisible(running)

    def _question(self) -> str:
        practice = self.session.practice
        if practice.current is not None:
            return escape(localize(practice.text(practice.current)))
        return escape(tr("All of it is predicted") if practice.questions else tr("There is nothing to predict yet"))

    def _verdict(self) -> str:
        t, practice = self.theme.tokens, self.session.practice
        if self._wrong:
            return f'<span style="color:{t.warning}">{escape(self._wrong)}</span>'
        if practice.last is None:
            return ""
        question, verdict = practice.last
        if verdict.right:
            text = localize(practice.text(question)).removesuffix("?") + exact(verdict.expected)
            return f'<b style="color:{t.good}">✓ {escape(tr("Right: {what}", what=text))}</b>'
        if question != practice.current:
            return ""
        title = f'<b style="color:{t.error}">✗ {escape(tr("Not yet"))}'
        if verdict.slip is None:
            return f"{title}</b>"
        return f"{title}: {escape(localize(verdict.slip.name))}</b><br>{escape(localize(verdict.slip.why))}"

    def _score(self) -> str:
        practice = self.session.practice
        if not practice.questions:
            return ""
        return tr(
            "{n} of {all} answered · {first} at the first try · {hints} hints",
            n=len(practice.known), all=len(practice.questions), first=practice.at_first, hints=practice.hints_taken,
        )  # fmt: skip


def _plain(html: str) -> str:
    """The words of a verdict, for those who hear it."""
    document = QLabel(html).text()
    words, inside = [], False
    for letter in document:
        inside = letter == "<" or (inside and letter != ">")
        if not inside and letter != ">":
            words.append(letter)
    return "".join(words)
