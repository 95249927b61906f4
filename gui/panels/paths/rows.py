"""The list of paths: a model that words a path when it is seen, and the painter of one row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from graph_engine.differentiate import Path
from graph_engine.explain import full
from graph_engine.graph import Edge

from ...theme import Theme, ui_font
from .found import FoundPaths, Row

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class PathRows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.found: FoundPaths | None = None
        self.paths: list[Path] = []

    def take(self, found: FoundPaths | None, paths: list[Path]) -> None:
        """Other numbers on the same paths leave the list where it stands."""
        same = [path.edges for path in paths] == [path.edges for path in self.paths]
        if same:
            self.found, self.paths = found, paths
            if paths:
                self.dataChanged.emit(self.index(0), self.index(len(paths) - 1))
            return
        self.beginResetModel()
        self.found, self.paths = found, paths
        self.endResetModel()

    def edges(self, place: int) -> tuple[Edge, ...]:
        return self.paths[place].edges

    def row(self, place: int) -> Row:
        assert self.found is not None
        return self.found.row(self.paths[place])

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.paths)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index.row())
            return f"{row.names}: {f'{row.factors} = ' if row.factors else ''}{row.product}"
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row(index.row())
            return f"{row.names}\n{full(row.path.product)}"
        if role == ROW:
            return self.row(index.row())
        return None


class RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t, row = self.theme.tokens, index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(2, 2, -2, -2)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(t.forward if chosen else t.line))
        painter.setBrush(QColor(t.forward_soft if chosen else t.hover if hovered else t.card))
        painter.drawRoundedRect(rect, 7, 7)
        inner = rect.adjusted(10, 5, -10, -5)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), inner.height() // 2)
        _write(painter, upper, row.names, t.text, ui_font(self.theme.px(12)))
        bold, plain = ui_font(self.theme.px(12), QFont.Weight.DemiBold), ui_font(self.theme.px(12))
        product = f" = {row.product}" if row.factors else row.product
        room = max(inner.width() - _width(bold, product), inner.width() // 3)
        after = min(_width(plain, row.factors), room)
        _write(painter, QRect(lower.topLeft(), QSize(after, lower.height())), row.factors, t.local, plain)
        _write(painter, lower.adjusted(after, 0, 0, 0), product, t.backward, bold)
        painter.restore()


def _width(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 2


def _write(painter: QPainter, room: QRect, text: str, colour: str, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
