"""Which curve is which; a click on an entry hides its curve, and shows it again."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor, QPen

from ..theme import Theme
from .strand import Strand

MOST = 12  # entries; more would cover the curves


class Legend:
    def __init__(self, widget: Any, theme: Theme, *, below: bool) -> None:
        self.theme = theme
        size = f"{theme.px(10)}px"
        corner = -6, -4 if below else 4
        self.item: Any = widget.addLegend(offset=corner, labelTextSize=size, verSpacing=-6, horSpacing=6)
        self._labels: dict[Strand, str] = {}

    def show(self, strands: list[Strand]) -> None:
        wanted = {s: s.curve.label for s in strands[:MOST] if s.curve is not None and s.curve.label}
        if wanted == self._labels:
            return
        self.item.clear()
        self._labels = wanted
        for strand, label in wanted.items():
            self.item.addItem(strand.line, label)
        self.item.setColumnCount(1 if len(wanted) <= 4 else 2)
        self.recolour()

    def drop(self, strand: Strand) -> None:
        if self._labels.pop(strand, None) is not None:
            self.item.removeItem(strand.line)

    def entries(self) -> list[str]:
        return list(self._labels.values())

    def recolour(self) -> None:
        t = self.theme.tokens
        ground = QColor(t.card)
        ground.setAlpha(215)
        self.item.setBrush(ground)
        self.item.setPen(QPen(QColor(t.line), 1))
        self.item.setLabelTextColor(QColor(t.text))
        self.item.setLabelTextSize(f"{self.theme.px(10)}px")
