"""The runs panel: the kept runs as a table; the one that is chosen is looked at in all panels."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QToolButton, QVBoxLayout

from ...i18n import tr
from ...session import Run, Session
from ...theme import Theme, icon
from ...widgets.label import hint
from ..curves.quantities import curves_of, quantities
from ..curves.save import save_csv
from ..run_panel import RunPanel
from .table import COLUMNS, RunTable


class _View(QTableView):
    """Delete removes the run that is chosen."""

    def __init__(self, panel: RunsPanel) -> None:
        super().__init__()
        self._panel = panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self._panel.remove()
        else:
            super().keyPressEvent(event)


class RunsPanel(RunPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = RunTable(session, theme)
        self.view = _View(self)
        self.hint = hint(tr("All panels look at the run that is chosen; those that are checked are drawn together."))
        self.remove_button, self.export_button = QToolButton(), QToolButton()
        self._lay_out()
        session.runs.grew.connect(self.keep_up)

    def show_now(self) -> None:
        if self.session.runs.runs:  # kept runs can be chosen whatever is looked at
            self.say(self.show_run(self.session.runs.current))
        else:
            super().show_now()

    def show_run(self, run: Run | None) -> str:
        for button, name in ((self.remove_button, "trash-2"), (self.export_button, "download")):
            button.setIcon(icon(name, self.theme.tokens))
        self.model.follow()
        self.view.setColumnHidden(COLUMNS.index("differences"), not self.model.differ)
        self.view.horizontalHeader().setStretchLastSection(not self.model.differ)
        row = self.model.rows.index(run) if run in self.model.rows else -1
        if row != self.view.currentIndex().row():
            place = self.model.index(row, max(0, self.view.currentIndex().column()))
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)
        return ""

    def remove(self) -> None:
        """Forgets the run that is chosen."""
        run = self.session.runs.current
        if run is not None:
            self.session.runs.remove(run)

    def _look_at(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid() and self.model.rows[now.row()] is not self.session.runs.current:
            self.session.runs.show(self.model.rows[now.row()])

    def _export(self) -> None:
        runs = self.session.runs.runs
        current = self.session.runs.current
        if current is not None:
            save_csv(self, self.session, {q.key: curves_of(q.key, runs, current) for q in quantities()})

    def _lay_out(self) -> None:
        view, theme = self.view, self.theme
        view.setModel(self.model)
        view.setAccessibleName(tr("Runs"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.px(26))
        view.setShowGrid(False)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(COLUMNS.index("differences"), QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.selectionModel().currentRowChanged.connect(self._look_at)
        for button, text, run in (
            (self.remove_button, tr("Remove the run that is chosen (Delete)"), self.remove),
            (self.export_button, tr("Save the numbers of all runs as CSV"), self._export),
        ):
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(run)
        top, around = QHBoxLayout(), QVBoxLayout(self.body)
        top.addWidget(self.hint, 1)
        top.addWidget(self.remove_button)
        top.addWidget(self.export_button)
        around.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        around.setSpacing(theme.px(4))
        around.addLayout(top)
        around.addWidget(view, 1)
