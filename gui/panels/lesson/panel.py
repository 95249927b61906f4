"""The lesson panel: the list of lessons, or the step of the one that is going on."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from graph_engine.errors import GradcanvasError
from graph_engine.explain import exact
from graph_engine.lessons import lessons
from graph_engine.lessons.lesson import Text

from ...i18n import language, localize, tr
from ...session import Session
from ...theme import Theme
from ...widgets.label import show_text, text_label
from ..live import ScrolledPanel
from .list import LessonList


class LessonPanel(ScrolledPanel):
    chosen = Signal(object)  # a lesson to begin

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme)
        self.session, self.theme, self.course = session, theme, session.course
        self.list = LessonList(lessons(), theme)
        self.title, self.count = text_label("heading"), text_label("muted")
        self.text, self.verdict = text_label("card"), text_label()
        self.text.setMargin(14)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Your answer"))
        self.field.setPlaceholderText(tr("a number, or 2 * 1.1"))
        self.back, self.tell = QPushButton(tr("Back")), QPushButton(tr("Show me"))
        self.next, self.leave = QPushButton(tr("Next")), QPushButton(tr("All lessons"))
        self._wrong = ""  # why what was typed is no number
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in (self.back, self.next):
            first.addWidget(button)
        for button in (self.tell, self.leave):
            second.addWidget(button)
        for part in (self.list, self.title, self.count, self.text, self.field, self.verdict):
            self.column.addWidget(part)
        self.column.addLayout(first)
        self.column.addLayout(second)
        self.column.addStretch(1)

    def _join(self) -> None:
        self.list.chosen.connect(self.chosen)
        self.field.returnPressed.connect(self._answer)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._next)
        self.tell.clicked.connect(self._tell)
        self.leave.clicked.connect(self.course.end)
        for signal in (self.course.changed, self.theme.changed):
            signal.connect(self.renew)
        self.course.changed.connect(self._speak)
        self._spoken = ""

    # -- what a person does --------------------------------------------------------------------------------------------

    def _answer(self) -> None:
        if self.course.done:
            self._next()
            return
        self._wrong = ""
        try:
            right = self.course.answer(self.field.text())
        except GradcanvasError as error:  # no number was typed, or none is asked for any more
            self._wrong = localize(error.sentence) if self.field.text().strip() else ""
            self.show_now()
            return
        if not right:
            self.field.selectAll()

    def _tell(self) -> None:
        try:
            self.field.setText(exact(self.course.solution()))
        except GradcanvasError as error:
            self._wrong = localize(error.sentence)
            self.show_now()
            return
        self._answer()

    def _next(self) -> None:
        self._turn(self.course.next)

    def _back(self) -> None:
        self._turn(self.course.back)

    def _turn(self, to: Callable[[], None]) -> None:
        self.field.clear()
        self._wrong = ""
        to()
        if self.field.isVisible():
            self.field.setFocus()

    # -- what is seen --------------------------------------------------------------------------------------------------

    def show_now(self) -> None:
        course, step = self.course, self.course.step
        going = step is not None
        asks = step is not None and step.wait.kind == "answer"
        self.list.setVisible(not going)
        for part in (self.title, self.count, self.text, self.back, self.next, self.leave):
            part.setVisible(going)
        for control in (self.field, self.tell):
            control.setVisible(asks)
        if course.lesson is not None and step is not None:
            show_text(self.title, escape(said(course.lesson.title)))
            show_text(self.count, tr("Step {n} of {all}", n=course.at + 1, all=len(course.lesson.steps)))
            show_text(self.text, escape(said(step.text)))
            show_text(self.verdict, self._verdict(asks))
        self.verdict.setVisible(going and bool(self.verdict.text()))
        self.back.setEnabled(course.at > 0)
        self.next.setEnabled(course.done)
        self.next.setText(tr("Finish") if course.last else tr("Next"))
        self.tell.setEnabled(not course.done)

    def _verdict(self, asks: bool) -> str:
        t, course = self.theme.tokens, self.course
        if self._wrong:
            return f'<span style="color:{t.warning}">{escape(self._wrong)}</span>'
        if course.done:
            right = self._solution() if asks else tr("Done")
            reading = course.step is not None and course.step.wait.kind == "read"
            return "" if reading else f'<b style="color:{t.good}">✓ {escape(right)}</b>'
        if course.wrong:
            return f'<b style="color:{t.error}">✗ {escape(tr("Not yet"))}</b>'
        return "" if asks else escape(tr("Your turn: the lesson goes on when it is done."))

    def _solution(self) -> str:
        try:
            return tr("Right: {what}", what=exact(self.course.solution()))
        except GradcanvasError:  # the graph has changed since
            return tr("Done")

    def _speak(self) -> None:
        """Says a new step to those who hear it."""
        step = self.course.step
        text = "" if step is None else said(step.text)
        if text != self._spoken:
            self._spoken = text
            if text:
                self.session.announce(text)


def said(text: Text) -> str:
    """A text of a lesson in the language that is spoken."""
    return text.get(language(), text["en"])
