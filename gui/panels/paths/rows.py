"""The list of paths: a model that words a path when it is seen, and the painter of one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from graph_engine.differentiate import Path
from graph_engine.explain import Question, full
from graph_engine.graph import Edge

from ...theme import Theme, ui_font
from ...widgets.label import plain
from .found import UNKNOWN, FoundPaths, Row

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
            return f"{row.names}: {f'{row.factor_text} = ' if row.factors else ''}{row.product}"
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row(index.row())
            tip = f"{row.names}\n{row.product if row.product == UNKNOWN else full(row.path.product)}"
            return plain(tip)
        if role == ROW:
            return self.row(index.row())
        return None


@dataclass(frozen=True)
class Word:
    """A piece of the second line of a row, and what it answers to."""

    text: str
    room: QRect
    colour: str
    font: QFont
    asks: Question | None = None


class RowPainter(QStyledItemDelegate):
    """A number of a row that is clicked tells what it asks, and where on the screen it stands."""

    asked = Signal(object, QRect)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def words(self, row: Row, room: QRect) -> list[Word]:
        """The local derivatives and what they make, in a line of the row; as one piece where they don't all fit."""
        t, size = self.theme.tokens, self.theme.px(12)
        bold, plain = ui_font(size, QFont.Weight.DemiBold), ui_font(size)
        equals = " = " if row.factors else ""
        product = _width(bold, equals + row.product)
        space = max(room.width() - product, room.width() // 3)
        found, x = [], room.left()
        if _width(plain, row.factor_text) <= space:
            for place, (text, asks) in enumerate(row.factors):
                for part, question in ((" × " if place else "", None), (text, asks)):
                    wide = _width(plain, part) if part else 0
                    found.append(Word(part, QRect(x, room.top(), wide, room.height()), t.local, plain, question))
                    x += wide
        else:
            found.append(Word(row.factor_text, QRect(x, room.top(), space, room.height()), t.local, plain))
            x += space
        rest = QRect(x, room.top(), min(product, room.right() - x), room.height())
        return [*found, Word(equals + row.product, rest, t.backward, bold, row.asks)]

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(50))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            word = next((w for w in self.words(index.data(ROW), _lines(option.rect)[1]) if w.room.contains(at)), None)
            if word is not None and word.asks is not None:
                corner = event.globalPosition().toPoint() - at + word.room.topLeft()
                self.asked.emit(word.asks, QRect(corner, word.room.size()))
        return super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t, row = self.theme.tokens, index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(t.forward if chosen else t.line))
        painter.setBrush(QColor(t.forward_soft if chosen else t.hover if hovered else t.card))
        painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 7, 7)
        upper, lower = _lines(option.rect)
        _write(painter, Word(row.names, upper, t.text, ui_font(self.theme.px(12))))
        for word in self.words(row, lower):
            _write(painter, word)
        painter.restore()


def _lines(rect: QRect) -> tuple[QRect, QRect]:
    """Where the two lines of a row stand."""
    inner = rect.adjusted(12, 7, -12, -7)
    half = inner.height() // 2
    return QRect(inner.topLeft(), QSize(inner.width(), half)), inner.adjusted(0, half + 1, 0, 0)


def _width(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1


def _write(painter: QPainter, word: Word) -> None:
    painter.setFont(word.font)
    painter.setPen(QColor(word.colour))
    shown = painter.fontMetrics().elidedText(word.text, Qt.TextElideMode.ElideMiddle, word.room.width())
    painter.drawText(word.room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
