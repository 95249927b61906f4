"""The paths lens: all paths between two nodes, each with its product; one of them is lit on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QListView, QToolButton

from graph_engine.document import Edit, touched
from graph_engine.explain import Question
from graph_engine.graph import natural

from ...i18n import tr
from ...session import Session
from ...theme import Theme
from ...widgets.label import hint, show_text, text_label, word_label
from ...widgets.pairs import Pairs
from ..asking import ask
from ..beam import Beam
from ..live import ScrolledPanel
from ..node_box import NodeBox
from .ends import Ends, ends_of
from .found import LARGEST, LISTED, FoundPaths, many
from .rows import PathRows, RowPainter
from .summary import costs_html, summary_html


class _List(QListView):
    """Asks for no more height than its least, and takes what is left."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class PathsLens(ScrolledPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme)
        self.session, self.theme = session, theme
        self.ends = Ends(None, None)
        self.found: FoundPaths | None = None
        self._source: str | None = None  # as chosen; None: the usual one
        self._target: str | None = None
        self.beam = Beam(session)
        self.source = NodeBox(session, theme, tr("Paths from"), self._sources)
        self.target = NodeBox(session, theme, tr("Paths to"), self._targets)
        self.hint = hint(tr("Along a path the local derivatives multiply; over all paths they add up."))
        self.summary, self.costs = text_label("card"), text_label()
        self.all, self.largest = QToolButton(), QToolButton()
        self.note = text_label("muted", rich=False)
        self.rows = PathRows()
        self.painter = RowPainter(theme)
        self.list = _List()
        self._set_up()
        self.source.chosen.connect(self._choose_source)
        self.target.chosen.connect(self._choose_target)
        session.changed.connect(self._follow)
        for signal in (session.selection.changed, theme.changed):
            signal.connect(self.renew)
        session.replaced.connect(self._start_over)
        session.playhead.moved.connect(self._follow_time)
        self.painter.asked.connect(self._ask)
        self.list.activated.connect(self._ask_product)
        self.summary.linkActivated.connect(lambda link: ask(session, link))

    def show_now(self) -> None:
        graph = self.session.document.graph
        self.ends = ends_of(self.session, self._source, self._target)
        source, target = self.ends.source, self.ends.target
        for box, id, chosen in ((self.source, source, self._source), (self.target, target, self._target)):
            box.show_choice("–" if id is None else graph.node(id).name, chosen)
        self.found = None if source is None or target is None else FoundPaths(self.session.known, source, target)
        self._show_found()

    def see(self, seen: bool) -> None:
        super().see(seen)
        if not seen:
            self.light(QModelIndex())

    # -- inside --------------------------------------------------------------------------------------------------------

    def _show_found(self) -> None:
        t, found = self.theme.tokens, self.found
        show_text(self.summary, summary_html(found, t) if found else tr("Nothing here has derivatives yet."))
        show_text(self.costs, costs_html(found, t) if found else "")
        self.costs.setVisible(bool(found))
        count = found.count if found else 0
        few = count <= LARGEST or found is None or not found.arrived
        for button in (self.all, self.largest):
            button.setVisible(not few)
        largest = self.largest.isChecked() and not few
        paths = [] if found is None else found.largest if largest else found.first
        self.rows.take(found, paths)
        cut = tr("the first {n} of {all}", n=LISTED, all=many(count)) if count > LISTED and not largest else ""
        show_text(self.note, cut)
        self.note.setVisible(bool(cut))
        if self.beam.on:
            self._light_current()

    def _sources(self) -> list[tuple[str, object]]:
        graph = self.session.document.graph
        nodes = sorted(graph.nodes, key=lambda node: (not node.is_source, natural(node.id)))
        return [(tr("the selected node"), None), *((node.name, node.id) for node in nodes)]

    def _targets(self) -> list[tuple[str, object]]:
        nodes = sorted((n for n in self.session.document.graph.nodes if not n.is_source), key=lambda n: natural(n.id))
        return [(tr("the target of the graph"), None), *((node.name, node.id) for node in nodes)]

    def _choose_source(self, id: str | None) -> None:
        self._source = id
        self.renew()

    def _choose_target(self, id: str | None) -> None:
        self._target = id
        self.renew()

    def _follow_time(self) -> None:
        """The paths are what they were; more of their numbers may be seen now, or fewer."""
        if self.found is None or not self.seen:
            self.renew()
            return
        self.found.known = self.session.known
        self._show_found()

    def _ask(self, question: Question, at: QRect) -> None:
        self.session.inquiry.ask(question, at)

    def _ask_product(self, index: QModelIndex) -> None:
        area, port = self.list.visualRect(index), self.list.viewport()
        self._ask(self.rows.row(index.row()).asks, QRect(port.mapToGlobal(area.topLeft()), area.size()))

    def _start_over(self) -> None:
        self._source = self._target = None
        self.beam.on = False  # the light went with the document
        self.renew()

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure or concerned.words:
            self.renew()
        elif concerned.numbers:
            self.follow_numbers()

    # -- light ---------------------------------------------------------------------------------------------------------

    def light(self, index: QModelIndex) -> None:
        """Lights one path on the canvas; with no index, all of the graph."""
        self.beam.show(self.rows.edges(index.row()) if self.seen and index.isValid() else None)

    def _light_current(self) -> None:
        self.light(self.list.currentIndex())

    def _set_up(self) -> None:
        for button, text, tip in (
            (self.all, tr("In order"), tr("The paths in the order of the wires")),
            (self.largest, tr("{n} largest", n=LARGEST), tr("The paths whose products are largest, largest first")),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.toggled.connect(lambda on: self._show_found() if on else None)
        self.all.setChecked(True)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self.painter)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Paths"))
        self.list.entered.connect(self.light)
        self.list.selectionModel().currentChanged.connect(self.light)
        self.list.viewport().installEventFilter(self)
        self.list.setMinimumHeight(self.theme.px(112))
        self.summary.setMargin(self.theme.px(10))
        self._lay_out()

    def _lay_out(self) -> None:
        ends = Pairs([(word_label(tr("from")), self.source), (word_label(tr("to")), self.target)], gap=self.theme.px(6))
        choice = QHBoxLayout()
        choice.setSpacing(4)
        choice.addWidget(self.all)
        choice.addWidget(self.largest)
        choice.addStretch(1)
        self.column.addWidget(self.hint)
        self.column.addWidget(ends)
        self.column.addWidget(self.summary)
        self.column.addLayout(choice)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.note)
        self.column.addWidget(self.costs)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._light_current()
        return super().eventFilter(watched, event)
