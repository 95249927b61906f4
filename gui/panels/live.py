"""A panel that works only while it can be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class LivePanel(QWidget):
    """Say `renew` whenever what it shows may be another: it shows it at once, or when it is seen next.

    Its dock says whether it is seen: Qt calls a widget behind another tab visible.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen = False
        self._stale = True

    def show_now(self) -> None:
        """Shows everything as it is now."""
        raise NotImplementedError

    def renew(self, *_: object) -> None:
        self._stale = not self.seen
        if self.seen:
            self.show_now()

    def see(self, seen: bool) -> None:
        """It has come into sight, or gone."""
        self.seen = seen
        if seen and self._stale:
            self.renew()
