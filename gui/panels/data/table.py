"""The rows of a data set as a table: inputs, then targets, classes by their names."""

from __future__ import annotations

from typing import SupportsFloat

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from graph_engine.datasets import DataSet
from graph_engine.explain import exact, short

from ...i18n import localize, tr

_Index = QModelIndex | QPersistentModelIndex
_WIDEST = 200  # columns


class DataTable(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.data_set: DataSet | None = None

    def show_data(self, data: DataSet | None) -> None:
        if data is not self.data_set:
            self.beginResetModel()
            self.data_set = data
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.data_set is None else len(self.data_set)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid() or self.data_set is None:
            return 0
        return min(self._inputs, _WIDEST) + self._targets

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.data_set is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row, column = index.row(), index.column() - min(self._inputs, _WIDEST)
        if column < 0:
            return _number(self.data_set.inputs[row, index.column()], role)
        if self.data_set.classes:
            return str(localize(self.data_set.classes[int(self.data_set.targets[row])]))
        return _number(self.data_set.targets[row, column], role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or self.data_set is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        column = section - min(self._inputs, _WIDEST)
        if column < 0:
            return str(localize(self.data_set.features[section]))
        if self.data_set.classes:
            return tr("class")
        return tr("target") if self._targets == 1 else tr("target {n}", n=column + 1)

    @property
    def _inputs(self) -> int:
        return 0 if self.data_set is None else int(self.data_set.inputs.shape[1])

    @property
    def _targets(self) -> int:
        data = self.data_set
        return 0 if data is None else 1 if data.classes else int(data.targets.shape[1])


def _number(number: SupportsFloat, role: int) -> str:
    """Four digits, all of them in the tip."""
    value = float(number)
    return exact(value) if role == Qt.ItemDataRole.ToolTipRole else short(float(f"{value:.4g}"))
