"""Shows formulas one below another; its numbers can be clicked, all of it can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from graph_engine.expression import Piece, plain, to_latex

from ..i18n import tr
from ..theme import Theme
from .boxes import Box, Link, over
from .lay_out import lay_out
from .paint import paint_box, picture

_BETWEEN = 9.0


class FormulaView(QFrame):
    """`show_lines` says what to show; `asked` tells which part was clicked, and where on the screen it lies."""

    asked = Signal(object, QRect)

    def __init__(self, theme: Theme, size: float, *, margin: int = 0, centred: bool = False) -> None:
        super().__init__()
        self.theme, self.letters, self.margin, self.centred = theme, size, margin, centred
        self.lines: tuple[Piece, ...] = ()
        self._laid: tuple[float, list[Box]] | None = None
        self._hovered: Link | None = None
        self._pointed: object = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        theme.changed.connect(self._lay_again)

    def show_lines(self, lines: Sequence[Piece]) -> None:
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self._laid = self._hovered = None
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.setFixedHeight(self.heightForWidth(self.width()))
            self.update()

    def point_at(self, asks: object) -> None:
        """Marks the parts that ask this, for hands on the keyboard."""
        self._pointed = asks
        self.update()

    def text(self) -> str:
        """The formulas as plain text, one on each line."""
        return "\n".join(plain(line).strip() for line in self.lines)

    def latex(self) -> str:
        return " \\\\\n".join(to_latex(line) for line in self.lines)

    def links(self) -> list[tuple[object, QRectF]]:
        """What can be asked about, and where it lies in this widget."""
        placed = self._placed()
        return [(k.asks, QRectF(x + k.x, y + k.y, k.width, k.height)) for box, x, y in placed for k in box.links]

    def copy_latex(self) -> None:
        QGuiApplication.clipboard().setText(self.latex())

    def copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def copy_picture(self) -> None:
        placed = self._placed()
        if placed:
            left, top = min(x for _, x, _ in placed), min(y - box.ascent for box, _, y in placed)
            width = max(x + box.width for box, x, _ in placed) - left
            bottom = max(y + box.descent for box, _, y in placed)
            whole = over([(box, x - left, y - top) for box, x, y in placed], width, 0.0, bottom - top)
            QGuiApplication.clipboard().setImage(picture(whole, self.theme.tokens))

    # -- inside --------------------------------------------------------------------------------------------------------

    def _lay_again(self) -> None:
        self._laid = self._hovered = None
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def _boxes(self, width: float) -> list[Box]:
        if self._laid is None or self._laid[0] != width:
            room = max(80.0, width - 2 * self.margin)
            self._laid = width, [lay_out(line, self.theme.px(self.letters), room) for line in self.lines]
        return self._laid[1]

    def _placed(self) -> list[tuple[Box, float, float]]:
        """Each line with the start of its baseline."""
        found, y = [], float(self.margin)
        for box in self._boxes(self.width()):
            free = self.width() - 2 * self.margin - box.width
            found.append((box, self.margin + (max(0.0, free / 2) if self.centred else 0.0), y + box.ascent))
            y += box.height + _BETWEEN
        return found

    def _link_at(self, at: QPointF) -> tuple[Link, QRectF] | None:
        for box, x, y in self._placed():
            link = box.link_at(at.x() - x, at.y() - y)
            if link is not None:
                return link, QRectF(x + link.x, y + link.y, link.width, link.height)
        return None

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        if not boxes:
            return 0
        return round(sum(box.height for box in boxes) + _BETWEEN * (len(boxes) - 1) + 2 * self.margin + 1)

    def sizeHint(self) -> QSize:
        natural = max((lay_out(line, self.theme.px(self.letters)).width for line in self.lines), default=0.0)
        return QSize(round(natural) + 2 * self.margin + 2, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setFixedHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, t = QPainter(self), self.theme.tokens
        for box, x, y in self._placed():
            for link in box.links:
                if link is self._hovered or (self._pointed is not None and link.asks == self._pointed):
                    area = QRectF(x + link.x, y + link.y, link.width, link.height)
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                    painter.setPen(QColor(t.selection) if link is not self._hovered else Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(t.hover))
                    painter.drawRoundedRect(area, 4, 4)
            paint_box(painter, box, QPointF(x, y), t)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._link_at(event.position())
        hovered = None if found is None else found[0]
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
            self.setToolTip(tr("Why?") if hovered else "")
            self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        found = self._link_at(event.position())
        if found is not None:
            area = found[1].toAlignedRect()
            self.asked.emit(found[0].asks, QRect(self.mapToGlobal(area.topLeft()), area.size()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint) -> None:
        if not self.lines:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy as LaTeX")).triggered.connect(self.copy_latex)
        menu.addAction(tr("Copy as text")).triggered.connect(self.copy_text)
        menu.addAction(tr("Copy as picture")).triggered.connect(self.copy_picture)
        menu.popup(at)
