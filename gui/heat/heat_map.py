"""A matrix as a heat map: a cell under the pointer or the cursor, numbers in the cells where they fit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from graph_engine.explain import compact

from ..theme import Theme, ui_font
from ..theme.ramp import STEPS, ramp
from .scale import Scale

Cell = tuple[int, int]
_WIDE, _TALL = 66.0, 32.0  # of a cell at most
_READABLE = 40.0, 15.0  # of a cell with its number in it
_DIGITS = (12, 3, 2)  # as many as fit, and all cells alike
_FINEST = 1500  # rows and columns of the picture
_SQUARE, _NARROW = 22.0, 60.0  # of a cell without a number at most; of a board
_LEAST = 7.0  # of a cell with lines around it
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatMap(QWidget):
    pointed = Signal(object)  # the cell under the pointer or the cursor; None when there is none
    asked = Signal(object, QRect)  # a cell that was clicked, and where it stands on the screen

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.matrix: NDArray[np.float64] = np.zeros((0, 0))
        self.known: NDArray[np.bool_] | None = None  # cells that are not known yet stay empty; None: all are
        self.scale = Scale(-1.0, 1.0)
        self.cell: Cell | None = None
        self.outlined: tuple[range, range] | None = None  # rows and columns in a frame
        self._image: QImage | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._redraw)

    def show_matrix(self, matrix: NDArray[np.float64], scale: Scale, known: NDArray[np.bool_] | None = None) -> None:
        if matrix.shape != self.matrix.shape:
            self.cell = None
        self.matrix, self.scale, self.known = matrix, scale, known
        self.setMaximumHeight(max(24, round(matrix.shape[0] * _TALL) + 2))
        self._redraw()

    def point(self, cell: Cell | None) -> None:
        """Moves the cursor."""
        if cell != self.cell:
            self.cell = cell
            self.pointed.emit(cell)
            self.update()

    # -- where things are ----------------------------------------------------------------------------------------------

    def cell_size(self) -> tuple[float, float]:
        """Wide enough for a number if there is room, else square, unless that makes a thin strip."""
        rows, columns = self.matrix.shape
        wide = min(_WIDE, (self.width() - 2) / max(1, columns))
        tall = min(_TALL, (self.height() - 2) / max(1, rows))
        if wide < _READABLE[0] or tall < _READABLE[1]:
            square = min(wide, tall, _SQUARE)
            if min(rows, columns) * square >= _NARROW:
                return square, square
            wide, tall = min(wide, 4 * tall), min(tall, 4 * wide)
        return wide, tall

    def board(self) -> QRectF:
        """Where the cells are."""
        wide, tall = self.cell_size()
        rows, columns = self.matrix.shape
        return QRectF(1, 1, columns * wide, rows * tall)

    def place_of(self, cell: Cell) -> QPoint:
        """The middle of a cell."""
        wide, tall = self.cell_size()
        return QPointF(1 + (cell[1] + 0.5) * wide, 1 + (cell[0] + 0.5) * tall).toPoint()

    def cell_at(self, at: QPointF) -> Cell | None:
        if not self.matrix.size or not self.board().contains(at):
            return None
        wide, tall = self.cell_size()
        rows, columns = self.matrix.shape
        return min(rows - 1, int((at.y() - 1) / tall)), min(columns - 1, int((at.x() - 1) / wide))

    def _ask(self) -> None:
        if self.cell is not None and (self.known is None or self.known[self.cell]):
            area = self._rect(self.cell).toAlignedRect()
            self.asked.emit(self.cell, QRect(self.mapToGlobal(area.topLeft()), area.size()))

    # -- painting ------------------------------------------------------------------------------------------------------

    def colours(self, every: tuple[int, int] = (1, 1)) -> NDArray[np.uint8]:
        """The colour of each cell (of one in so many rows and columns): red, green and blue."""
        t = self.theme.tokens
        picked = slice(None, None, every[0]), slice(None, None, every[1])
        shades = self.scale.shade(self.matrix[picked])
        wrong = np.isnan(shades)
        places = np.rint(np.where(wrong, 0, shades) * STEPS).astype(int) + STEPS
        found: NDArray[np.uint8] = ramp(t)[places]
        found[wrong] = _rgb(t.error)
        if self.known is not None:
            found[~self.known[picked]] = _rgb(t.card)
        return found

    def _redraw(self) -> None:
        self._image = None
        self.update()

    def _picture(self) -> QImage:
        if self._image is None:
            tall, wide = self.matrix.shape
            colours = np.ascontiguousarray(self.colours((1 + tall // _FINEST, 1 + wide // _FINEST)))
            rows, columns, _ = colours.shape
            made = QImage(colours.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888)
            self._image = made.copy()  # the numbers of `colours` go with it
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.matrix.size:
            return
        painter, t, board = QPainter(self), self.theme.tokens, self.board()
        painter.drawImage(board, self._picture())
        wide, tall = self.cell_size()
        if min(wide, tall) >= _LEAST:
            painter.setPen(QPen(QColor(t.panel), 1))
            for column in range(1, self.matrix.shape[1]):
                painter.drawLine(QPointF(1 + column * wide, 1), QPointF(1 + column * wide, board.bottom()))
            for row in range(1, self.matrix.shape[0]):
                painter.drawLine(QPointF(1, 1 + row * tall), QPointF(board.right(), 1 + row * tall))
        if wide >= _READABLE[0] and tall >= _READABLE[1]:
            texts = next((texts for digits in _DIGITS if self._width(texts := self._texts(digits)) <= wide - 3), None)
            if texts is not None:
                self._write_numbers(painter, texts)
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(board)
        if self.outlined is not None:
            rows, columns = self.outlined
            frame = self._rect((rows.start, columns.start)).united(self._rect((rows.stop - 1, columns.stop - 1)))
            painter.setPen(QPen(QColor(t.text), 1.5))
            painter.drawRect(frame)
        if self.cell is not None:
            painter.setPen(QPen(QColor(t.text), 2))
            painter.drawRect(self._rect(self.cell))

    def _rect(self, cell: Cell) -> QRectF:
        wide, tall = self.cell_size()
        return QRectF(1 + cell[1] * wide, 1 + cell[0] * tall, wide, tall)

    def _texts(self, digits: int) -> list[list[str]]:
        return [[compact(float(f"{number:.{digits}g}")) for number in row] for row in self.matrix]

    def _width(self, texts: list[list[str]]) -> float:
        """The room that the longest number needs."""
        metrics = QFontMetricsF(ui_font(self.theme.px(11)))
        return max(metrics.horizontalAdvance(text) for row in texts for text in row)

    def _write_numbers(self, painter: QPainter, texts: list[list[str]]) -> None:
        t = self.theme.tokens
        painter.setFont(ui_font(self.theme.px(11)))
        colours = self.colours()
        for row, numbers in enumerate(texts):
            for column, text in enumerate(numbers):
                if self.known is None or self.known[row, column]:
                    red, green, blue = (int(part) for part in colours[row, column])
                    bright = 0.299 * red + 0.587 * green + 0.114 * blue > 140
                    painter.setPen(QColor((t.card if t.dark else t.text) if bright else (t.text if t.dark else t.card)))
                    painter.drawText(self._rect((row, column)), Qt.AlignmentFlag.AlignCenter, text)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(240, 140)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 24)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point(self.cell_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.point(self.cell_at(event.position()))
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cell is not None:
            self._ask()
            return
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or not self.matrix.size:
            super().keyPressEvent(event)
            return
        rows, columns = self.matrix.shape
        row, column = self.cell or (-min(0, step[0]), -min(0, step[1]))
        if self.cell is not None:
            row, column = row + step[0], column + step[1]
        self.point((min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)))


def _rgb(colour: str) -> tuple[int, int, int]:
    made = QColor(colour)
    return made.red(), made.green(), made.blue()
