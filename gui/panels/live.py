"""A panel that works only while it can be seen."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ..session import Session
from ..theme import Theme
from .curtain import Curtain

_QUICK = 0.02  # seconds that showing may take while a value is dragged
_REST = 150  # milliseconds


class LivePanel(QWidget):
    """Say `renew` whenever what it shows may be another: it shows it at once, or when it is seen next.

    Its dock says whether it is seen: Qt calls a widget behind another tab visible.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen = False
        self._stale = True
        self._lasted = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.renew)

    def show_now(self) -> None:
        """Shows everything as it is now."""
        raise NotImplementedError

    def renew(self, *_: object) -> None:
        self._rest.stop()
        self._stale = not self.seen
        if self.seen:
            begun = perf_counter()
            self.show_now()
            self._lasted = perf_counter() - begun

    def follow_numbers(self) -> None:
        """Like `renew` where that is quick; else no more often than a dragged value leaves room for."""
        if not self.seen or self._lasted < _QUICK:
            self.renew()
        elif not self._rest.isActive():
            self._rest.start()

    def see(self, seen: bool) -> None:
        """It has come into sight, or gone."""
        self.seen = seen
        if not seen and self._rest.isActive():
            self._rest.stop()
            self._stale = True
        if seen and self._stale:
            self.renew()


class ScrolledPanel(LivePanel):
    """Its parts stand in `column`, and scroll where the panel is too small for them."""

    def __init__(self, theme: Theme, behind: Session | None = None) -> None:
        """With a session, it waits behind a curtain until all that happens has happened."""
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
        self.curtain: Curtain | None = None
        if behind is None:
            around.addWidget(self.area)
        else:
            self.curtain = Curtain(behind, theme, self.area)
            self.curtain.turned.connect(self.renew)
            around.addWidget(self.curtain)
