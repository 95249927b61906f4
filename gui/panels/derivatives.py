"""The derivatives table: every edge with its value, local derivative, upstream gradient and gradient."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from graph_engine.document import Edit, touched
from graph_engine.explain import brief, compact, full
from graph_engine.graph import Edge

from ..i18n import tr
from ..session import Session
from ..theme import Theme, ui_font
from ..widgets.label import hint, plain
from .columns import cut_in_the_middle, share_out
from .copies import TableCopies
from .edge_numbers import EdgeNumbers, edge_numbers, headings, large_jacobian, magnitude

SORT = Qt.ItemDataRole.UserRole
EDGE = Qt.ItemDataRole.UserRole + 1
_ANSWERED = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.TextAlignmentRole,
    SORT,
}
_MOST_NUMBER = 112  # of width, at normal size; a tip says all of what is cut
_AT_ONCE = 200  # rows sorted after every change; more wait until the numbers rest
_REST = 150  # milliseconds
_KEYS = ("name", "value", "local", "upstream", "gradient")


class EdgeTable(QAbstractTableModel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.rows: list[Edge] = []
        self.places: dict[Edge, int] = {}  # which row an edge has
        self._numbers: dict[Edge, EdgeNumbers] = {}  # of this moment, as far as they were asked for

    def take_rows(self) -> None:
        """A row for each edge; what was there stays unless edges came or went."""
        graph = self.session.document.graph
        rows = [edge for id in graph.order() for edge in graph.edges_in(id)]
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.places = {edge: place for place, edge in enumerate(rows)}
            self._numbers = {}
            self.endResetModel()

    def refresh(self) -> None:
        """The numbers may be others now."""
        self._numbers = {}
        if self.rows:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_KEYS) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(_KEYS) - 1))

    def numbers(self, edge: Edge) -> EdgeNumbers:
        if edge not in self._numbers:
            self._numbers[edge] = edge_numbers(self.session, edge, self.session.known)
        return self._numbers[edge]

    def headings(self) -> tuple[str, ...]:
        return tr("edge"), *headings(self.session.results)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_KEYS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.headings()[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        edge, key = self.rows[index.row()], _KEYS[index.column()]
        if role == EDGE:
            return edge
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colours()[index.column()])
        if role not in _ANSWERED:
            return None
        row = self.numbers(edge)
        if key == "name":
            tip = plain(f"{row.name} ({row.port})")
            shown: dict[int, str] = {
                Qt.ItemDataRole.DisplayRole: row.name,
                SORT: row.name.lower(),
                Qt.ItemDataRole.ToolTipRole: tip,
            }
            return shown.get(role)
        return self._number(row, key, role)

    def _number(self, row: EdgeNumbers, key: str, role: int) -> Any:
        value = getattr(row, key)
        if role == SORT:
            return magnitude(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if key == "local" and row.local_shape and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tr("matrix") if role == Qt.ItemDataRole.DisplayRole else large_jacobian(row.local_shape)
        if value is not None and role == Qt.ItemDataRole.DisplayRole:
            return compact(value) if np.ndim(value) == 0 else brief(value)
        if value is not None and role == Qt.ItemDataRole.ToolTipRole:
            return full(value)
        return None

    def _colours(self) -> tuple[str, ...]:
        t = self.theme.tokens
        return t.text, t.forward, t.local, t.backward, t.backward


class DerivativesPanel(QWidget):
    """Sorted by any column; selecting rows selects wires on the canvas, and the other way round."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.model = EdgeTable(session, theme)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT)
        self.sorted.setDynamicSortFilter(False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST)
        self._later.timeout.connect(self._rest)
        self.table = QTableView()
        self.empty = QLabel(tr("Each wire gets a row here: its value, its local derivative, and what flows back."))
        self._set_up_table()
        TableCopies(self.table, session)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.empty.setObjectName("muted")
        self.empty.setWordWrap(True)
        self.empty.setMargin(16)
        layout.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        self.about = hint(tr("What each wire carries, forward and back. Click a number to ask why, a heading to sort."))
        self.about.setContentsMargins(*map(theme.px, (14, 2, 14, 4)))
        layout.addWidget(self.about)
        layout.addWidget(self.table, 1)
        self._selecting = False
        session.changed.connect(self._follow)
        session.replaced.connect(self.refresh)
        session.playhead.moved.connect(self._show_numbers)
        session.selection.changed.connect(self._show_selection)
        theme.changed.connect(self.model.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.model.take_rows()
        self.empty.setVisible(not self.model.rows)
        for part in (self.table, self.about):
            part.setVisible(bool(self.model.rows))
        self._show_numbers()
        self._show_selection()

    def row_of(self, edge: Edge) -> int:
        """The row in which `edge` is shown, as sorted now."""
        return self.sorted.mapFromSource(self.model.index(self.model.places[edge], 0)).row()

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure:
            self.refresh()
        elif concerned.numbers or concerned.words:
            self._show_numbers()

    def _show_numbers(self) -> None:
        self.model.refresh()
        if len(self.model.rows) <= _AT_ONCE:
            self._rest()
        elif not self._later.isActive():
            self._later.start()

    def _rest(self) -> None:
        """Sorts by the numbers as they stand, and gives the columns the width they need."""
        self.sorted.sort(self.sorted.sortColumn(), self.sorted.sortOrder())
        self._share_out()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.sorted)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        cut_in_the_middle(table)
        table.setAlternatingRowColors(False)
        table.setAccessibleName(tr("Derivatives"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.model.theme.px(30))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setResizeContentsPrecision(0)  # what can be seen decides how wide a column is
        for part in (table, header):
            part.setFont(ui_font(self.model.theme.px(12)))
        header.sortIndicatorChanged.connect(self._share_out)
        table.selectionModel().selectionChanged.connect(self._take_selection)
        table.clicked.connect(self._ask)

    def _share_out(self) -> None:
        share_out(self.table, self.model.theme, self.model.headings(), most=_MOST_NUMBER)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _take_selection(self) -> None:
        if not self._selecting:
            rows = self.table.selectionModel().selectedRows()
            self.session.selection.set(edges=[index.data(EDGE) for index in rows])

    def _ask(self, index: QModelIndex) -> None:
        """A number that is clicked says why it is what it is."""
        edge, key = index.data(EDGE), _KEYS[index.column()]
        asks = self.model.numbers(edge).asks.get(key)
        if asks is not None and index.data(Qt.ItemDataRole.DisplayRole):
            area, port = self.table.visualRect(index), self.table.viewport()
            self.session.inquiry.ask(asks, QRect(port.mapToGlobal(area.topLeft()), area.size()))

    def _show_selection(self) -> None:
        wanted, last = QItemSelection(), len(_KEYS) - 1
        for edge in self.session.selection.edges & self.model.places.keys():
            row = self.row_of(edge)
            wanted.select(self.sorted.index(row, 0), self.sorted.index(row, last))
        self._selecting = True
        self.table.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._selecting = False
        if wanted.indexes() and not self.table.hasFocus():
            self.table.scrollTo(min(wanted.indexes()))
