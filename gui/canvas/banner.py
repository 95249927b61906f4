"""The line above the canvas that says what is not as usual: numbers are hidden, a rule is wrong on purpose, or one row
of the data stands in place of the mini-batch."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from ..i18n import tr
from ..session import Session
from ..theme import Theme
from ..widgets.label import show_text


class Banner(QFrame):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.setObjectName("card")
        self.text = QLabel()
        self.stop = QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(12)
        layout.addWidget(self.text)
        layout.addWidget(self.stop)
        self.stop.clicked.connect(self._end)
        states = session.practice.changed, session.repair.changed, session.sample.changed
        for signal in (*states, session.changed, theme.changed):
            signal.connect(self.refresh)
        self.refresh()

    @property
    def wanted(self) -> bool:
        practising = self.session.practice.topic is not None
        return practising or self.session.repair.planted is not None or self.session.sample.row is not None

    def refresh(self) -> None:
        t, repairing = self.theme.tokens, self.session.repair.planted is not None
        row = self.session.sample.row
        if repairing:
            told, stop = tr("A backward rule is wrong on purpose. Your document is not touched."), tr("Mend")
        elif self.session.practice.topic is not None or row is None:
            told, stop = tr("Practice: numbers are hidden until you predict them."), tr("Stop")
        else:
            told, stop = tr("Row {n} of the data, in place of the mini-batch.", n=row + 1), tr("Back")
        show_text(self.text, told)
        self.stop.setText(stop)
        self.setStyleSheet(f"QFrame#card {{ border-left: 5px solid {t.warning if repairing else t.forward}; }}")

    def _end(self) -> None:
        self.session.repair.end()
        self.session.practice.end()
        self.session.sample.clear()
