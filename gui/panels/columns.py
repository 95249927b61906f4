"""Columns of a table that always fit beside one another: what is cut, a tip says in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ..theme import Theme

_ARROW, _AIR, _CELL = 4, 17, 6  # pixels beside a heading: the mark of the sorted column, free space; beside a number
_LEAST_NAME, _LEAST_NUMBER = 72, 32


def share_out(
    table: QTableView,
    theme: Theme,
    headings: Sequence[str],
    *,
    least_name: int = _LEAST_NAME,
    most: int = 10**6,
    cut_first: Mapping[int, int] | None = None,
) -> None:
    """The first column has the names and takes what the numbers leave; they give way where that is too little.

    `cut_first` are columns that give way before the others, down to a width of their own; sizes at normal scale.
    """
    px, header = theme.px, table.horizontalHeader()
    room = table.width() - table.verticalScrollBar().sizeHint().width() - 2 * table.frameWidth() - 1
    wide = {}
    for column in range(1, len(headings)):
        if not table.isColumnHidden(column):
            heading = header.fontMetrics().horizontalAdvance(headings[column]) + px(_AIR)
            arrow = px(_ARROW) if column == header.sortIndicatorSection() else 0
            numbers = min(table.sizeHintForColumn(column) + _CELL, px(most))
            wide[column] = max(numbers, heading + arrow)
    name = min(px(least_name), table.sizeHintForColumn(0) + _CELL)
    for column, least in (cut_first or {}).items():
        lacking = sum(wide.values()) + name - room
        if lacking > 0 and column in wide:
            wide[column] -= min(lacking, max(0, wide[column] - px(least)))
    _narrow(wide, room - name, px(_LEAST_NUMBER))
    header.setMinimumSectionSize(px(_LEAST_NUMBER))
    for column, width in wide.items():
        header.resizeSection(column, width)
    header.resizeSection(0, max(px(_LEAST_NUMBER), room - sum(wide.values())))


def _narrow(wide: dict[int, int], room: int, least: int) -> None:
    """The widest give way until all have room."""
    while sum(wide.values()) > room and max(wide.values()) > least:
        widest = max(wide.values())
        for column, width in wide.items():
            if width == widest:
                wide[column] = width - 1


def cut_in_the_middle(table: QTableView) -> None:
    """Names of wires keep both of their ends where they are cut; nothing scrolls sideways."""
    table.setItemDelegateForColumn(0, _CutInTheMiddle(table))
    table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class _CutInTheMiddle(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
