"""The predictions panel: the confusion matrix, and the rows that are predicted wrong, one of them on the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
)  # fmt: skip

from graph_engine.document import Document, alike
from graph_engine.errors import GradcanvasError
from graph_engine.graph import settle
from graph_engine.training import Predictor, confusion

from ...i18n import localize, tr
from ...session import Run, Session
from ...theme import Theme, ui_font
from ...widgets.label import show_text
from ..asked import predictor_of
from ..boundary.ground import certainty
from ..run_panel import RunPanel
from .matrix import Cell, ConfusionMatrix
from .samples import PICTURE, Sample, SampleTable

_TURN = 0.008  # seconds of predicting before the window has its turn
_MOST = 300  # rows that are listed


def fits(document: Document, run: Run) -> bool:
    """Whether what stands on the canvas has the wires, data columns and parameters that the run has trained."""
    return alike(document, run.document, {*run.weights, *(parameter.id for parameter in run.parameters)})


class PredictionsPanel(RunPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.asked: Predictor | None = None
        self.which, self.rates = QComboBox(), QToolButton()
        self.about, self.listed = QLabel(), QLabel()
        self.matrix, self.model, self.view = ConfusionMatrix(theme), SampleTable(theme), QTableView()
        self._rows: NDArray[Any] = np.zeros(0, int)
        self._found: tuple[NDArray[Any], NDArray[Any], NDArray[Any]] | None = None  # right, predicted, how sure
        self._of: tuple[Run, int, int] | None = None  # run, its step, which rows: what is to be predicted
        self.predicted: tuple[Run, int, int] | None = None  # the same of what is shown
        self._work: Iterator[Any] | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)
        self._lay_out()
        session.runs.weighed.connect(self.keep_up)
        session.sample.changed.connect(self._mark)

    def show_run(self, run: Run) -> str:
        if self._work is not None:  # what was begun is finished first
            return ""
        asked = predictor_of(run)
        if isinstance(asked, str):
            return asked
        if asked.guess is None or not asked.data.classes:
            return tr("“{run}” predicts numbers, not classes: there is nothing to mix up.", run=run.name)
        self.asked = asked
        wanted = run, run.weights_step, self.which.currentIndex()
        if wanted != self._of:
            self._of = wanted
            data = asked.data
            self._rows = (data.test, data.train, np.sort(np.concatenate([data.train, data.test])))[wanted[2]]
            self._work = self._predict(asked, run)
            self._turn.start()
            self._go_on()
        else:
            self._show_found(run)
        return "" if len(self._rows) else tr("No rows are held back for the test. Choose the training rows above.")

    def see(self, seen: bool) -> None:
        super().see(seen)
        if not seen:
            self._turn.stop()
            self._work = self._of = None
            self._stale = True
            self.session.sample.clear()

    # -- predicting, bit by bit ----------------------------------------------------------------------------------------

    def _predict(self, asked: Predictor, run: Run) -> Iterator[None]:
        classes, sure, weights = [np.zeros(0, int)], [np.zeros(0)], run.weights
        blocks = asked.blocks(self._rows)
        while True:
            asked.give(weights)  # another panel may have told it newer ones since
            block = next(blocks, None)
            if block is None:
                break
            answer = block[1]
            assert answer.classes is not None
            classes.append(answer.classes)
            sure.append(certainty(asked, answer.scores))
            yield
        self._found = asked.right(self._rows), np.concatenate(classes), np.concatenate(sure)
        self.predicted = self._of
        self._show_found(run)

    def _go_on(self) -> None:
        until = perf_counter() + _TURN
        try:
            while self._work is not None and perf_counter() < until:
                next(self._work)
        except StopIteration:
            self._work = None
        except GradcanvasError as error:
            self._work = None
            show_text(self.about, str(localize(error.sentence)))
        if self._work is None:
            self._turn.stop()
            run = self.session.runs.current
            if self._of is not None and run is not None and (run, run.weights_step) != self._of[:2]:
                self.keep_up(run)

    # -- showing -------------------------------------------------------------------------------------------------------

    def _show_found(self, run: Run) -> None:
        asked = self.asked
        if self._found is None or asked is None:
            return
        right, predicted, _ = self._found
        classes = asked.data.classes
        count = max(len(classes), int(predicted.max(initial=0)) + 1)
        names = (*map(localize, classes), *(str(number) for number in range(len(classes), count)))
        self.matrix.show_counts(confusion(right, predicted, count), names)
        hits, of = int(np.count_nonzero(right == predicted)), len(right)
        share = f"{100 * hits / max(1, of):.1f}"
        show_text(self.about, tr("{hits} of {of} right ({share} %)", hits=f"{hits:,}", of=f"{of:,}", share=share))
        self.about.setToolTip(tr("{run}, step {n}", run=run.name, n=f"{run.weights_step:,}"))
        self._list(self.matrix.cell)

    def _list(self, cell: Cell | None) -> None:
        """Rows that are wrong, the surest mistakes first; or those of one cell of the matrix."""
        if self._found is None or self.asked is None:
            return
        right, predicted, sure = self._found
        wanted = right != predicted if cell is None else (right == cell[0]) & (predicted == cell[1])
        places = np.flatnonzero(wanted)
        places = places[np.argsort(-sure[places], kind="stable")][:_MOST]
        found = [Sample(int(self._rows[p]), int(right[p]), int(predicted[p]), float(sure[p])) for p in places]
        self.model.show_samples(found, self._inputs(), self.matrix.classes)
        count = int(np.count_nonzero(wanted))
        words = tr("{n} wrong", n=f"{count:,}") if cell is None else self.matrix.sentence(cell)
        show_text(self.listed, words)
        self._mark()

    def _inputs(self) -> NDArray[Any]:
        assert self.asked is not None
        columns = [self.asked.data.columns[id] for id in self.asked.inputs]
        return columns[0] if columns else np.zeros((0, 0))

    def _mark(self) -> None:
        """The row on the canvas stays chosen where it is still listed."""
        row = self.session.sample.row
        place = -1 if row is None else self.model.place_of(row)
        if place != self.view.currentIndex().row():
            chosen = self.view.selectionModel()
            chosen.blockSignals(True)
            flags = QItemSelectionModel.SelectionFlag
            chosen.setCurrentIndex(self.model.index(place, 0), flags.ClearAndSelect | flags.Rows)
            chosen.blockSignals(False)
            self.view.viewport().update()

    def _show_on_canvas(self, now: QModelIndex, _: QModelIndex) -> None:
        run = self.session.runs.current
        if not now.isValid() or self.asked is None or run is None:
            return
        row, columns = self.model.rows[now.row()].row, self.asked.data.columns
        if not fits(self.session.document, run):
            self.session.say(tr("“{run}” has trained another graph, so the canvas can't show its rows.", run=run.name))
            return
        lent = run is self.session.runs.active  # the canvas has its weights already
        weights = {} if lent else {id: settle(np.asarray(value)) for id, value in run.weights.items()}
        self.session.sample.show(run, row, {**weights, **{id: column[[row]] for id, column in columns.items()}})

    def _swap(self) -> None:
        self.matrix.as_rates = self.rates.isChecked()
        self.matrix.update()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme, view = self.theme, self.view
        for text in (tr("test rows"), tr("training rows"), tr("all rows")):
            self.which.addItem(text)
        self.which.setAccessibleName(tr("Which rows"))
        self.which.activated.connect(self.renew)
        self.rates.setText("%")
        self.rates.setCheckable(True)
        self.rates.setToolTip(tr("Shares of each class instead of counts"))
        self.rates.setAccessibleName(self.rates.toolTip())
        self.rates.clicked.connect(self._swap)
        self.matrix.chosen.connect(self._list)
        view.setModel(self.model)
        view.setAccessibleName(tr("Rows that are predicted wrong"))
        view.setToolTip(tr("Choose one: the canvas shows its values at every node."))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.px(PICTURE + 6))
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.horizontalHeader().setResizeContentsPrecision(8)
        view.horizontalHeader().setStretchLastSection(True)
        for part in (view, view.horizontalHeader()):
            part.setFont(ui_font(theme.px(12)))
        view.setIconSize(QSize(theme.px(PICTURE), theme.px(PICTURE)))
        view.selectionModel().currentRowChanged.connect(self._show_on_canvas)
        top, around, parts = QHBoxLayout(), QVBoxLayout(self.body), QSplitter(Qt.Orientation.Horizontal)
        for label in (self.about, self.listed):
            label.setObjectName("muted")
        for control in (self.which, self.rates, self.about):
            top.addWidget(control)
        top.addStretch(1)
        top.addWidget(self.listed)
        parts.addWidget(self.matrix)
        parts.addWidget(view)
        parts.setChildrenCollapsible(False)
        parts.setSizes([theme.px(420), theme.px(420)])
        around.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        around.setSpacing(theme.px(4))
        around.addLayout(top)
        around.addWidget(parts, 1)
