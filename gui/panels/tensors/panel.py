"""The tensors panel: the value, the gradient and the local derivative of what is selected, entry by entry."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabBar

from graph_engine.differentiate import local_cell, structure
from graph_engine.document import Edit, touched
from graph_engine.explain import Question, exact
from graph_engine.ops import shape_text

from ...heat import Cell, HeatMap, spanning, symmetric
from ...i18n import tr
from ...session import Session
from ...theme import Theme
from ...widgets.label import hint, show_text, text_label
from ..asking import ask, asking
from ..live import ScrolledPanel
from .histogram import Histogram
from .places import Places
from .scale_bar import ScaleBar
from .statistics import histogram, statistics
from .subject import Shown, Subject, Tab, quotient, shown, subject_of
from .words import missing_text, statistics_html, structure_text

_TABS: tuple[Tab, ...] = ("value", "gradient", "local")


class TensorsPanel(ScrolledPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme)
        self.session, self.theme = session, theme
        self.subject = Subject(None, None, None)
        self.shown = Shown("", "", None)
        self._port = ""  # the input asked for last
        self.hint = hint(tr("Every entry of what is selected: size as colour, the number under the pointer."))
        self.heading, self.shape = text_label("heading", rich=False), text_label("muted", rich=False)
        self.tabs = QTabBar()
        self.input = QComboBox()
        self.slice = Places(tr("slice"))
        self.map = HeatMap(theme, tr("Heat map"))
        self.readout = text_label()
        self.scale = ScaleBar(theme)
        self.numbers = text_label()
        self.histogram = Histogram(theme)
        self.words = text_label("muted", rich=False)
        self.row, self.place = Places(tr("output")), Places(tr("input"))
        self._set_up()
        self._lay_out()
        session.changed.connect(self._follow)
        session.replaced.connect(self._start_over)
        for signal in (session.selection.changed, session.playhead.moved, theme.changed):
            signal.connect(self.renew)

    @property
    def tab(self) -> Tab:
        return _TABS[self.tabs.currentIndex()]

    def show_now(self) -> None:
        self.subject = subject_of(self.session, self._port)
        self._fill_inputs()
        self.shown = shown(self.session, self.subject, self.tab)
        self._show_heading()
        self._show_array()
        self._show_structure()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _show_heading(self) -> None:
        graph, it = self.session.document.graph, self.subject
        if it.edge is not None:
            name = f"{graph.node(it.edge.source).name} → {graph.node(it.edge.target).name}"
        else:
            name = graph.node(it.node).name if it.node is not None else tr("Nothing selected")
        show_text(self.heading, name)
        found = self.shown
        if found.rows is not None and found.columns is not None:
            text = f"{shape_text(found.rows)} × {shape_text(found.columns)}"
        else:
            text = "" if found.array is None else shape_text(found.array.shape) if found.array.ndim else tr("a number")
        show_text(self.shape, text)

    def _show_array(self) -> None:
        found, t = self.shown, self.theme.tokens
        array = found.array
        there = array is not None and array.size > 0
        for part in (self.map, self.readout, self.scale, self.numbers, self.histogram):
            part.setVisible(there)
        self.slice.show_axes(array.shape[:-2] if array is not None and array.ndim > 2 else ())
        self.slice.setVisible(bool(self.slice.boxes))
        if array is None or not there:
            return
        numbers = np.asarray(array, float)
        automatic = spanning(numbers) if self.tab == "value" else symmetric(numbers)
        self.map.show_matrix(found.matrix(self.slice.index), self.scale.scale(automatic))
        self._read(self.map.cell)
        show_text(self.numbers, statistics_html(statistics(numbers), t))
        self.histogram.show_counts(*histogram(numbers), self._colour())
        for part in (self.scale, self.numbers, self.histogram):
            part.setVisible(numbers.size > 1)

    def _show_structure(self) -> None:
        found, edge, array = self.shown, self.subject.local, self.shown.array
        asked = found.too_large and self.tab == "local"
        for places, sizes in ((self.row, found.rows), (self.place, found.columns)):
            places.show_axes(sizes if asked and sizes is not None else ())
            places.setVisible(bool(places.boxes))
        if self.tab == "local" and edge is not None and (asked or array is not None):
            text = structure_text(structure(self.session.results.evaluation, edge))
        elif array is None or not array.size:
            text = missing_text(self.session, self.subject, self.tab, empty=array is not None)
        else:
            text = ""
        show_text(self.words, text)
        self.words.setVisible(bool(text))
        if asked:
            self._read_cell()

    def _read(self, cell: Cell | None) -> None:
        """The exact number of a cell."""
        array, leading = self.shown.array, self.slice.index
        if array is None:
            return
        if cell is None and array.size == 1:
            cell = 0, 0
        text = escape(tr("Point at a cell, or move with the arrow keys; click it to ask why."))
        if cell is not None:
            number = exact(float(self.shown.matrix(leading)[cell]))
            text = self._told(self.shown.entry(leading, cell), number, self.shown.question(leading, cell))
        show_text(self.readout, text)

    def _told(self, name: str, number: str, asks: Question | None) -> str:
        return f"{escape(name)} = {asking(escape(number), self._colour(), asks)}"

    def _colour(self) -> str:
        t = self.theme.tokens
        return {"value": t.forward, "gradient": t.backward, "local": t.local}[self.tab]

    def _ask(self, cell: Cell, at: QRect) -> None:
        question = self.shown.question(self.slice.index, cell)
        if question is not None:
            self.session.inquiry.ask(question, at)

    def _read_cell(self) -> None:
        """The cell that was asked for of a Jacobian that is not built."""
        edge, found = self.subject.local, self.shown
        if edge is None or not found.too_large:
            return
        row, column = self.row.index, self.place.index
        number = local_cell(self.session.results.evaluation, edge, row, column)
        name = quotient(found.above, row, found.below, column)
        show_text(self.readout, self._told(name, exact(number), found.cell_question(row, column)))
        self.readout.show()

    def _fill_inputs(self) -> None:
        graph, it = self.session.document.graph, self.subject
        wires = [] if it.node is None else graph.edges_in(it.node)
        wanted = [(f"{graph.node(wire.source).name} → {wire.port}", wire.port) for wire in wires]
        if wanted != [(self.input.itemText(i), self.input.itemData(i)) for i in range(self.input.count())]:
            self.input.clear()
            for entry in wanted:
                self.input.addItem(*entry)
        self.input.setCurrentIndex(self.input.findData(it.local.port) if it.local is not None else -1)
        self.input.setVisible(self.tab == "local" and len(wires) > 1)
        self.tabs.setTabEnabled(2, it.local is not None)

    def _choose_input(self) -> None:
        self._port = self.input.currentData()
        self.renew()

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure or concerned.words:
            self.renew()
        elif concerned.numbers:
            self.follow_numbers()

    def _start_over(self) -> None:
        self.scale.release()
        self._port = ""
        self.renew()

    def _set_up(self) -> None:
        for text in (tr("value"), tr("gradient"), tr("local derivative")):
            self.tabs.addTab(text)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setProperty("tight", True)
        self.tabs.setAccessibleName(tr("What is shown"))
        self.input.setAccessibleName(tr("By which input"))
        self.tabs.currentChanged.connect(self._other_tab)
        self.input.activated.connect(self._choose_input)
        self.slice.changed.connect(self._show_array)
        self.map.pointed.connect(self._read)
        self.map.asked.connect(self._ask)
        self.readout.linkActivated.connect(lambda link: ask(self.session, link))
        self.scale.changed.connect(self.renew)
        for places in (self.row, self.place):
            places.changed.connect(self._read_cell)

    def _other_tab(self) -> None:
        self.scale.release()
        self.renew()

    def _lay_out(self) -> None:
        top, choice = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.shape)
        self.shape.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.shape.setWordWrap(False)
        choice.addWidget(self.tabs)
        choice.addStretch(1)
        choice.addWidget(self.input)
        self.column.addWidget(self.hint)
        self.column.addLayout(top)
        self.column.addLayout(choice)
        self.column.addWidget(self.words)
        for part in (self.row, self.place, self.slice):
            self.column.addWidget(part)
        self.column.addWidget(self.map, 1)
        for widget in (self.readout, self.scale, self.numbers, self.histogram):
            self.column.addWidget(widget)
        self.column.addStretch(0)
