"""A panel that works only while it can be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ..theme import Theme


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


class ScrolledPanel(LivePanel):
    """Its parts stand in `column`, and scroll where the panel is too small for them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(10))
        self.column.setSpacing(theme.px(8))
        self.area.setWidget(body)
        around.addWidget(self.area)
