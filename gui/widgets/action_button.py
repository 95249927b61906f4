"""A push button that stands for an action: its words, whether it can be pressed, its tip, its picture."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton


class ActionButton(QPushButton):
    def __init__(self) -> None:
        super().__init__()
        self._action: QAction | None = None
        self.clicked.connect(self._trigger)

    def stand_for(self, action: QAction) -> None:
        self._action = action
        action.changed.connect(self._follow)
        self._follow()

    def _trigger(self) -> None:
        if self._action is not None:
            self._action.trigger()

    def _follow(self) -> None:
        action = self._action
        if action is not None:
            if self.text() != action.text():
                self.setText(action.text())
            self.setEnabled(action.isEnabled())
            self.setToolTip(action.toolTip())
            self.setIcon(action.icon())
