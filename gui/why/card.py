"""The card that answers “why?”: formula, numbers put in, result; every number in it can be asked about again."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from graph_engine.document import Edit, touched
from graph_engine.explain import Answer, Question, answer_lines
from graph_engine.expression import plain

from ..i18n import localize, tr
from ..mathematics import FormulaView
from ..session import Session
from ..theme import Theme, icon
from ..widgets.label import show_text
from .meeting import Meeting

_WIDTH, _TALLEST, _GAP = 430, 460, 12
_CRUMBS = 4


class WhyCard(QFrame):
    """Stands over the window beside the number that was asked about. Tab chooses a number of the answer, Enter asks."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.session, self.theme = session, theme
        self.inquiry = session.inquiry
        self.setObjectName("card")
        self.setAccessibleName(tr("Why?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before: QWidget | None = None  # what had the focus
        self._chosen = -1
        self.back_button = self._button("chevron-left", tr("Back (Backspace)"), self.inquiry.back)
        self.close_button = self._button("x", tr("Close (Escape)"), self.inquiry.close)
        self.crumbs = QLabel()
        self.crumbs.setTextFormat(Qt.TextFormat.RichText)
        self.crumbs.setObjectName("muted")
        self.crumbs.linkActivated.connect(self._go_to_crumb)
        self.formula = FormulaView(theme, 18, margin=2)
        self.formula.asked.connect(self._ask_on)
        self.meeting = Meeting(self.inquiry, theme)
        self.meeting.asked.connect(self.inquiry.ask_on)
        self.said = QLabel()
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self._lay_out()
        self.inquiry.changed.connect(self.refresh)
        session.changed.connect(self._follow)
        session.replaced.connect(self.inquiry.close)
        session.spotlight.changed.connect(self._follow_light)
        theme.changed.connect(self._redraw)
        self._redraw()
        self.hide()

    def refresh(self) -> None:
        answer = self.inquiry.answer()
        if answer is None:
            self._leave()
            return
        self._chosen = -1
        self.formula.point_at(None)
        self.formula.show_lines(answer_lines(answer))
        show_text(self.said, "\n".join(localize(sentence) for sentence in answer.said))
        self.said.setVisible(bool(answer.said))
        self.meeting.show_answer(answer)
        show_text(self.crumbs, self._trail())
        self.back_button.setEnabled(len(self.inquiry.trail) > 1)
        self._place()
        if not self.isVisible():
            self._before = self.window().focusWidget()
            self.show()
            self.setFocus()
        self.raise_()
        self.session.announce(self.plain())

    def plain(self) -> str:
        """What the card says, as plain text."""
        return "\n".join(filter(None, (self.formula.text(), self.said.text())))

    # -- inside --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back_button)
        head.addWidget(self.crumbs, 1)
        head.addWidget(self.close_button)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.formula)
        inside.addWidget(self.said)
        inside.addWidget(self.meeting)
        inside.addStretch(1)
        self.body = body
        self.frame = QScrollArea()
        self.frame.setObjectName("why")
        self.frame.setWidgetResizable(True)
        self.frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frame.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.frame, 1)

    def _button(self, name: str, text: str, run: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(run)
        return button

    def _redraw(self) -> None:
        for button in (self.back_button, self.close_button):
            button.setIcon(icon(button.objectName(), self.theme.tokens))

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if self.inquiry.trail and (concerned.numbers or concerned.words):
            self.refresh()

    def _follow_light(self) -> None:
        """Whoever lights everything again is done with the question."""
        if self.session.spotlight.nodes is None:
            self.inquiry.close()

    def _trail(self) -> str:
        """The last questions as links, the one that is shown in bold."""
        trail = self.inquiry.trail
        shown = [(place, self._name(question)) for place, question in enumerate(trail)][-_CRUMBS:]
        links = [
            f"<b>{escape(name)}</b>"
            if place == len(trail) - 1
            else f'<a href="{place}" style="color:{self.theme.tokens.forward}; text-decoration:none">{escape(name)}</a>'
            for place, name in shown
        ]
        return ("… › " if len(trail) > _CRUMBS else "") + " › ".join(links)

    def _name(self, question: Question) -> str:
        return plain(self.inquiry.name(question))

    def _place(self) -> None:
        """Beside the number that was asked about, inside the window."""
        window = self.window()
        width = min(_WIDTH, window.width() - 2 * _GAP)
        inner = width - 24 - 2
        said = self.said.heightForWidth(inner) + 10 if self.said.text() else 0
        maps = self.meeting.sizeHint().height() + 10 if self.meeting.shown else 0
        wanted = self.formula.heightForWidth(inner) + said + maps + 62
        height = min(max(wanted, 110), _TALLEST, window.height() - 2 * _GAP)
        beside = self.inquiry.beside
        if beside.isNull():
            beside = QRect(window.mapToGlobal(window.rect().center()), QSize(1, 1))
        corner = window.mapFromGlobal(QPoint(beside.right() + _GAP, beside.top() - 20))
        if corner.x() + width > window.width() - _GAP:
            corner.setX(window.mapFromGlobal(beside.topLeft()).x() - width - _GAP)
        x = max(_GAP, min(corner.x(), window.width() - width - _GAP))
        y = max(_GAP, min(corner.y(), window.height() - height - _GAP))
        self.setGeometry(x, y, width, height)

    def _leave(self) -> None:
        if self.isVisible():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus()
            self._before = None

    def _ask_on(self, question: object, _: QRect) -> None:
        if isinstance(question, Question):
            self.inquiry.ask_on(question)

    def _go_to_crumb(self, link: str) -> None:
        self.inquiry.go(int(link))

    def _choose(self, by: int) -> None:
        asks = self._asks()
        if asks:
            self._chosen = (self._chosen + by) % len(asks) if self._chosen >= 0 else (0 if by > 0 else len(asks) - 1)
            self.formula.point_at(asks[self._chosen])
            self.session.announce(self._name(asks[self._chosen]))

    def _asks(self) -> list[Question]:
        answer: Answer | None = self.inquiry.answer()
        shown = {asks for asks, _ in self.formula.links()}
        return [] if answer is None else [ask for ask in answer.asks if ask in shown]

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._choose(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.inquiry.close()
            case Qt.Key.Key_Backspace:
                self.inquiry.back()
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._choose(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._choose(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                asks = self._asks()
                if 0 <= self._chosen < len(asks):
                    self.inquiry.ask_on(asks[self._chosen])
            case _:
                super().keyPressEvent(event)
