"""The nudge panel: a source moved a little; what its derivatives predict, and what really happens, at every node."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
)

from graph_engine.differentiate import Moved, course, nudge
from graph_engine.document import Edit, touched
from graph_engine.explain import Question, exact, short
from graph_engine.graph import Node, natural

from ..i18n import tr
from ..plots import SmallPlot
from ..session import Aim, Session
from ..theme import Theme, ui_font
from ..widgets.label import hint, plain, show_text, text_label
from .columns import cut_in_the_middle, share_out
from .copies import TableCopies
from .live import ScrolledPanel
from .plot_copies import PlotCopies

_ENDS = 100  # of the slider, to either side
_LEAST = 2.0  # how far it goes at least
_MOST_ELEMENTS, _MOST_ROWS = 400, 200
_NODE = Qt.ItemDataRole.UserRole
_SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NudgePanel(ScrolledPanel):
    """Nothing is changed in the document. The source is the one selected, or the one chosen here."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme, session)
        self.session, self.theme = session, theme
        self.source, self.element = QComboBox(), QComboBox()
        self.source.setAccessibleName(tr("Source to nudge"))
        self.element.setAccessibleName(tr("Entry of the source"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-_ENDS, _ENDS)
        self.slider.setValue(_ENDS // 2)
        self.slider.setAccessibleName(tr("Step"))
        self.slider.setToolTip(tr("How far the source moves: small steps in the middle, large ones at the ends"))
        self.about = hint(tr("Drag to move a source a little: how far the derivatives predict that each node follows, "
                             "and how far it does."))  # fmt: skip
        self.hint = hint(tr("Choose what is differentiated and a source that it depends on."))
        self.line, self.growth, self.legend = text_label(rich=False), hint(""), text_label()
        self.table = QTableWidget(0, 4)
        TableCopies(self.table, session)
        self.plot: SmallPlot | None = None
        self.moved: list[Moved] = []
        self._lay_out()
        self.source.activated.connect(self._choose)
        self.element.activated.connect(self.renew)
        self.slider.valueChanged.connect(self._show_step)
        self.table.cellClicked.connect(self._take_cell)
        session.changed.connect(self._follow)
        session.replaced.connect(self.renew)
        session.selection.changed.connect(self._follow_selection)
        theme.changed.connect(self.renew)

    # -- what is asked -------------------------------------------------------------------------------------------------

    @property
    def id(self) -> str | None:
        """The source that moves."""
        return self.source.currentData()

    @property
    def place(self) -> tuple[int, ...]:
        return self.element.currentData() or ()

    @property
    def reach(self) -> float:
        """How far the slider goes: about as far as the number is from 0."""
        value = None if self.id is None else self.session.results.value(self.id)
        here = 0.0 if value is None else abs(float(np.asarray(value)[self.place]))
        return max(here, _LEAST) if np.isfinite(here) else _LEAST

    @property
    def step(self) -> float:
        """Fine in the middle of the slider, coarse at its ends."""
        part = self.slider.value() / _ENDS
        return float(f"{self.reach * part * abs(part):.4g}")

    # -- what is seen --------------------------------------------------------------------------------------------------

    def show_now(self) -> None:
        if self.session.known.waiting:
            return
        self._offer_sources()
        self._offer_elements()
        ready = self.id is not None and self.session.results.target is not None
        self.hint.setVisible(not ready)
        for part in (self.about, self.source, self.slider, self.line, self.legend, self.growth, self.table):
            part.setVisible(ready)
        self.element.setVisible(ready and self.element.count() > 1)
        if self.plot is None and ready:
            self.plot = SmallPlot(self.theme, tr("The target along the source, and its tangent"))
            self.plot.setFixedHeight(self.theme.px(150))
            PlotCopies(self.plot.widget, self.session, [self.plot.widget])
            self.column.insertWidget(self.column.indexOf(self.legend), self.plot)
        if self.plot is not None:
            self.plot.setVisible(ready)
        if ready:
            show_text(self.legend, self._colours())
            self._show_course()
            self._show_step()

    def _colours(self) -> str:
        t = self.theme.tokens
        told = (("━", t.forward, tr("true")), ("╍", t.backward, tr("predicted: gradient × step")))
        return " &nbsp; ".join(f'<span style="color:{colour}">{line} {word}</span>' for line, colour, word in told)

    def _offer_sources(self) -> None:
        graph, results = self.session.document.graph, self.session.results
        nodes = [node for node in graph.nodes if node.is_source and results.gradient(node.id) is not None]
        chosen = self.session.selection.only_node or self.id
        with QSignalBlocker(self.source):
            before = self.id
            self.source.clear()
            for node in sorted(nodes, key=lambda node: natural(node.id)):
                self.source.addItem(node.name, node.id)
            for id in (before, chosen):
                if self.source.findData(id) >= 0:
                    self.source.setCurrentIndex(self.source.findData(id))

    def _offer_elements(self) -> None:
        value = None if self.id is None else self.session.results.value(self.id)
        places = [] if value is None or np.ndim(value) == 0 else list(np.ndindex(np.shape(value)))[:_MOST_ELEMENTS]
        if places == [self.element.itemData(row) for row in range(self.element.count())]:
            return
        with QSignalBlocker(self.element):
            self.element.clear()
            for place in places:
                self.element.addItem(str(list(place)), place)

    def _show_course(self) -> None:
        results, target = self.session.results, self.session.results.target
        assert self.id is not None
        assert target is not None
        assert self.plot is not None
        found = course(results.evaluation, target, self.id, self.reach, element=self.place)
        graph = self.session.document.graph
        self.plot.draw("value", found.x, found.value, "forward")
        self.plot.draw("tangent", found.x, found.tangent, "backward", dashed=True)
        self.plot.label(self._named(graph.node(self.id)), graph.node(target).name)

    def _show_step(self) -> None:
        results, target, id = self.session.results, self.session.results.target, self.id
        if id is None or target is None or self.plot is None:
            return
        step, here = self.step, float(np.asarray(results.value(id))[self.place])
        name = self._named(self.session.document.graph.node(id))
        self.line.setText(tr("{name}: {here} → {there}, a step of {step}", name=name, here=short(here),
                             there=short(here + step), step=short(step)))  # fmt: skip
        self.moved = nudge(results.evaluation, id, step, element=self.place)
        self._fill()
        ends = [course(results.evaluation, target, id, abs(by), element=self.place, count=3) for by in (step, 2 * step)]
        side = 2 if step >= 0 else 0
        self.plot.draw("truth", [here + step], [ends[0].value[side]], "forward", dots=True)
        self.plot.draw("prediction", [here + step], [ends[0].tangent[side]], "backward", dots=True)
        gaps = [abs(end.value[side] - end.tangent[side]) for end in ends]
        self.growth.setText(_growth(gaps, abs(ends[0].value[side])))

    def _fill(self) -> None:
        graph, table, t = self.session.document.graph, self.table, self.theme.tokens
        table.setRowCount(min(len(self.moved), _MOST_ROWS))
        for row, moved in enumerate(self.moved[:_MOST_ROWS]):
            place = str(list(moved.element)) if moved.element else ""
            texts = (graph.node(moved.node).name + place, *map(short, (moved.predicted, moved.true, _gap(moved))))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(_NODE, moved.node)
                item.setToolTip(self._told(moved, column) if column else plain(text))
                if column:
                    item.setTextAlignment(_SIDE)
                    item.setForeground(QColor((t.backward, t.forward, t.text)[column - 1]))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        heading = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(heading + table.verticalHeader().length() + 2 * table.frameWidth())
        self._share_out()

    def _share_out(self) -> None:
        share_out(self.table, self.theme, _headings())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.table.viewport():
            self._share_out()
        return super().eventFilter(watched, event)

    def _told(self, moved: Moved, column: int) -> str:
        """A number in full, and what it comes from."""
        number = exact((moved.predicted, moved.true, moved.apart)[column - 1])
        if column == 1 and self.step:
            slope = short(moved.predicted / self.step)
            return f"{number}\n" + tr("gradient × step = {gradient} × {step}", gradient=slope, step=short(self.step))
        value = self.session.results.value(moved.node)
        if column == 2 and value is not None:
            here = float(np.asarray(value)[moved.element])
            return f"{number}\n" + tr("{there} instead of {here}", there=short(here + moved.true), here=short(here))
        return number

    def _named(self, node: Node) -> str:
        return f"{node.name}{list(self.place)}" if self.place else node.name

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure or concerned.words or concerned.target:
            self.renew()
        elif concerned.numbers:
            self.follow_numbers()

    # -- hands ---------------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        if self.id is not None:
            self.session.selection.set([self.id])
        self.renew()

    def _follow_selection(self) -> None:
        id = self.session.selection.only_node
        if id is not None and id != self.id and self.session.document.graph.node(id).is_source:
            self.renew()

    def _take_cell(self, row: int, column: int) -> None:
        """A name selects its node; a number is asked about."""
        if row < len(self.moved) and self.moved[row].node in self.session.document.graph:
            moved = self.moved[row]
            if not column:
                self.session.selection.set([moved.node])
            else:
                area, port = self.table.visualRect(self.table.model().index(row, column)), self.table.viewport()
                self._ask(moved, column, QRect(port.mapToGlobal(area.topLeft()), area.size()))

    def _ask(self, moved: Moved, column: int, at: QRect) -> None:
        """What was predicted comes from a derivative, what is true from a value."""
        assert self.id is not None
        if column == 1:
            question, aim = Question("gradient", self.id, self.place or None), Aim(moved.node, moved.element or None)
            self.session.inquiry.ask(question, at, aim)
        else:
            self.session.inquiry.ask(Question("value", moved.node, moved.element or None), at)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.source, 2)
        top.addWidget(self.element, 1)
        self.column.addWidget(self.about)
        self.column.addLayout(top)
        for part in (self.slider, self.line, self.legend, self.growth):
            self.column.addWidget(part)
        self.column.addWidget(self.table)
        self.column.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addStretch(1)
        table = self.table
        table.viewport().installEventFilter(self)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalHeaderLabels(_headings())
        table.setAccessibleName(tr("Nudge"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.theme.px(28))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        cut_in_the_middle(table)
        header.setHighlightSections(False)
        for column in range(4):
            item = table.horizontalHeaderItem(column)
            assert item is not None
            item.setTextAlignment(_SIDE if column else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setFont(ui_font(self.theme.px(12)))
        header.setFont(ui_font(self.theme.px(12)))


def _headings() -> list[str]:
    return [tr("node"), tr("predicted"), tr("true"), tr("apart")]


def _growth(gaps: list[float], size: float) -> str:
    """How the gap grows from one step to twice that step; `size` is the target's."""
    if not np.isfinite(gaps).all():
        return tr("There the target has no value.")
    if gaps[0] <= 1e-9 * (1 + size):
        return tr("At this step the tangent tells all there is to tell.")
    ratio = short(float(f"{gaps[1] / gaps[0]:.3g}"))
    return tr("With twice the step, prediction and truth part {ratio} times as far.", ratio=ratio)


def _gap(moved: Moved) -> float:
    """How far truth and prediction part; rounding is not worth showing."""
    size = max(abs(moved.true), abs(moved.predicted))
    return 0.0 if abs(moved.apart) <= 1e-12 * size else float(f"{moved.apart:.4g}")
