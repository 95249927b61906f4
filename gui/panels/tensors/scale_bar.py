"""The colour scale of a heat map: what its ends stand for, and whether it follows the numbers or is held."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from graph_engine.errors import ValueMismatch
from graph_engine.explain import short
from graph_engine.graph import parse_value

from ...heat import Scale
from ...i18n import tr
from ...theme import Theme, ui_font
from ...theme.ramp import STEPS, ramp
from ...widgets.entry_field import EntryField

_SHADES = 64


class ScaleBar(QWidget):
    """`changed` when a person held, released or set the scale."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.held: Scale | None = None
        self.bar = _Bar(theme)
        self.limit = EntryField(tr("Where the colours end"))
        self.limit.setFixedWidth(theme.px(88))
        self.limit.setToolTip(tr("The colours reach from minus this number to this number"))
        self.hold = QToolButton()
        self.hold.setText(tr("Hold"))
        self.hold.setCheckable(True)
        self.hold.setToolTip(tr("Keep the colour scale while the numbers change"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.limit)
        layout.addWidget(self.hold)
        self.hold.clicked.connect(self._hold)
        self.limit.done.connect(self._set)

    def scale(self, automatic: Scale) -> Scale:
        """The scale to paint with: the held one, else `automatic`."""
        chosen = self.held or automatic
        self.bar.show_scale(chosen)
        self.limit.show_text(short(max(abs(chosen.low), abs(chosen.high))))
        return chosen

    def release(self) -> None:
        self.held = None
        self.hold.setChecked(False)

    def _hold(self, on: bool) -> None:
        self.held = self.bar.scale if on else None
        self.changed.emit()

    def _set(self, text: str) -> None:
        try:
            value = parse_value(text)
        except ValueMismatch:
            value = float("nan")
        good = isinstance(value, float) and 0 < value < float("inf")
        self.limit.mark(wrong=not good)
        if good and text != short(max(abs(self.bar.scale.low), abs(self.bar.scale.high))):
            assert isinstance(value, float)
            self.held = Scale(-value, value)
            self.hold.setChecked(True)
            self.changed.emit()


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.scale = theme, Scale(-1.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_scale(self, scale: Scale) -> None:
        self.scale = scale
        self.setAccessibleName(tr("Colours from {low} to {high}", low=short(scale.low), high=short(scale.high)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t, scale = QPainter(self), self.theme.tokens, self.scale
        shades = scale.shade(np.linspace(scale.low, scale.high, _SHADES))
        colours = np.ascontiguousarray(ramp(t)[np.rint(shades * STEPS).astype(int) + STEPS])
        room = QRectF(0.5, 0.5, self.width() - 1, 9)
        painter.drawImage(room, QImage(colours.data, _SHADES, 1, 3 * _SHADES, QImage.Format.Format_RGB888))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawRect(room)
        painter.setFont(ui_font(self.theme.px(10)))
        painter.setPen(QColor(t.muted))
        names = QRectF(0, 11, self.width(), 14)
        for side, text in (
            (Qt.AlignmentFlag.AlignLeft, short(scale.low)),
            (Qt.AlignmentFlag.AlignRight, short(scale.high)),
        ):
            painter.drawText(names, side | Qt.AlignmentFlag.AlignVCenter, text)
        if scale.low < 0 < scale.high:
            painter.drawText(names, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, "0")
