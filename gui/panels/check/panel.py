"""The check panel: verdicts as they come from the background, a summary, and the error against the step."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSortFilterProxyModel, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from graph_engine.differentiate import Verdict
from graph_engine.document import Edit, touched
from graph_engine.graph import Edge
from graph_engine.jobs import verdict_from_json
from graph_engine.storage import to_bytes

from ...background import Worker
from ...i18n import tr
from ...plots import SmallPlot
from ...session import Session
from ...theme import Theme, ui_font
from ..columns import cut_in_the_middle, share_out
from ..copies import TableCopies
from ..curtain import Curtain
from ..live import LivePanel
from ..plot_copies import PlotCopies
from .table import COLUMNS, SORT, WHAT, VerdictTable

_REST = 350  # milliseconds that numbers have to rest before they are checked

_LEAST_NAME, _LEAST_ENTRY = 104, 48  # of width, at normal size


class CheckPanel(LivePanel):
    """Checks while it can be seen. A row that is clicked selects its wire or its source, and shows its curve."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.worker = Worker(self)
        self.model = VerdictTable(session, theme)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT)
        self.sorted.setDynamicSortFilter(False)
        self.table = QTableView()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setMargin(theme.px(12))
        self.curve_title = QLabel()
        self.curve_title.setObjectName("muted")
        self.curve_title.setWordWrap(True)
        self.curve_title.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), 2)
        self.plot: SmallPlot | None = None
        self._shown: str | Edge | None = None  # whose curve it is
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.check)
        self._set_up_table()
        TableCopies(self.table, session)
        body = QWidget()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.curtain = Curtain(session, theme, body)
        self.curtain.turned.connect(self.renew)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.curtain)
        self._layout.setSpacing(0)
        for part, stretch in ((self.summary, 0), (self.table, 3), (self.curve_title, 0)):
            self._layout.addWidget(part, stretch)
        self.worker.found.connect(self._take)
        self.worker.ended.connect(self._end)
        session.changed.connect(self._follow)
        session.replaced.connect(self._begin_again)
        session.checked.changed.connect(self._show)
        session.selection.changed.connect(self._show_selection)
        theme.changed.connect(self._recolour)
        self._show()

    def show_now(self) -> None:
        if not self.session.checked.complete:
            self._rest.start()
        self._show()

    def see(self, seen: bool) -> None:
        super().see(seen)
        if seen:
            self.show_now()
        else:
            self._rest.stop()
            self.worker.stop()
            self._shown = None

    # -- the work ------------------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Begins anew with the document as it stands."""
        self._rest.stop()
        if self.session.checked.clear():
            self.session.checked.changed.emit()
        if not self.session.document.graph.edge_count:
            self.worker.forget("check")
            self._show()
            return
        planted, target = self.session.repair.planted, self.session.results.target
        fault = None if planted is None else [planted.fault.key, planted.node]
        self.worker.ask("check", document=self._document(), target=target, fault=fault)
        self._show()

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.numbers:
            self._begin_again()
        elif concerned.words:
            self.model.reword()

    def _begin_again(self) -> None:
        """The numbers are others now: what was found of the old ones is over."""
        self.worker.forget("check")
        self.worker.forget("curve")
        self._shown = None
        self.renew()

    def _take(self, kind: str, records: list[Any]) -> None:
        if kind == "check":
            self.session.checked.add(map(verdict_from_json, records))
        elif self.plot is not None:
            steps, errors = np.array([list(map(float, point)) for point in records[-1]["points"]]).T
            self.plot.draw("error", steps, errors, "backward")
            self.plot.draw("steps", steps, errors, "backward", dots=True)

    def _end(self, kind: str, reason: str) -> None:
        if kind == "check" and not reason:
            self.session.checked.complete_now()
            self._rank()
        elif reason:
            self.session.say(tr("The check stopped: {reason}", reason=reason))
        self._show()

    def _document(self) -> str:
        return to_bytes(self.session.document).decode("utf-8")

    # -- what is seen --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.model.follow()
        self.summary.setText(self._summary())
        failed = bool(self.session.checked.failed)
        t = self.theme.tokens
        colour = t.error if failed else t.good if self.session.checked.complete else t.muted
        self.summary.setStyleSheet(f"color: {colour}; font-weight: 600")
        rows = bool(self.model.rows)
        self.table.setVisible(rows)
        self.curve_title.setVisible(rows)
        self._layout.setAlignment(self.summary, Qt.AlignmentFlag.AlignTop if not rows else Qt.AlignmentFlag(0))
        self._share_out()
        if self.plot is not None:
            self.plot.setVisible(rows)
        self._show_curve()

    def _summary(self) -> str:
        checked, known = self.session.checked, len(self.model.rows)
        failed = checked.failed
        if failed:
            wires = [verdict for verdict in failed if isinstance(verdict.what, Edge)]
            worst = max(wires or failed, key=lambda verdict: verdict.relative)
            name = self.model.name(worst)
            return tr(
                "{n} of {all} part from central differences. Look first at {name}.", n=len(failed), all=known, name=name
            )
        if checked.complete:
            return tr("All {n} derivatives agree with central differences.", n=known)
        if self.session.document.graph.edge_count and (self.worker.busy or self._rest.isActive()):
            return tr("Checking … {n} derivatives agree so far.", n=known)
        return tr("Each derivative is compared here with central differences, (f(x + h) − f(x − h)) / 2h.")

    def _rank(self) -> None:
        """What parts most comes first, unless a person has sorted otherwise."""
        header = self.table.horizontalHeader()
        if header.sortIndicatorSection() >= len(COLUMNS) or header.sortIndicatorSection() < 0:
            self.table.sortByColumn(COLUMNS.index("relative"), Qt.SortOrder.DescendingOrder)
        else:
            self.sorted.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._show_selection()

    def chosen(self) -> Verdict | None:
        """Whose curve is to be seen: the selected wire or source, else what parts most."""
        selection, verdicts = self.session.selection, self.session.checked.verdicts
        what = selection.only_edge or selection.only_node
        if what in verdicts:
            return verdicts[what]
        return max(verdicts.values(), key=lambda verdict: verdict.relative, default=None)

    def _show_curve(self) -> None:
        verdict = self.chosen()
        if not self.seen or not self.session.checked.complete or verdict is None:
            return
        if self._shown == verdict.what:
            return
        self._shown = verdict.what
        if self.plot is None:
            self.plot = SmallPlot(self.theme, tr("Error against step"), log=True)
            PlotCopies(self.plot.widget, self.session, [self.plot.widget])
            self._layout.addWidget(self.plot, 2)
        self.plot.label(tr("step h"), tr("error"))
        self.plot.clear()
        self.curve_title.setText(tr("Error against the step h: {name}", name=self.model.name(verdict)))
        what = list(verdict.what) if isinstance(verdict.what, Edge) else verdict.what
        self.worker.ask(
            "curve",
            document=self._document(),
            target=self.session.results.target,
            what=what,
            element=list(verdict.element),
        )

    def _show_selection(self) -> None:
        selection = self.session.selection
        chosen = {*selection.edges, *selection.nodes}
        model = self.table.selectionModel()
        model.blockSignals(True)
        model.clearSelection()
        for row in range(self.sorted.rowCount() if chosen else 0):
            index = self.sorted.index(row, 0)
            if index.data(WHAT) in chosen:
                flags = QItemSelectionModel.SelectionFlag
                model.select(index, flags.Select | flags.Rows)
                if not self.table.hasFocus():
                    self.table.scrollTo(index)
        model.blockSignals(False)
        self.table.viewport().update()
        self._show_curve()

    def _take_selection(self) -> None:
        chosen = [index.data(WHAT) for index in self.table.selectionModel().selectedRows()]
        edges = [what for what in chosen if isinstance(what, Edge)]
        self.session.selection.set([what for what in chosen if not isinstance(what, Edge)], edges)

    def _ask(self, index: QModelIndex) -> None:
        """The derivative of a row that is clicked says why it is what it is, at the entry that parts most."""
        source = self.sorted.mapToSource(index)
        question = self.model.question(source.row()) if COLUMNS[source.column()] == "analytic" else None
        if question is not None:
            area, port = self.table.visualRect(index), self.table.viewport()
            self.session.inquiry.ask(question, QRect(port.mapToGlobal(area.topLeft()), area.size()))

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.sorted)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        cut_in_the_middle(table)
        table.setAccessibleName(tr("Gradient check"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.theme.px(30))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setResizeContentsPrecision(0)
        for part in (table, header):
            part.setFont(ui_font(self.theme.px(12)))
        header.sortIndicatorChanged.connect(self._share_out)
        table.selectionModel().selectionChanged.connect(self._take_selection)
        table.clicked.connect(self._ask)

    def _share_out(self) -> None:
        """No entries are named where all are scalars; where the room is short, they give way first."""
        entry = COLUMNS.index("entry")
        self.table.setColumnHidden(entry, not any(verdict.element for verdict in self.model.rows))
        share_out(
            self.table, self.theme, self.model.headings(), least_name=_LEAST_NAME, cut_first={entry: _LEAST_ENTRY}
        )

    def _recolour(self) -> None:
        self.model.reword()
        self._show()

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
