"""The line above the canvas that says what is not as usual: numbers are hidden, or a rule is wrong on purpose."""

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
        for signal in (session.practice.changed, session.repair.changed, session.changed, theme.changed):
            signal.connect(self.refresh)
        self.refresh()

    @property
    def wanted(self) -> bool:
        return self.session.practice.topic is not None or self.session.repair.planted is not None

    def refresh(self) -> None:
        t, repairing = self.theme.tokens, self.session.repair.planted is not None
        told = tr("A backward rule is wrong on purpose. Your document is not touched.")
        show_text(self.text, told if repairing else tr("Practice: numbers are hidden until you predict them."))
        self.stop.setText(tr("Mend") if repairing else tr("Stop"))
        self.setStyleSheet(f"QFrame#card {{ border-left: 5px solid {t.warning if repairing else t.forward}; }}")

    def _end(self) -> None:
        self.session.repair.end()
        self.session.practice.end()
