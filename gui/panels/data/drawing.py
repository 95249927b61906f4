"""Points drawn with the mouse: their classes, erase, undo, and the button that makes data of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from ...i18n import tr
from .plot import DataPlot, Drawn

CLASSES = 4
_NEAR = 12.0  # pixels within which a click means a point
_SIGNS = "●■▲◆"


class Drawing(QWidget):
    """Shows itself while points are drawn on `plot`; nothing is in the document before they are used."""

    finished = Signal(list)  # the points, or an empty list

    def __init__(self, plot: DataPlot) -> None:
        super().__init__()
        self.plot = plot
        self.points: list[Drawn] = []
        self._before: list[list[Drawn]] = []
        self.tools = QButtonGroup(self)
        self.erase = QPushButton(tr("Erase"))
        self.undo, self.clear = QPushButton(tr("Undo")), QPushButton(tr("Clear"))
        self.use, self.leave = QPushButton(tr("Use these points")), QPushButton(tr("Cancel"))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for number in range(CLASSES):
            button = QPushButton(_SIGNS[number])
            button.setToolTip(tr("Click adds points of class {n}", n=number))
            button.setAccessibleName(tr("Class {n}", n=number))
            button.setCheckable(True)
            self.tools.addButton(button, number)
            layout.addWidget(button, *divmod(number, 2))
        self.erase.setCheckable(True)
        self.erase.setToolTip(tr("Click takes the nearest point away"))
        self.tools.addButton(self.erase, CLASSES)
        self.use.setDefault(True)
        rows = ((self.erase, self.undo), (self.clear, self.leave))
        for row, buttons in enumerate(rows, CLASSES // 2):
            for column, button in enumerate(buttons):
                layout.addWidget(button, row, column)
        layout.addWidget(self.use, CLASSES // 2 + len(rows), 0, 1, 2)
        layout.setRowStretch(CLASSES // 2 + len(rows) + 1, 1)
        self.tools.button(0).setChecked(True)
        self.undo.clicked.connect(self._undo)
        self.clear.clicked.connect(lambda: self._change([]))
        self.use.clicked.connect(lambda: self._end(self.points))
        self.leave.clicked.connect(lambda: self._end([]))
        plot.clicked_at.connect(self._click)
        self.hide()

    @property
    def on(self) -> bool:
        return self.plot.drawn is not None

    def begin(self) -> None:
        self.points, self._before = [], []
        self.show()
        self._show()

    def _click(self, x: float, y: float) -> None:
        tool = self.tools.checkedId()
        if tool < CLASSES:
            self._change([*self.points, (x, y, tool)])
            return
        here = self.plot.place_of(x, y)
        gaps = [(self.plot.place_of(a, b) - here).manhattanLength() for a, b, _ in self.points]
        if gaps and min(gaps) <= _NEAR:
            gone = gaps.index(min(gaps))
            self._change(self.points[:gone] + self.points[gone + 1 :])

    def _change(self, points: list[Drawn]) -> None:
        self._before.append(self.points)
        self.points = points
        self._show()

    def _undo(self) -> None:
        if self._before:
            self.points = self._before.pop()
            self._show()

    def _show(self) -> None:
        self.plot.show_drawn(self.points)
        self.undo.setEnabled(bool(self._before))
        self.clear.setEnabled(bool(self.points))
        self.use.setEnabled(len({number for _, _, number in self.points}) > 1)
        self.use.setToolTip("" if self.use.isEnabled() else tr("Draw points of at least two classes"))

    def _end(self, points: list[Drawn]) -> None:
        self.plot.show_drawn(None)
        self.hide()
        self.finished.emit(points)
