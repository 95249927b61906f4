"""What an empty document shows: the examples, and the files opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from graph_engine.storage import Example, examples

from .i18n import localize, tr
from .theme import Theme


class StartPage(QFrame):
    chosen_example = Signal(object)
    chosen_file = Signal(object)

    def __init__(self, recent: list[Path], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 20, 26, 22)
        layout.setSpacing(8)
        heading = QLabel(tr("Start with an example"))
        heading.setObjectName("heading")
        layout.addWidget(heading)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, example in enumerate(examples()):
            grid.addWidget(self._example(example), place // 2, place % 2)
        layout.addLayout(grid)
        if recent:
            label = QLabel(tr("Recent files"))
            label.setObjectName("section")
            layout.addWidget(label)
            for path in recent[:4]:
                layout.addWidget(self._recent(path))
        hint = QLabel(tr("… or drag nodes from the palette onto the canvas and pull wires from port to port."))
        hint.setObjectName("muted")
        layout.addWidget(hint)

    def _example(self, example: Example) -> QPushButton:
        button = QPushButton()
        title, text = QLabel(f"<b>{localize(example.title)}</b>"), QLabel(localize(example.text))
        text.setWordWrap(True)
        text.setObjectName("muted")
        inside = QVBoxLayout(button)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(3)
        for label in (title, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        inside.addStretch(1)
        button.setMinimumSize(self._theme.px(320), self._theme.px(92))
        button.setAccessibleName(localize(example.title))
        button.clicked.connect(lambda: self.chosen_example.emit(example))
        return button

    def _recent(self, path: Path) -> QPushButton:
        button = QPushButton(path.name)
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self.chosen_file.emit(path))
        return button
