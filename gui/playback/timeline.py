"""The timeline: one dot per step, forward in blue, backward in vermilion; drag to scrub."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..i18n import tr
from ..session import Session
from ..theme import Theme, ui_font

_EDGE, _LINE = 12, 33
_MOST_DOTS = 60


class Timeline(QWidget):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Timeline"))
        self.setToolTip(tr("Drag to scrub through the forward and the backward pass"))

    @property
    def _line(self) -> int:
        """How far down the line runs."""
        return self.theme.px(_LINE)

    def x_of(self, position: int) -> float:
        """Where a position of the timeline lies in this widget."""
        last = max(1, self.session.playhead.last)
        return _EDGE + (self.width() - 2 * _EDGE) * position / last

    def _position_at(self, x: float) -> int:
        last = max(1, self.session.playhead.last)
        return round((x - _EDGE) / max(1, self.width() - 2 * _EDGE) * last)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.theme.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(52))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.session.playhead.go(self._position_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.session.playhead.go(self._position_at(event.position().x()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, head, ahead = self.theme.tokens, self.session.playhead, self.session.results.trace.forward
        for first, until, colour in ((0, ahead, t.forward), (ahead, head.last, t.backward)):
            self._stretch(painter, first, until, t.line)
            self._stretch(painter, first, min(until, head.position), colour)
        if 0 < head.last <= _MOST_DOTS:
            for position in range(head.last + 1):
                done = position <= head.position
                colour = t.line if not done else t.forward if position <= ahead else t.backward
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                painter.drawEllipse(QPointF(self.x_of(position), self._line), 4, 4)
        self._names(painter, ahead, head.last)
        if head.last:
            self._handle(painter, head.position, ahead)

    def _stretch(self, painter: QPainter, first: int, until: int, colour: str) -> None:
        if until > first:
            painter.setPen(QPen(QColor(colour), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self.x_of(first), self._line), QPointF(self.x_of(until), self._line))

    def _names(self, painter: QPainter, ahead: int, last: int) -> None:
        t = self.theme.tokens
        painter.setFont(ui_font(self.theme.px(11)))
        for first, until, text, colour in (
            (0, ahead, tr("forward"), t.forward),
            (ahead, last, tr("backward"), t.backward),
        ):
            room = QRectF(self.x_of(first) - 4, 4, self.x_of(until) - self.x_of(first), self.theme.px(18))
            if until > first and room.width() > painter.fontMetrics().horizontalAdvance(text):
                painter.setPen(QColor(colour))
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _handle(self, painter: QPainter, position: int, ahead: int) -> None:
        t = self.theme.tokens
        painter.setPen(QPen(QColor(t.forward if position <= ahead else t.backward), 2.5))
        painter.setBrush(QColor(t.card))
        painter.drawEllipse(QPointF(self.x_of(position), self._line), 8, 8)
