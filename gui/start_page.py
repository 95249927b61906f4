"""What an empty document shows: a line for a formula, the examples, and the files opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from graph_engine.storage import Example, examples

from .canvas.thumbnail import Thumbnail
from .i18n import localize, tr
from .theme import Theme

_WIDE, _CARD = 860, 320  # at normal size


class StartPage(QFrame):
    chosen_formula = Signal(str)
    chosen_example = Signal(object)
    chosen_file = Signal(object)
    asked_lessons = Signal()

    def __init__(self, recent: list[Path], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fitted = QSize()  # the room it was fitted into
        self.setObjectName("card")
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 20, 26, 22)
        layout.setSpacing(8)
        self.formula = QLineEdit()
        self.formula.setPlaceholderText(tr("A formula, such as (a + b) * (b + 1)"))
        self.formula.setAccessibleName(tr("Start from a formula"))
        self.formula.returnPressed.connect(self._start)
        layout.addWidget(self._heading(tr("Start from a formula")))
        layout.addWidget(self.formula)
        layout.addSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._heading(tr("Start with an example")), 1)
        top.addWidget(self._lessons())
        layout.addLayout(top)
        self._inside = QWidget()
        self._cards = [self._example(example) for example in examples()]
        rows = self._rows = QVBoxLayout(self._inside)
        rows.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        rows.addLayout(self._grid)
        if recent:
            label = QLabel(tr("Recent files"))
            label.setObjectName("section")
            rows.addWidget(label)
            for path in recent[:4]:
                rows.addWidget(self._recent(path))
        rows.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._inside)
        self.area.setStyleSheet("QScrollArea, QWidget#examples { background: transparent }")
        self._inside.setObjectName("examples")
        layout.addWidget(self.area, 1)
        hint = QLabel(tr("… or drag nodes from the palette onto the canvas and pull wires from port to port."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        layout.addWidget(hint)

    def fit_into(self, room: QSize) -> None:
        """Takes what it needs of `room`: as many columns as are wide enough, and scrolls what is too high."""
        if room == self._fitted:
            return
        self._fitted = room
        margins = self._layout.contentsMargins()
        width = min(self._theme.px(_WIDE), room.width())
        inner = width - margins.left() - margins.right() - self.area.verticalScrollBar().sizeHint().width()
        columns = max(1, (inner + self._grid.spacing()) // (self._theme.px(_CARD) + self._grid.spacing()))
        wide = (inner - (columns - 1) * self._grid.spacing()) // columns
        for place, card in enumerate(self._cards):
            card.setMinimumHeight(card.heightForWidth(wide))
            self._grid.addWidget(card, place // columns, place % columns)
        self._rows.activate()
        self._layout.invalidate()
        rest = (
            self._layout.totalHeightForWidth(width)
            - self.area.sizeHint().expandedTo(self.area.minimumSizeHint()).height()
        )
        self.resize(width, min(room.height(), rest + self._rows.sizeHint().height() + 2))

    def _start(self) -> None:
        if self.formula.text().strip():
            self.chosen_formula.emit(self.formula.text())

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text)
        heading.setObjectName("heading")
        return heading

    def _lessons(self) -> QPushButton:
        button = QPushButton(tr("Lessons …"))
        button.setToolTip(tr("Short guided tours that wait for what you do"))
        button.clicked.connect(self.asked_lessons)
        return button

    def _example(self, example: Example) -> QPushButton:
        button = QPushButton(self._inside)
        title, text = QLabel(f"<b>{localize(example.title)}</b>"), QLabel(localize(example.text))
        text.setWordWrap(True)
        text.setObjectName("muted")
        title.setWordWrap(True)
        picture = Thumbnail(example, self._theme)
        across = QHBoxLayout(button)
        across.setContentsMargins(10, 10, 12, 10)
        across.setSpacing(12)
        across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout()
        inside.setSpacing(3)
        across.addLayout(inside, 1)
        for part in (picture, title, text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for label in (title, text):
            inside.addWidget(label)
        inside.addStretch(1)
        button.setMinimumWidth(self._theme.px(_CARD))
        button.setAccessibleName(localize(example.title))
        button.clicked.connect(lambda: self.chosen_example.emit(example))
        return button

    def _recent(self, path: Path) -> QPushButton:
        button = QPushButton(path.name)
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self.chosen_file.emit(path))
        return button
