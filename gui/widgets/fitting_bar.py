"""A tool bar that leaves out the words where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar

_WORDS, _ICONS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class FittingBar(QToolBar):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setToolButtonStyle(_WORDS)
        self._needed = 0  # the width at which all words fit

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toolButtonStyle() == _WORDS:
            self._needed = self.sizeHint().width()
        fits = event.size().width() >= self._needed
        if fits != (self.toolButtonStyle() == _WORDS):
            self.setToolButtonStyle(_WORDS if fits else _ICONS)
