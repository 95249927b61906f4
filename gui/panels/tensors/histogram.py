"""A histogram as bars, in the colour of what it counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from graph_engine.explain import short

from ...i18n import tr
from ...theme import Theme, ui_font

_NAMES = 15


class Histogram(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.counts: NDArray = np.zeros(0, int)
        self.edges: NDArray = np.zeros(0)
        self.colour = ""
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Histogram"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_counts(self, counts: NDArray, edges: NDArray, colour: str) -> None:
        self.counts, self.edges, self.colour = counts, edges, colour
        self.update()

    def text(self, place: int) -> str:
        """One bar in words."""
        low, high = float(self.edges[place]), float(self.edges[place + 1])
        return tr("{low} to {high}: {n}", low=short(low), high=short(high), n=int(self.counts[place]))

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(200, 58)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.counts.size:
            place = int(event.position().x() / max(1, self.width()) * self.counts.size)
            self.setToolTip(self.text(min(max(place, 0), self.counts.size - 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.counts.size:
            return
        painter, t = QPainter(self), self.theme.tokens
        tall, wide = self.height() - _NAMES, self.width() / self.counts.size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        for place, count in enumerate(self.counts):
            if count:
                height = max(1.5, (tall - 2) * count / self.counts.max())
                painter.drawRect(QRectF(place * wide, tall - height, max(1.0, wide - 1), height))
        painter.setPen(QColor(t.line))
        painter.drawLine(0, tall, self.width(), tall)
        painter.setFont(ui_font(self.theme.px(10)))
        painter.setPen(QColor(t.muted))
        room = QRectF(0, tall, self.width(), _NAMES)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short(float(self.edges[0])))
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short(float(self.edges[-1]))
        )
