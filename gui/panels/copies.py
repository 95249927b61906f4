"""Tables for elsewhere: a right click copies one as text, or saves it."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QTableView, QWidget

from graph_engine.errors import GradcanvasError
from graph_engine.replace_file import replace_file

from ..i18n import localize, tr
from ..session import Session, files

_PLAIN = str.maketrans({"−": "-", "∞": "inf", "\n": " "})


def table_text(table: QTableView, separator: str) -> str:
    """All rows as they are sorted, headings first; numbers in full, as programs read them."""
    model, header = table.model(), table.horizontalHeader()
    columns = [column for column in range(model.columnCount()) if not header.isSectionHidden(column)]
    role = Qt.ItemDataRole.DisplayRole
    rows = [[str(model.headerData(c, Qt.Orientation.Horizontal, role) or "") for c in columns]]
    rows += [[_cell(model.index(row, c)) for c in columns] for row in range(model.rowCount())]
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _cell(index: QModelIndex) -> str:
    """What the cell says; where its tip is the same number in full, that."""
    shown = str(index.data(Qt.ItemDataRole.DisplayRole) or "").translate(_PLAIN)
    full = str(index.data(Qt.ItemDataRole.ToolTipRole) or "").translate(_PLAIN)
    return full if _agree(shown, full) else shown


def _agree(shown: str, full: str) -> bool:
    try:
        return math.isclose(float(shown), float(full), rel_tol=1e-3)
    except ValueError:
        return full.startswith("[")


class Copies(QObject):
    """The menu of a right click on `widget`; lives as long as that."""

    def __init__(self, widget: QWidget, session: Session) -> None:
        super().__init__(widget)
        self.widget, self.session = widget, session
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(self._offer)

    def fill(self, menu: QMenu) -> None:
        raise NotImplementedError

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self.widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        menu.popup(self.widget.mapToGlobal(at))

    def save(self, kinds: str, data: dict[str, Any]) -> None:
        """Asks where, and writes what the ending asks for."""
        first = next(iter(data))
        start = str(files.folder_for(self.session) / f"{self.widget.accessibleName()}{first}")
        name, _ = QFileDialog.getSaveFileName(self.widget, tr("Save as"), start, kinds)
        if not name:
            return
        path = Path(name if Path(name).suffix.lower() in data else f"{name}{first}")
        try:
            replace_file(path, data[path.suffix.lower()]())
        except GradcanvasError as error:
            self.session.say(localize(error.sentence))
            return
        self.session.say(tr("Exported {name}", name=path.name), "good")


class TableCopies(Copies):
    widget: QTableView

    def fill(self, menu: QMenu) -> None:
        menu.addAction(tr("Copy table"), lambda: self._copy("\t"))
        menu.addAction(tr("Copy table as CSV"), lambda: self._copy(","))
        menu.addAction(tr("Save table …"), self._save_table)

    def _copy(self, separator: str) -> None:
        QGuiApplication.clipboard().setText(table_text(self.widget, separator))
        self.session.say(tr("Copied {n} rows", n=self.widget.model().rowCount()), "good")

    def _save_table(self) -> None:
        data = {
            ".csv": lambda: table_text(self.widget, ",").encode("utf-8-sig"),
            ".tsv": lambda: table_text(self.widget, "\t").encode("utf-8"),
        }
        self.save(tr("Tables (*.csv *.tsv)"), data)
