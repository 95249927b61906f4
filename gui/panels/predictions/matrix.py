"""The confusion matrix: a row for each class that is right, a column for each that is predicted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...i18n import tr
from ...theme import Theme, ui_font

Cell = tuple[int, int]
_LARGEST, _WIDEST = 46.0, 2.4  # of a cell: its height; its width in proportion
_ARROWS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class ConfusionMatrix(QWidget):
    chosen = Signal(object)  # the cell whose rows are to be listed; None: all that are wrong

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.counts: NDArray[np.intp] = np.zeros((0, 0), np.intp)
        self.classes: tuple[str, ...] = ()
        self.as_rates = False
        self.cell: Cell | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Confusion matrix"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_counts(self, counts: NDArray[np.intp], classes: tuple[str, ...]) -> None:
        if counts.shape != self.counts.shape:
            self.cell = None
        self.counts, self.classes = counts, classes
        self.updateGeometry()
        self.update()

    def rates(self) -> NDArray[np.float64]:
        """The share of each class (down) that was taken for each (across)."""
        return np.asarray(self.counts / np.maximum(1, self.counts.sum(axis=1, keepdims=True)), float)

    def text(self, cell: Cell) -> str:
        """What stands in a cell."""
        if self.as_rates:
            return f"{100 * self.rates()[cell]:.0f}" if self.counts[cell] else "·"
        return f"{self.counts[cell]}" if self.counts[cell] else "·"

    def sentence(self, cell: Cell) -> str:
        row, column = cell
        count, of = int(self.counts[cell]), int(self.counts[row].sum())
        right, taken = self.classes[row], self.classes[column]
        share = f"{100 * count / of:.1f}" if of else "0"
        if row == column:
            return tr("{right}: {count} of {of} are predicted right ({share} %)", right=right, count=count, of=of,
                      share=share)  # fmt: skip
        return tr("{count} of {of} {right} are taken for {taken} ({share} %)", count=count, of=of, right=right,
                  taken=taken, share=share)  # fmt: skip

    def choose(self, cell: Cell | None) -> None:
        self.cell = None if cell == self.cell else cell
        self.chosen.emit(self.cell)
        self.update()

    # -- where things are ----------------------------------------------------------------------------------------------

    def board(self) -> QRectF:
        """Where the cells are: below and to the right of the names."""
        count = max(1, len(self.counts))
        left, top = self._heads()
        tall = min((self.height() - top - 2) / count, self.theme.px(_LARGEST))
        wide = min((self.width() - left - 2) / count, _WIDEST * tall)
        return QRectF(left, top, wide * count, min(tall, 2 * wide) * count)

    def place_of(self, cell: Cell) -> QPointF:
        return self._rect(cell).center()

    def cell_at(self, at: QPointF) -> Cell | None:
        board, count = self.board(), len(self.counts)
        if not count or not board.contains(at):
            return None
        down, across = (at.y() - board.top()) / board.height(), (at.x() - board.left()) / board.width()
        return min(count - 1, int(down * count)), min(count - 1, int(across * count))

    def _heads(self) -> tuple[float, float]:
        metrics = QFontMetricsF(ui_font(self.theme.px(11)))
        widest = max((metrics.horizontalAdvance(name) for name in self.classes), default=0.0)
        line = metrics.height()
        return min(widest, 0.3 * self.width()) + line + 12, line * (2 if self._is_tall() else 1) + 4

    def _is_tall(self) -> bool:
        return self.height() >= self.theme.px(190)

    def _rect(self, cell: Cell) -> QRectF:
        return _part(self.board(), len(self.counts), cell)

    # -- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self.counts):
            return
        painter, t = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        board, count, rates = self.board(), len(self.counts), self.rates()
        self._paint_heads(painter, board)
        wide, tall = board.width() / count, board.height() / count
        legible = tall >= self.theme.px(10) and wide >= self.theme.px(13)
        painter.setFont(ui_font(max(self.theme.px(9), min(self.theme.px(12), wide * 0.42, tall * 0.75))))
        for row, column in np.ndindex(*self.counts.shape):
            rect = _part(board, count, (row, column)).adjusted(0.5, 0.5, -0.5, -0.5)
            shade = QColor(t.forward if row == column else t.backward)
            shade.setAlphaF(min(1.0, 0.85 * float(rates[row, column]) ** 0.7))
            painter.fillRect(rect, QColor(t.card))
            painter.fillRect(rect, shade)
            if legible:
                strong = shade.alphaF() > 0.5
                painter.setPen(QColor(t.card if strong else t.text if self.counts[row, column] else t.muted))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text((row, column)))
        if self.cell is not None:
            painter.setPen(QPen(QColor(t.text), 2))
            painter.drawRect(self._rect(self.cell))
        if self.hasFocus() and self.cell is None:
            painter.setPen(QPen(QColor(t.forward), 2))
            painter.drawRect(self.board())

    def _paint_heads(self, painter: QPainter, board: QRectF) -> None:
        t, count = self.theme.tokens, len(self.counts)
        font = ui_font(self.theme.px(11))
        metrics = QFontMetricsF(font)
        line, wide, tall = metrics.height(), board.width() / count, board.height() / count
        painter.setFont(font)
        painter.setPen(QColor(t.muted))
        centre = Qt.AlignmentFlag.AlignCenter
        if self._is_tall():
            above = QRectF(board.left(), 0, max(board.width(), 120), line)
            painter.drawText(above, Qt.AlignmentFlag.AlignLeft, tr("predicted →"))
        painter.save()
        painter.translate(0, board.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, board.height(), line), Qt.AlignmentFlag.AlignRight, tr("← right"))
        painter.restore()
        painter.setPen(QColor(t.text))
        left, right = board.left() - line - 8, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, name in enumerate(self.classes):
            across, down = _part(board, count, (0, place)), _part(board, count, (place, 0))
            if wide >= line * 0.8:
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide)
                painter.drawText(QRectF(across.left(), board.top() - line - 2, wide, line), centre, short)
            if tall >= line * 0.7:
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, left)
                painter.drawText(QRectF(line + 2, down.top(), left, tall), right, short)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(260), self.theme.px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(80))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(self.cell_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.cell is not None:
            self.choose(None)
        elif step is None or not len(self.counts):
            super().keyPressEvent(event)
        else:
            row, column = self.cell or (0, 0)
            last = len(self.counts) - 1
            if self.cell is not None:
                row, column = row + step[0], column + step[1]
            self.cell = None
            self.choose((min(max(row, 0), last), min(max(column, 0), last)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if cell is None else self.sentence(cell), self)
            return True
        return super().event(event)


def _part(board: QRectF, count: int, cell: Cell) -> QRectF:
    wide, tall = board.width() / max(1, count), board.height() / max(1, count)
    return QRectF(board.left() + cell[1] * wide, board.top() + cell[0] * tall, wide, tall)
