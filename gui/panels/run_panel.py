"""A panel that shows the run that is looked at, while it grows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from ..i18n import tr
from ..session import Run, Session
from ..theme import Theme
from ..widgets.label import show_text
from .live import LivePanel

BEAT = 80  # milliseconds between two pictures of a run at work


class RunPanel(LivePanel):
    """Put what is shown into `body`; `show_run` fills it, or says in one sentence why there is nothing to see."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.body, self.empty = QWidget(), QLabel()
        self.empty.setObjectName("muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(theme.px(16))
        self._stack = QStackedLayout(self)
        for part in (self.empty, self.body):
            self._stack.addWidget(part)
        self._rest.setInterval(BEAT)
        session.runs.changed.connect(self.renew)
        theme.changed.connect(self.renew)

    def show_run(self, run: Run) -> str:
        """Shows all of a run; or the sentence that stands in its place."""
        raise NotImplementedError

    def show_now(self) -> None:
        run = self.session.runs.current
        if run is not None:
            self.say(self.show_run(run))
        elif self.session.runs.runs:
            self.say(tr("No run of this document is looked at. Choose one under Runs, or press Train."))
        else:
            self.say(tr("Nothing has been trained yet. Press Train."))

    def say(self, sentence: str) -> None:
        """Stands in place of everything; an empty one makes room for it."""
        show_text(self.empty, sentence)
        self._stack.setCurrentWidget(self.empty if sentence else self.body)

    def keep_up(self, run: Run) -> None:
        """The run has grown: shows it, but no more often than a hand on the canvas leaves room for."""
        if not self.seen:
            self._stale = True
        elif not self._rest.isActive():
            self._rest.start()
