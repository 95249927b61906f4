"""One mode: its Jacobian as far as it is known, and what that has cost."""

from __future__ import annotations

from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from graph_engine.differentiate import Cost

from ...heat import HeatMap, Scale
from ...i18n import tr
from ...theme import Theme
from ...widgets.label import show_text


class Side(QWidget):
    def __init__(self, theme: Theme, name: str, way: str) -> None:
        super().__init__()
        self.theme = theme
        self.title, self.cost = QLabel(), QLabel()
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setText(f"<b>{escape(name)}</b><br>{escape(way)}")
        self.title.setWordWrap(True)
        self.cost.setWordWrap(True)
        self.cost.setObjectName("muted")
        self.map = HeatMap(theme, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self.title)
        layout.addWidget(self.map, 1)
        layout.addWidget(self.cost)
        layout.addStretch(0)

    def show_state(self, matrix: NDArray, known: NDArray, scale: Scale, latest: tuple[range, range] | None) -> None:
        self.map.outlined = latest
        self.map.show_matrix(np.asarray(matrix, float), scale, known)

    def show_cost(self, done: Cost, all_: Cost) -> None:
        sweeps = tr("sweep {n} of {all}", n=done.sweeps, all=all_.sweeps)
        operations = tr("{n} of {all} multiplications", n=done.operations, all=all_.operations)
        show_text(self.cost, f"{sweeps}\n{operations}")
