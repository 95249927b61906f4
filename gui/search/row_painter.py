"""Paints the rows of a popup: a symbol, a text, and at the right a hint."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..theme import Theme, ui_font

ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 32
_SYMBOL, _ICON = 48, 18


class RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        t, row, rect = self.theme.tokens, index.data(ROW), QRect(option.rect).adjusted(2, 1, -2, -1)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.forward_soft if chosen else t.hover))
            painter.drawRoundedRect(rect, 6, 6)
        start = rect.left() + 10
        if row.symbol:
            painter.setPen(QColor(t.forward if row.enabled else t.muted))
            painter.setFont(ui_font(self.theme.px(14 if len(row.symbol) <= 3 else 12), QFont.Weight.DemiBold))
            box = QRect(rect.left() + 2, rect.top(), self.theme.px(_SYMBOL), rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.symbol)
            start = box.right() + 8
        elif row.picture is not None or row.indented:
            box = QRect(start, rect.top(), self.theme.px(_ICON), rect.height())
            if row.picture is not None:
                mode = QIcon.Mode.Normal if row.enabled else QIcon.Mode.Disabled
                row.picture.paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)
            start = box.right() + 10
        hint = ui_font(self.theme.px(12))
        wide = QFontMetrics(hint).horizontalAdvance(row.hint) + 14 if row.hint else 6
        painter.setFont(hint)
        painter.setPen(QColor(t.muted))
        painter.drawText(QRect(rect.right() - wide, rect.top(), wide - 8, rect.height()), left, row.hint)
        text = QRect(start, rect.top(), rect.right() - wide - start, rect.height())
        painter.setFont(ui_font(self.theme.px(13)))
        painter.setPen(QColor(t.text if row.enabled else t.muted))
        painter.drawText(
            text, left, QFontMetrics(painter.font()).elidedText(row.text, Qt.TextElideMode.ElideRight, text.width())
        )
        painter.restore()
