"""The weights panel: a parameter of the run, as pictures of what each unit looks for, or as a heat map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from graph_engine.explain import exact, short
from graph_engine.ops import shape_text

from ...heat import Cell, HeatMap, symmetric
from ...i18n import tr
from ...session import Run, Session
from ...theme import Theme
from ...widgets.label import CutLabel, show_text
from ..run_panel import RunPanel
from .reading import as_matrix, as_pictures
from .tiles import Tiles


class WeightsPanel(RunPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.which, self.about, self.readout = QComboBox(), CutLabel(), CutLabel()
        self.tiles = Tiles(theme, tr("What each unit looks for"))
        self.map = HeatMap(theme, tr("Weights as a heat map"))
        self._lay_out()
        session.runs.weighed.connect(self.keep_up)

    def show_run(self, run: Run) -> str:
        self._fill(run)
        id = self.which.currentData()
        graph = run.document.graph
        if id is None:
            return tr("No step has been done yet.")
        weight = np.asarray(run.weights.get(id, graph.node(id).value))
        found = as_pictures(graph, id, weight)
        scale = symmetric(weight)
        self.tiles.setVisible(found is not None)
        self.map.setVisible(found is None)
        if found is not None:
            self.tiles.show_pictures(found, scale)
        else:
            self.map.show_matrix(as_matrix(weight), scale)
        shape = shape_text(np.shape(weight)) if np.ndim(weight) else tr("a number")
        low, high = (short(float(f"{number:.4g}")) for number in (np.min(weight), np.max(weight)))
        words = tr("{shape}, from {low} to {high}", shape=shape, low=low, high=high)
        self.about.setToolTip(tr("{run}, step {n}", run=run.name, n=f"{run.weights_step:,}"))
        show_text(self.about, words)
        self._read_cell(self.map.cell) if found is None else self._read_tile(self.tiles.tile)
        return ""

    def _fill(self, run: Run) -> None:
        wanted = [(parameter.name, parameter.id) for parameter in run.parameters]
        if wanted != [(self.which.itemText(n), self.which.itemData(n)) for n in range(self.which.count())]:
            chosen = self.which.currentText()
            self.which.clear()
            for entry in wanted:
                self.which.addItem(*entry)
            self.which.setCurrentIndex(max(0, self.which.findText(chosen)))

    def _read_cell(self, cell: Cell | None) -> None:
        if cell is None or not self.map.matrix.size:
            show_text(self.readout, tr("Point at a cell to read it."))
        else:
            place = f"[{cell[0]},{cell[1]}]" if len(self.map.matrix) > 1 else f"[{cell[1]}]"
            show_text(self.readout, f"{self.which.currentText()}{place} = {exact(float(self.map.matrix[cell]))}")

    def _read_tile(self, tile: int | None) -> None:
        if tile is None:
            show_text(self.readout, tr("teal speaks for a unit, brown against it"))
        else:
            norm = float(np.linalg.norm(self.tiles.pictures[tile]))
            show_text(self.readout, tr("unit {n}: norm {norm}", n=tile + 1, norm=f"{norm:.4g}"))

    def _lay_out(self) -> None:
        theme = self.theme
        self.which.setAccessibleName(tr("Which parameter"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.which.activated.connect(self.renew)
        self.map.pointed.connect(self._read_cell)
        self.tiles.pointed.connect(self._read_tile)
        bar, around = QWidget(), QVBoxLayout(self.body)
        top = QHBoxLayout(bar)
        top.setContentsMargins(0, 0, 0, 0)
        bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for label in (self.about, self.readout):
            label.setObjectName("muted")
        self.readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.which)
        top.addWidget(self.about, 1)
        top.addWidget(self.readout, 1)
        around.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        around.setSpacing(theme.px(6))
        around.addWidget(bar)
        around.addWidget(self.tiles, 1)
        around.addWidget(self.map, 1)
        around.addStretch(0)
