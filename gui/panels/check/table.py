"""The verdicts as a table: what was checked, where it parts most, both numbers and their relative error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, SupportsInt

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from graph_engine.differentiate import Verdict
from graph_engine.explain import Question, exact, short
from graph_engine.graph import Edge

from ...i18n import tr
from ...session import Session
from ...theme import Theme
from ...widgets.label import plain

WHAT = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("name", "entry", "analytic", "numerical", "relative")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class VerdictTable(QAbstractTableModel):
    """Rows stay in the order in which they were found; each is replaced when it is checked again."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.rows: list[Verdict] = []

    def follow(self) -> None:
        """Takes up what the session knows: more rows at the end, or others altogether."""
        found = list(self.session.checked.verdicts.values())
        if found[: len(self.rows)] == self.rows:
            if len(found) > len(self.rows):
                self.beginInsertRows(QModelIndex(), len(self.rows), len(found) - 1)
                self.rows = found
                self.endInsertRows()
        else:
            self.beginResetModel()
            self.rows = found
            self.endResetModel()

    def reword(self) -> None:
        """Names or colours may be others now."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(COLUMNS) - 1))

    def headings(self) -> tuple[str, ...]:
        return tr("derivative"), tr("worst at"), tr("analytic"), tr("numerical"), tr("rel. error")

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.headings()[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if section < 2 else _RIGHT
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        verdict, key = self.rows[index.row()], COLUMNS[index.column()]
        if role == WHAT:
            return verdict.what
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colour(verdict, key))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if index.column() < 2 else _RIGHT
        if key in ("name", "entry"):
            return self._words(verdict, key, role)
        return _number(getattr(verdict, key), key, role)

    def _words(self, verdict: Verdict, key: str, role: int) -> Any:
        text = self.name(verdict) if key == "name" else self.entry(verdict)
        if role == Qt.ItemDataRole.DisplayRole:
            return text if key == "entry" else f"{'✓' if verdict.passed else '✗'} {text}"
        tip = text
        if key == "entry" and isinstance(verdict.what, Edge):
            tip += "\n" + tr("output entry / input entry")
        if key == "name" and verdict.kinks:
            tip += "\n" + tr("It has a kink here: any slope between those of its two sides is right.")
        return {Qt.ItemDataRole.ToolTipRole: plain(tip), SORT: text.lower()}.get(Qt.ItemDataRole(role))

    def name(self, verdict: Verdict) -> str:
        """`∂price/∂tax` for a source, `tax → price` for a wire, with its port where another joins the same nodes."""
        graph, what = self.session.document.graph, verdict.what
        if not isinstance(what, Edge):
            target = self.session.results.target
            return f"∂{graph.node(target or what).name}/∂{graph.node(what).name}"
        twins = sum(edge.source == what.source for edge in graph.edges_in(what.target)) > 1
        port = f" ({what.port})" if twins else ""
        return f"{graph.node(what.source).name} → {graph.node(what.target).name}{port}"

    def entry(self, verdict: Verdict) -> str:
        """Which entry parts most: of a source `[2,1]`; of a wire the entry of the output by that of the input."""
        what, element = verdict.what, verdict.element
        if not element:
            return ""
        if not isinstance(what, Edge):
            return _bracketed(element)
        return f"z{self._place(what.target, element[0])}/{what.port}{self._place(what.source, element[1])}"

    def question(self, row: int) -> Question | None:
        """What the derivative in a row answers to."""
        verdict, graph = self.rows[row], self.session.document.graph
        if not isinstance(verdict.what, Edge):
            return Question("gradient", verdict.what, tuple(map(int, verdict.element)) or None)
        if not verdict.element:
            return Question("local", verdict.what)
        ends = zip((verdict.what.target, verdict.what.source), verdict.element, strict=True)
        out, into = (self._index(id, flat) for id, flat in ends)
        elementwise = graph.node(verdict.what.target).op.elementwise
        return Question("local", verdict.what, (out if elementwise else out + into) or None)

    def _index(self, id: str, flat: int) -> tuple[int, ...]:
        value = self.session.results.value(id)
        return () if value is None else tuple(map(int, np.unravel_index(flat, np.shape(value))))

    def _place(self, id: str, flat: int) -> str:
        place = self._index(id, flat)
        return _bracketed(place) if place else ""

    def _colour(self, verdict: Verdict, key: str) -> str:
        t = self.theme.tokens
        if not verdict.passed:
            return t.error
        colours: dict[str, str] = {
            "entry": t.muted,
            "analytic": t.local if isinstance(verdict.what, Edge) else t.backward,
        }
        return colours.get(key, t.text)


def _bracketed(place: Iterable[SupportsInt]) -> str:
    return f"[{','.join(str(int(i)) for i in place)}]"


def _number(value: float, key: str, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return short(float(f"{value:.1e}" if key == "relative" else f"{value:.5g}"))
    if role == Qt.ItemDataRole.ToolTipRole:
        return exact(value)
    return value if role == SORT else None
