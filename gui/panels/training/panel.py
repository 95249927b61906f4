"""The training panel: set-up, run control, how far it has come, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from graph_engine.document import Edit, Training, touched

from ...i18n import tr
from ...session import Run, Session
from ...theme import Theme
from ...widgets.action_button import ActionButton
from ...widgets.label import show_text
from ..live import LivePanel
from .set_up_form import SetUpForm
from .trace import LossTrace
from .words import progress_of, progress_words, state_words, time_words, trouble

_CURVE = 0.1  # seconds between two pictures of the loss
_FINE = 1000  # steps of the progress bar
_WIDE = 620  # pixels from which on there is room for the loss
_WIDER = 1100  # the same with all fields
_BUTTONS = ("train", "step", "epoch", "stop", "rewind", "reseed")


class TrainingPanel(LivePanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.form = SetUpForm(session, theme)
        self.more = QPushButton(tr("More …"))
        self.buttons = {name: ActionButton() for name in _BUTTONS}
        self.bar = QProgressBar()
        self.progress, self.left = QLabel(), QLabel()
        self.message = QLabel()
        self.trace = LossTrace(theme)
        self._typed_wrong = ""
        self._next_curve = 0.0
        self._pace: tuple[Run, float, int] | None = None  # when it began to run, at which step
        self._lay_out()
        self.message.linkActivated.connect(self._follow_link)
        self.more.toggled.connect(self._show_all)
        self.form.wrong.connect(self._complain)
        session.changed.connect(self._follow)
        session.runs.grew.connect(self._grow)
        for signal in (session.replaced, session.runs.changed, theme.changed):
            signal.connect(self.renew)

    def equip(self, actions: Mapping[str, QAction]) -> None:
        """Gives the buttons the actions that they stand for."""
        for name, button in self.buttons.items():
            button.stand_for(actions[f"training.{name}"])

    def show_now(self) -> None:
        self.form.show_now()
        self._show_progress()
        self._show_message()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)

    def _share_room(self) -> None:
        """All fields need the room of the curve."""
        self.trace.setVisible(self.width() >= self.theme.px(_WIDER if self.more.isChecked() else _WIDE))

    def _show_all(self, all: bool) -> None:
        self.form.show_all(all)
        self._share_room()

    # -- how it stands -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        px = self.theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(14), px(8), px(14), px(10))
        whole.setSpacing(px(6))
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.RichText)
        self.message.hide()
        whole.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self.trace, 3)
        row.addWidget(self.form, 3)
        row.addLayout(self._controls())
        whole.addLayout(row, 1)

    def _controls(self) -> QVBoxLayout:
        px = self.theme.px
        column = QVBoxLayout()
        column.setSpacing(px(6))
        self.buttons["train"].setDefault(True)
        column.addWidget(self.buttons["train"])
        pairs = QGridLayout()
        pairs.setSpacing(px(6))
        for place, name in enumerate(_BUTTONS[1:]):
            pairs.addWidget(self.buttons[name], *divmod(place, 2))
        self.more.setCheckable(True)
        self.more.setToolTip(tr("Schedule, weight decay, clipping, split and when to stop"))
        pairs.addWidget(self.more, len(_BUTTONS) // 2 - 1, 1)
        column.addLayout(pairs)
        self.bar.setRange(0, _FINE)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(px(6))
        self.bar.setAccessibleName(tr("Progress of the run"))
        for label in (self.progress, self.left):
            label.setObjectName("muted")
        column.addSpacing(px(4))
        column.addWidget(self.bar)
        column.addWidget(self.progress)
        column.addWidget(self.left)
        column.addStretch(1)
        return column

    # -- what is shown -------------------------------------------------------------------------------------------------

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.training or concerned.words or concerned.structure:
            self.renew()

    def _grow(self, run: Run) -> None:
        if self.seen and run is self.session.runs.current:
            self._show_progress()

    def _show_progress(self) -> None:
        run = self.session.runs.current
        if run is None or run is not self.trace.run or not self.session.runs.running or self._due():
            self.trace.show_run(run)
        for part in (self.bar, self.progress, self.left):
            part.setVisible(run is not None)
        if run is None:
            return
        self.bar.setValue(round(progress_of(run) * _FINE))
        show_text(self.progress, progress_words(run))
        show_text(self.left, self._time_left(run) if run.state == "running" else state_words(run))

    def _due(self) -> bool:
        """Whether the curve is to be drawn again: ten times a second is enough for the eye."""
        if monotonic() < self._next_curve:
            return False
        self._next_curve = monotonic() + _CURVE
        return True

    def _time_left(self, run: Run) -> str:
        if self._pace is None or self._pace[0] is not run or self._pace[2] > run.done:
            self._pace = run, monotonic(), run.done
        _, begun, first = self._pace
        whole, done = run.epochs_planned * run.per_epoch, run.done - first
        return time_words((whole - run.done) / done * (monotonic() - begun)) if whole and done else tr("running")

    def _show_message(self) -> None:
        text = self._typed_wrong or self._news()
        colour = self.theme.tokens.error if self._typed_wrong or self._troubled() else self.theme.tokens.muted
        show_text(self.message, f'<span style="color:{colour}">{text}</span>' if text else "")
        self.message.setVisible(bool(text))

    def _troubled(self) -> bool:
        run = self.session.runs.current
        return run is not None and bool(trouble(run))

    def _news(self) -> str:
        """What went wrong, with a way to the place; or what a person should know."""
        runs = self.session.runs
        run, here = runs.current, self.session.document.training or Training()
        if run is None:
            return ""
        wrong = escape(trouble(run))
        if wrong and run.state == "lost" and run.checkpoint is not None:
            return f"{wrong} {self._link('checkpoint', tr('Go on from there'))}"
        if wrong and run.node is not None and run.node in self.session.document.graph:
            return f"{wrong} {self._link(f'node:{run.node}', tr('Show it'))}"
        if wrong:
            return wrong
        if run.is_open and not run.attached:
            return escape(tr("The graph has changed: this run goes on with the one it began with."))
        if run.is_open and here != run.training:
            return escape(tr("The new set-up takes effect in the next run."))
        return ""

    def _link(self, to: str, text: str) -> str:
        return f'<a href="{escape(to)}" style="color:{self.theme.tokens.forward}">{escape(text)}</a>'

    def _follow_link(self, to: str) -> None:
        kind, _, id = to.partition(":")
        run = self.session.runs.current
        if kind == "checkpoint" and run is not None:
            self.session.runs.go_on_from_checkpoint(run)
        elif kind == "node" and id in self.session.document.graph:
            self.session.selection.set([id])
            self.session.sought.emit(id)

    def _complain(self, why: str) -> None:
        self._typed_wrong = escape(why)
        self._show_message()
