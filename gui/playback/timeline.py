"""The timeline: one dot per step, forward in blue, backward in vermilion; drag to scrub, Shift+drag to loop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..i18n import tr
from ..session import Session
from ..theme import Theme, ui_font
from .player import Player

_EDGE, _LINE = 12, 33
_HANDLE = 46  # the height at which the ends of the loop are held
_MOST_DOTS = 60


class Timeline(QWidget):
    def __init__(self, session: Session, theme: Theme, player: Player) -> None:
        super().__init__()
        self.session, self.theme, self.player = session, theme, player
        self._kept: int | None = None  # the end of the loop that stays while the other one is dragged
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Timeline"))
        self.setToolTip(tr("Drag to scrub through both passes; Shift+drag loops a part of them"))

    @property
    def _returns(self) -> bool:
        return self.session.results.tangents is None

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
        at = self._position_at(event.position().x())
        held = self._end_at(event.position())
        if held is not None:
            self._kept = held
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._kept = max(0, min(at, self.session.playhead.last))
        else:
            self.player.pause()
            self.session.playhead.go(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        at = self._position_at(event.position().x())
        if self._kept is None:
            self.session.playhead.go(at)
        else:
            self.player.set_loop(self._kept, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._kept = None

    def _end_at(self, at: QPointF) -> int | None:
        """The other end of the loop, where one of its handles is pressed."""
        stretch = self.player.stretch
        if stretch is None or at.y() < _HANDLE - 6:
            return None
        near = [end for end in stretch if abs(at.x() - self.x_of(end)) <= 7]
        return None if not near else stretch[1] if near[0] == stretch[0] else stretch[0]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, head, trace = self.theme.tokens, self.session.playhead, self.session.results.trace
        ahead, there = trace.forward, trace.forward + trace.derived
        if self.player.stretch is not None:
            self._loop(painter, *self.player.stretch)
        for first, until, colour in ((0, ahead, t.forward), (ahead, there, t.backward), (there, head.last, t.good)):
            self._stretch(painter, first, until, t.line)
            self._stretch(painter, first, min(until, head.position), colour)
        if 0 < head.last <= _MOST_DOTS:
            for position in range(head.last + 1):
                done = position <= head.position
                colour = self._colour(position) if done else t.line
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                painter.drawEllipse(QPointF(self.x_of(position), self._line), 4, 4)
        self._names(painter, ahead, there, head.last)
        if head.last:
            self._handle(painter, head.position)

    def _colour(self, position: int) -> str:
        """That of the step which has just happened at a position."""
        t, trace = self.theme.tokens, self.session.results.trace
        if position <= trace.forward:
            return t.forward
        return t.backward if position <= trace.forward + trace.derived else t.good

    def _loop(self, painter: QPainter, first: int, last: int) -> None:
        """A band behind the steps that Play goes round, with a handle at each end."""
        t, (left, right) = self.theme.tokens, (self.x_of(first), self.x_of(last))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.local_soft))
        painter.drawRoundedRect(QRectF(left - 5, _LINE - 11, right - left + 10, 22), 6, 6)
        painter.setBrush(QColor(t.local))
        for x in (left, right):
            painter.drawPolygon([QPointF(x, _HANDLE - 6), QPointF(x + 5, _HANDLE + 3), QPointF(x - 5, _HANDLE + 3)])

    def _stretch(self, painter: QPainter, first: int, until: int, colour: str) -> None:
        if until > first:
            painter.setPen(QPen(QColor(colour), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self.x_of(first), self._line), QPointF(self.x_of(until), self._line))

    def _names(self, painter: QPainter, ahead: int, there: int, last: int) -> None:
        t = self.theme.tokens
        painter.setFont(ui_font(self.theme.px(11)))
        for first, until, text, colour in (
            (0, ahead, tr("forward"), t.forward),
            (ahead, there, tr("backward") if self._returns else tr("forward mode"), t.backward),
            (there, last, tr("update"), t.good),
        ):
            room = QRectF(self.x_of(first) - 4, 4, self.x_of(until) - self.x_of(first), self.theme.px(18))
            if until > first and room.width() > painter.fontMetrics().horizontalAdvance(text):
                painter.setPen(QColor(colour))
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _handle(self, painter: QPainter, position: int) -> None:
        t = self.theme.tokens
        painter.setPen(QPen(QColor(self._colour(position)), 2.5))
        painter.setBrush(QColor(t.card))
        painter.drawEllipse(QPointF(self.x_of(position), self._line), 8, 8)
