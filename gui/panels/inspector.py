"""The inspector: one node or wire with its formula and its numbers; everything that can be set about it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from graph_engine.document import Edit, edits, ready, regroup, touched
from graph_engine.document.groups import members
from graph_engine.graph import Edge

from ..i18n import localize, tr
from ..mathematics import FormulaView
from ..session import Session, layers
from ..session.grouping import shown_group
from ..session.troubles import troubles
from ..theme import Theme
from ..widgets.entry_field import EntryField
from ..widgets.label import show_text, text_label
from . import group_text, inspector_text
from .asking import ask
from .port_names import PortNames
from .settings_form import SettingsForm

_LONG = 2000  # letters of rich text; laying out more waits until the numbers rest
_REST = 120  # milliseconds
_MARGIN = 16


class Inspector(QScrollArea):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.setWidgetResizable(True)
        self.heading = text_label("heading", rich=False)
        self.about = text_label("muted", rich=False)
        self.name = EntryField(tr("Name"))
        self.form = SettingsForm(session)
        self.ports = PortNames(session)
        self.formula = FormulaView(theme, 19, margin=14, centred=True)
        self.formula.setObjectName("card")
        self.worked = FormulaView(theme, 16, margin=4)
        self.problems = text_label("error", rich=False)
        self.remedy = QPushButton(tr("Give it parameters"))
        self.remedy.clicked.connect(self._mend)
        self.numbers = text_label()
        self.edges = text_label()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(_MARGIN, 10, _MARGIN, 16)
        layout.setSpacing(10)
        for part in (
            self.heading,
            self.about,
            self.name,
            self.form,
            self.ports,
            self.problems,
            self.remedy,
            self.formula,
            self.worked,
            self.numbers,
            self.edges,
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(body)
        self.name.done.connect(self._rename)
        for label in (self.edges, self.numbers):
            label.linkActivated.connect(self._go_to)
        for view in (self.formula, self.worked):
            view.asked.connect(session.inquiry.ask)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST)
        self._later.timeout.connect(self.refresh)
        session.changed.connect(self._follow)
        for signal in (
            session.replaced,
            session.playhead.moved,
            session.selection.changed,
            session.checked.changed,
            session.diagnosis.changed,
            theme.changed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap at the edge of the panel, however wide its numbers are."""
        super().resizeEvent(event)
        room = self.viewport().width() - _MARGIN * 2
        for part in (self.heading, self.about, self.name, self.form, self.problems, self.remedy):
            part.setMaximumWidth(max(room, 1))

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.numbers or concerned.words or concerned.description or concerned.groups:
            if len(self.numbers.text()) > _LONG:
                self._show_fields()
                if not self._later.isActive():
                    self._later.start()
            else:
                self.refresh()

    def _show_fields(self) -> None:
        """What can be typed into."""
        group = shown_group(self.session)
        self.form.show_node(None if group is not None else self.session.selection.only_node)
        self.ports.show_group(group)

    def refresh(self) -> None:
        selection = self.session.selection
        node, edge = selection.only_node, selection.only_edge
        group = shown_group(self.session)
        self._show_fields()
        if group is not None:
            self._show_group(group)
        elif node is not None:
            self._show_node(node)
        elif edge is not None:
            self._show_edge(edge)
        else:
            self._show_nothing()
        for part in (self.heading, self.about, self.problems, self.numbers, self.edges):
            part.setVisible(bool(part.text()))
        for view in (self.formula, self.worked):
            view.setVisible(bool(view.lines))
        self._offer_remedy()

    def _concerned(self) -> list[str]:
        """The nodes that are shown: one, or all of a group."""
        group, node = shown_group(self.session), self.session.selection.only_node
        if group is not None:
            return sorted(members(self.session.document.groups, group))
        return [] if node is None else [node]

    def _offer_remedy(self) -> None:
        """A button for what lacks parameters, or has some that do not fit."""
        document, evaluation = self.session.document, self.session.results.evaluation
        lacking = layers.lacking(self.session, self._concerned())
        unfit = any(ready.can_be_refitted(document, id, evaluation) for id in self._concerned())
        self.remedy.setVisible(bool(lacking) or unfit)
        if lacking:
            self.remedy.setText(tr("Give it parameters"))
            self.remedy.setToolTip(tr("Wires new weights and a bias to the layer, in shapes that fit"))
        elif unfit:
            self.remedy.setText(tr("Fit parameters"))
            self.remedy.setToolTip(tr("Gives the parameters of layers that do not fit the shapes that do"))

    def _mend(self) -> None:
        lacking = layers.lacking(self.session, self._concerned())
        if lacking:
            layers.give_parameters(self.session, lacking)
        else:
            layers.refit(self.session)

    def _show_node(self, id: str) -> None:
        node = self.session.document.graph.node(id)
        show_text(self.heading, localize(node.spec.label))
        show_text(self.about, localize(node.spec.about))
        self.name.show()
        self.name.show_text(node.name)
        found = [p for p in self.session.results.problems.get(id, [])]
        show_text(self.problems, "\n".join(localize(p.sentence) for p in found))
        self.formula.show_lines(inspector_text.rules(node))
        self.worked.show_lines(inspector_text.worked(self.session, id))
        show_text(self.numbers, inspector_text.node_html(self.session, id, self.theme.tokens))
        show_text(self.edges, inspector_text.edges_html(self.session, id, self.theme.tokens))

    def _show_group(self, id: str) -> None:
        group = self.session.document.groups[id]
        show_text(self.heading, tr("group"))
        show_text(self.about, group_text.about(self.session, id))
        self.name.show()
        self.name.show_text(group.name)
        self.formula.show_lines([])
        self.worked.show_lines([])
        show_text(self.problems, "\n".join(localize(trouble.sentence) for trouble in troubles(self.session, id)))
        show_text(self.numbers, group_text.numbers_html(self.session, id, self.theme.tokens))
        show_text(self.edges, group_text.ports_html(self.session, id, self.theme.tokens))

    def _show_edge(self, edge: Edge) -> None:
        graph = self.session.document.graph
        show_text(self.heading, tr("wire"))
        source, target = graph.node(edge.source).name, graph.node(edge.target).name
        show_text(self.about, tr("{source} → {target}, input {port}", source=source, target=target, port=edge.port))
        self.name.hide()
        self.problems.clear()
        self.formula.show_lines(inspector_text.local_rule(self.session, edge))
        self.worked.show_lines([])
        show_text(self.numbers, inspector_text.edge_html(self.session, edge, self.theme.tokens))
        self.edges.clear()

    def _show_nothing(self) -> None:
        document, chosen = self.session.document, len(self.session.selection.nodes)
        self.name.hide()
        for part in (self.problems, self.edges):
            part.clear()
        for view in (self.formula, self.worked):
            view.show_lines([])
        if chosen:
            show_text(self.heading, tr("{n} nodes selected", n=chosen))
            show_text(self.about, "")
            show_text(self.numbers, inspector_text.several_html(self.session, self.theme.tokens))
        else:
            show_text(self.heading, tr(document.title) if document.title else tr("Nothing selected"))
            hint = tr("Click a node or a wire to see its formula and its numbers.")
            show_text(self.about, f"{tr(document.description)}\n\n{hint}" if document.description else hint)
            show_text(self.numbers, inspector_text.sources_html(self.session, self.theme.tokens))

    def _rename(self, text: str) -> None:
        group = shown_group(self.session)
        if group is not None:
            self._rename_group(group, text)
            return
        id = self.session.selection.only_node
        if id is None or text.strip() == self.session.document.graph.node(id).name:
            return
        if not self.session.attempt(edits.Rename(id, text), tr("Rename")):
            self.name.setText(self.session.document.graph.node(id).name)

    def _rename_group(self, id: str, text: str) -> None:
        if text.strip() != self.session.document.groups[id].name:
            edit = regroup.changed(self.session.document, id, name=text)
            if not self.session.attempt(edit, tr("Rename")):
                self.name.setText(self.session.document.groups[id].name)

    def _go_to(self, link: str) -> None:
        if not ask(self.session, link) and link in self.session.document.graph:
            self.session.selection.set([link])
