"""Controls with a word before each: side by side where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

Pair = tuple[QWidget, QWidget]


class Pairs(QWidget):
    def __init__(self, pairs: Sequence[Pair], gap: int) -> None:
        super().__init__()
        self._pairs = tuple(pairs)
        self._abreast: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._lay_out(abreast=False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as they are below one another."""
        widths = [sum(part.minimumSizeHint().width() for part in pair) for pair in self._pairs]
        return QSize(max(widths) + self._grid.spacing(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = [part for pair in self._pairs for part in pair]
        wanted = sum(part.minimumSizeHint().width() for part in parts) + self._grid.spacing() * (len(parts) - 1)
        self._lay_out(abreast=self.width() >= wanted)

    def _lay_out(self, *, abreast: bool) -> None:
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for place, pair in enumerate(self._pairs):
            row, column = (0, 2 * place) if abreast else (place, 0)
            for offset, part in enumerate(pair):
                self._grid.addWidget(part, row, column + offset)
            self._grid.setColumnStretch(2 * place + 1, 1 if abreast or not place else 0)
        self.updateGeometry()
