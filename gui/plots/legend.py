"""Which curve is which, in a corner of the plot; a click on an entry hides its curve, and shows it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget

from ..theme import Theme, ui_font
from .strand import Strand

MOST = 18  # entries; more would cover the curves
_SAMPLE, _GAP, _EDGE = 20.0, 6.0, 6.0
_MOST_HEIGHT = 0.7  # of the plot; where it needs more there is no room for a legend


class Legend(QGraphicsItem):
    def __init__(self, widget: Any, theme: Theme, changed: Callable[[], None], *, below: bool) -> None:
        self.box: Any = widget.getViewBox()
        super().__init__(self.box)
        self.theme, self.below, self._changed = theme, below, changed
        self._strands: list[Strand] = []
        self._places: list[QRectF] = []
        self._area = QRectF()
        self.setZValue(100)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_strands(self, strands: Sequence[Strand]) -> None:
        self._strands = [s for s in strands if s.curve is not None and s.curve.entry][:MOST]
        self.arrange()

    def entries(self) -> list[str]:
        return [s.curve.entry for s in self._strands if s.curve is not None]

    def place_of(self, entry: str) -> QPointF:
        """The middle of an entry, in the scene."""
        return self.mapToScene(self._places[self.entries().index(entry)].center())

    def arrange(self) -> None:
        """In as many columns as the height of the plot asks for."""
        self.prepareGeometryChange()
        metrics = QFontMetricsF(ui_font(self.theme.px(10)))
        line, count = metrics.height() + 1, len(self._strands)
        rows = max(1, min(count, int((self.box.height() - 2 * _EDGE) / 2 / line)))
        wide = max((metrics.horizontalAdvance(entry) for entry in self.entries()), default=0.0) + _SAMPLE + 2 * _GAP
        self._places = [QRectF(_GAP + n // rows * wide, _GAP / 2 + n % rows * line, wide, line) for n in range(count)]
        columns = -(-count // rows)
        self._area = QRectF(0, 0, columns * wide + _GAP, rows * line + _GAP) if count else QRectF()
        self.setVisible(count > 0 and self._area.height() < _MOST_HEIGHT * self.box.height())
        down = self.box.height() - self._area.height() - _EDGE if self.below else _EDGE
        self.setPos(self.box.width() - self._area.width() - _EDGE, down)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._strands:
            return
        t, ground = self.theme.tokens, QColor(self.theme.tokens.card)
        ground.setAlpha(200)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self._area, 4, 4)
        painter.setFont(ui_font(self.theme.px(10)))
        for strand, place in zip(self._strands, self._places, strict=True):
            assert strand.curve is not None
            middle = place.center().y()
            painter.setOpacity(1.0 if strand.visible else 0.4)
            painter.setPen(strand.pen)
            painter.drawLine(QPointF(place.left(), middle), QPointF(place.left() + _SAMPLE, middle))
            painter.setPen(QPen(QColor(t.text)))
            words = place.adjusted(_SAMPLE + _GAP, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, strand.curve.entry)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        for strand, place in zip(self._strands, self._places, strict=True):
            if place.contains(event.pos()):
                strand.set_visible(not strand.visible)
                self._changed()
        event.accept()
