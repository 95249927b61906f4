"""Where a prediction is typed: Enter checks it, Tab goes on, a question mark asks for a hint, Escape leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ...i18n import tr


class AnswerField(QLineEdit):
    given = Signal(str)
    skipped = Signal(int)  # 1: to the next question, −1: to the one before
    asked_hint = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Your prediction"))
        self.setPlaceholderText(tr("a number, or 2 * 1.1"))
        self.setToolTip(tr("Enter checks it · Tab goes to the next question · ? gives a hint · Escape leaves"))

    def focusNextPrevChild(self, next: bool) -> bool:
        self.skipped.emit(1 if next else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit(self.text())
        elif event.text() in ("?", "？"):
            self.asked_hint.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
