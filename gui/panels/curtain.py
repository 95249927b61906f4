"""Covers a panel whose numbers can't be shown yet with the sentence that says why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ..session import Session
from ..theme import Theme
from ..widgets.label import hint


class Curtain(QStackedWidget):
    """For panels made of all the numbers: they open when both passes are over and nothing is asked of a learner."""

    turned = Signal()  # it was drawn, or opened

    def __init__(self, session: Session, theme: Theme, body: QWidget) -> None:
        super().__init__()
        self.session = session
        self.reason = hint("")
        cover = QWidget()
        layout = QVBoxLayout(cover)
        layout.setContentsMargins(*map(theme.px, (14, 10, 14, 10)))
        layout.addWidget(self.reason, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(body)
        self.addWidget(cover)
        for signal in (session.playhead.moved, session.changed, session.replaced):
            signal.connect(self.renew)
        self.renew()

    @property
    def closed(self) -> bool:
        return bool(self.session.known.waiting)

    def renew(self, *_: object) -> None:
        reason = self.session.known.waiting
        if reason != self.reason.text():
            self.reason.setText(reason)
            self.setCurrentIndex(1 if reason else 0)
            self.turned.emit()
