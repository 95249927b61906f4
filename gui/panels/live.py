"""A panel that works only while it can be seen."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class LivePanel(QWidget):
    """Say `renew` whenever what it shows may be another: it shows it at once, or when it is seen next."""

    def __init__(self) -> None:
        super().__init__()
        self._stale = True

    def show_now(self) -> None:
        """Shows everything as it is now."""
        raise NotImplementedError

    def renew(self, *_: object) -> None:
        if self.isVisible():
            self._stale = False
            self.show_now()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.show_now()
