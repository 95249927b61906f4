"""One notice: a picture perhaps, a sentence, a line below it, and buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ..theme import Theme

Button = tuple[str, Callable[[], object]]


class NoticeCard(QFrame):
    def __init__(
        self,
        theme: Theme,
        text: str,
        detail: str,
        buttons: Sequence[Button],
        kind: str = "warning",
        picture: QPixmap | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setStyleSheet(f"QFrame#card {{ border-left: 5px solid {getattr(theme.tokens, kind)}; }}")
        self.text, self.detail = _label(text, "title"), _label(detail, "muted")
        self.buttons = [_button(*button) for button in buttons]
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(theme.px(12))
        if picture is not None:
            shown = QLabel()
            shown.setPixmap(picture)
            row.addWidget(shown)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.text)
        words.addWidget(self.detail)
        if not detail:
            self.detail.hide()
        words.addStretch(1)
        row.addLayout(words, 1)
        for button in self.buttons:
            row.addWidget(button)
        self.setAccessibleName(f"{text} {detail}".strip())


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(text: str, then: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    # Queued: what a button does usually takes its card away.
    button.clicked.connect(lambda: then(), Qt.ConnectionType.QueuedConnection)
    return button
