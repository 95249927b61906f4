"""The steps of the history by name; a click goes back or forward to one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QUndoView

from ..i18n import tr
from ..session import Session
from ..theme import Theme, icon


class HistoryPanel(QUndoView):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session.history)
        self._theme = theme
        self.setEmptyLabel(tr("As opened"))
        self.setAccessibleName(tr("History"))
        self.setAccessibleDescription(tr("Each step of the history; choosing one goes back or forward to it"))
        self.setIconSize(QSize(14, 14))
        self.setToolTip(tr("Click a step to go back or forward to it; the saved one is marked"))
        theme.changed.connect(self._recolour)
        self._recolour()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.doItemsLayout()  # rows that were laid out unseen do not know the style's padding

    def _recolour(self) -> None:
        self.setCleanIcon(QIcon(icon("save", self._theme.tokens)))
