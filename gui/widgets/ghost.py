"""What follows the pointer while something is dragged out of a list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget


class Ghost(QLabel):
    def __init__(self, text: str, window: QWidget) -> None:
        super().__init__(text, window)
        self._window = window
        self.setObjectName("card")
        self.setFrameShape(QLabel.Shape.StyledPanel)
        self.setMargin(8)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.adjustSize()

    def follow(self, on_screen: QPoint) -> None:
        self.move(self._window.mapFromGlobal(on_screen) + QPoint(10, 12))
        self.show()
        self.raise_()
