"""The last unexpected error, until the person has seen it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Mishap(QObject):
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.kind = ""  # the name of the exception; empty while nothing has gone wrong
        self.trace = ""

    def meet(self, kind: str, trace: str) -> None:
        """It has gone wrong; of several in a row the first is kept, as the others often follow from it."""
        if not self.kind:
            self.kind, self.trace = kind, trace
            self.changed.emit()

    def dismiss(self) -> None:
        self.kind = self.trace = ""
        self.changed.emit()
