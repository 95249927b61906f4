"""The legend of what wires and nodes encode, while they do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from graph_engine.explain import compact

from ..i18n import tr
from . import paint
from .scene import CanvasScene

_WIDTH, _PART, _LEFT = 210, 56, 14


class Legend(QWidget):
    def __init__(self, scene: CanvasScene) -> None:
        super().__init__()
        self.scene = scene
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Legend"))

    def parts(self) -> list[str]:
        encoding = self.scene.looks.encoding
        return ([encoding.wires] if encoding.wires else []) + (["heat"] if encoding.heat else [])

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _PART * len(self.parts()) + 12) * self.scene.theme.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), self.scene.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(paint.pen(t.line, 1))
        painter.setBrush(QColor(t.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.scale(self.scene.theme.scale, self.scene.theme.scale)
        for place, part in enumerate(self.parts()):
            painter.save()
            painter.translate(0, place * _PART + 4)
            if part == "heat":
                self._paint_heat(painter)
            else:
                self._paint_ramp(painter, part)
            painter.restore()

    def _paint_ramp(self, painter: QPainter, wires: str) -> None:
        t, ramp = self.scene.theme.tokens, self.scene.looks.moment.ramp
        self._write(painter, tr("Gradient on each wire") if wires == "gradient" else tr("Value on each wire"), 16)
        steps, room = 24, _WIDTH - 2 * _LEFT
        for step in range(steps):
            strength = (step + 0.5) / steps
            colour, width = paint.encoded(t, wires, strength)
            painter.fillRect(QRectF(_LEFT + room * step / steps, 32 - width / 2, room / steps + 0.5, width), colour)
        if ramp is not None:
            self._write(painter, f"≤ {compact(ramp.least)}", 48)
            self._write(painter, compact(ramp.most), 48, right=True)

    def _paint_heat(self, painter: QPainter) -> None:
        t, room = self.scene.theme.tokens, _WIDTH - 2 * _LEFT
        self._write(painter, tr("Arrays, each to its largest entry"), 16)
        cells = (tuple(step / 8 - 1 for step in range(17)),)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(_LEFT, 27, room, 10), paint.heat_image(cells, t.dark))
        self._write(painter, "−", 48)
        self._write(painter, "+", 48, right=True)
        middle = _WIDTH / 2
        paint.centred(painter, "0", (middle, 48), 11, t.muted)

    def _write(self, painter: QPainter, text: str, y: float, *, right: bool = False) -> None:
        t = self.scene.theme.tokens
        laid_out, width, height = paint.prepared(text, 11)
        painter.setFont(paint.font(11))
        painter.setPen(QColor(t.text if y < 20 else t.muted))
        painter.drawStaticText(QPointF(_WIDTH - _LEFT - width if right else _LEFT, y - height / 2), laid_out)
