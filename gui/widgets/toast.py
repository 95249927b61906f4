"""A sentence over the canvas that goes away by itself; a click puts it away at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget


class Toast(QLabel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFrameShape(QLabel.Shape.StyledPanel)
        self.setMargin(10)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMaximumWidth(560)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, colour: str) -> None:
        """Shows `text` for as long as reading it takes."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setStyleSheet(f"QLabel#card {{ border-left: 5px solid {colour}; }}")
        self.fit()
        self.show()
        self.raise_()
        self._timer.start(2500 + 60 * len(text))

    def fit(self) -> None:
        """Takes the room that its text needs in the type of now."""
        self.ensurePolished()
        self.setMinimumWidth(min(540, self.fontMetrics().horizontalAdvance(self.text()) + 44))
        self.adjustSize()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
