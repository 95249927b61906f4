"""The kept runs as a table: shown or not, colour and name, what sets them apart, how far they came and how well."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPixmap

from graph_engine.explain import short
from graph_engine.sentence import Sentence

from ...i18n import localize, tr
from ...session import Run, Session
from ...theme import Theme
from ...theme.series import series
from .differences import differences

COLUMNS = ("name", "differences", "steps", "train_loss", "test_loss", "train_accuracy", "test_accuracy", "state")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROLES = Qt.ItemDataRole


class RunTable(QAbstractTableModel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.rows: list[Run] = []
        self._apart: dict[Run, str] = {}
        self._names: list[object] = []  # all that the first column shows

    def follow(self) -> None:
        """Takes up which runs there are and what is known of them."""
        runs = self.session.runs.runs
        if runs != self.rows:
            self.beginResetModel()
            self.rows = list(runs)
            self.endResetModel()
        self._apart = differences(self.rows)
        names: list[object] = [(run.name, run.shown, run is self.session.runs.current) for run in self.rows]
        first = int(names == self._names)  # telling of a name would take what is being typed out of its field
        self._names = names
        if self.rows:
            self.dataChanged.emit(self.index(0, first), self.index(len(self.rows) - 1, len(COLUMNS) - 1))

    @property
    def differ(self) -> bool:
        """Whether anything sets the runs apart."""
        return any(self._apart.values())

    def headings(self) -> tuple[str, ...]:
        losses = tr("training loss"), tr("test loss")
        return (
            tr("run"),
            tr("what sets it apart"),
            tr("steps"),
            *losses,
            tr("training acc."),
            tr("test acc."),
            tr("state"),
        )

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == _ROLES.DisplayRole:
                return self.headings()[section]
            if role == _ROLES.TextAlignmentRole:
                return _RIGHT if 2 <= section < 7 else _LEFT
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if COLUMNS[index.column()] == "name":
            found |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: QModelIndex, role: int = _ROLES.DisplayRole) -> Any:
        run, key = self.rows[index.row()], COLUMNS[index.column()]
        if role == _ROLES.TextAlignmentRole:
            return _RIGHT if 2 <= index.column() < 7 else _LEFT
        if role == _ROLES.FontRole and run is self.session.runs.current:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == _ROLES.ForegroundRole and key == "state" and run.state in ("failed", "lost"):
            return QColor(self.theme.tokens.error)
        if key == "name" and role != _ROLES.DisplayRole:
            return self._of_name(run, role)
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            return self._words(run, key) if role == _ROLES.DisplayRole else self._tip(run, key)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = _ROLES.EditRole) -> bool:
        run = self.rows[index.row()]
        if role == _ROLES.CheckStateRole:
            self.session.runs.set_shown(run, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == _ROLES.EditRole:
            self.session.runs.rename(run, value)
        return True

    # -- inside --------------------------------------------------------------------------------------------------------

    def _of_name(self, run: Run, role: int) -> Any:
        if role == _ROLES.EditRole:
            return run.name
        if role == _ROLES.CheckStateRole:
            return Qt.CheckState.Checked if run.shown else Qt.CheckState.Unchecked
        if role == _ROLES.DecorationRole:
            swatch = QPixmap(self.theme.px(12), self.theme.px(12))
            swatch.fill(QColor(series(self.theme.tokens, run.colour)))
            return swatch
        if role == _ROLES.ToolTipRole:
            return tr("Checked: drawn among the curves. Double-click: another name.")
        return None

    def _words(self, run: Run, key: str) -> str:
        if key == "name":
            return run.name
        if key == "differences":
            return self._apart.get(run, "")
        if key == "steps":
            return f"{run.done:,}"
        if key == "state":
            return states()[run.state]
        column = getattr(run.epochs, key)
        if not len(column) or np.isnan(column[-1]):
            return "–"
        return f"{100 * column[-1]:.1f} %" if key.endswith("accuracy") else short(float(f"{column[-1]:.5g}"))

    def _tip(self, run: Run, key: str) -> str:
        if key == "state" and isinstance(run.reason, Sentence):
            return str(localize(run.reason))
        return self._words(run, key) if key == "differences" else ""


def states() -> dict[str, str]:
    return {
        "starting": tr("starting"),
        "running": tr("running"),
        "paused": tr("paused"),
        "finished": tr("finished"),
        "stopped": tr("stopped"),
        "failed": tr("failed"),
        "lost": tr("lost"),
    }
