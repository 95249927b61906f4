"""Actions that exclude each other, as the parts of one control."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton


class Segments(QFrame):
    """`name` is what the style sheet knows it by, `title` what screen readers say."""

    def __init__(self, name: str, title: str, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setProperty("name", name)
        self.setAccessibleName(title)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for action in actions:
            part = QToolButton()
            part.setDefaultAction(action)
            part.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            layout.addWidget(part)
