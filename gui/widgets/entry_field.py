"""A field for a number or an array: applies what is valid as it is typed, marks what is not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit


class EntryField(QLineEdit):
    """`edited` carries the text at each keystroke, `done` the text at Enter or when the focus leaves."""

    edited = Signal(str)
    done = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(lambda: self.done.emit(self.text()))

    def show_text(self, text: str) -> None:
        """Shows `text` unless a person is typing here."""
        if not self.hasFocus() and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
            self.mark(wrong=False)

    def mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
