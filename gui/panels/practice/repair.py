"""Repair the rule: a backward rule is broken, a person looks for it and says which node or wire it is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from graph_engine.graph import Edge
from graph_engine.practice import FAULTS_BY_KEY

from ...i18n import localize, tr
from ...session import Session
from ...theme import Theme
from ...widgets.label import show_text


class RepairBox(QWidget):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.intro = QLabel()
        self.intro.setObjectName("muted")
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Which rule is broken"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.start = QPushButton(tr("Break a rule"))
        self.suspect = QLabel()
        self.this = QPushButton(tr("This is it"))
        self.finding = QLabel()
        self.tell = QPushButton(tr("Show me"))
        self.mend = QPushButton(tr("Mend the rule"))
        self._lay_out()
        self.start.clicked.connect(self.begin)
        self.this.clicked.connect(self._accuse)
        self.tell.clicked.connect(self._tell)
        self.mend.clicked.connect(session.repair.end)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.theme.px(8))
        for label in (self.intro, self.suspect, self.finding):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        row = QHBoxLayout()
        row.addWidget(self.tell)
        row.addWidget(self.mend)
        for part in (self.intro, self.choice, self.start, self.suspect, self.this, self.finding):
            layout.addWidget(part)
        layout.addLayout(row)

    def begin(self) -> None:
        """Breaks what was chosen, by chance unless someone chose."""
        if not self.session.repair.begin(FAULTS_BY_KEY.get(self.choice.currentData() or "")):
            self.session.say(tr("There is no rule to break here: nothing is differentiated yet."), "warning")

    def _accuse(self) -> None:
        pick = self._pick()
        if pick is not None:
            finding = self.session.repair.suspect(pick)
            if finding is not None:
                self.session.announce(localize(finding.sentence))

    def _tell(self) -> None:
        planted = self.session.repair.planted
        if planted is not None:
            self.session.selection.set([planted.node])
            self.session.repair.give_up()

    def _pick(self) -> str | Edge | None:
        return self.session.selection.only_node or self.session.selection.only_edge

    # -- what is seen --------------------------------------------------------------------------------------------------

    def show_now(self) -> None:
        repair = self.session.repair
        running = repair.planted is not None
        if not running:
            self._fill()
        show_text(self.intro, self._about(running))
        show_text(self.suspect, self._suspect())
        show_text(self.finding, self._finding())
        self.this.setEnabled(self._pick() is not None)
        for control in (self.choice, self.start):
            control.setVisible(not running)
        for part in (self.suspect, self.this, self.tell):
            part.setVisible(running and not repair.solved)
        self.mend.setVisible(running)
        self.finding.setVisible(bool(self.finding.text()))

    def _fill(self) -> None:
        wanted = list(dict.fromkeys(planted.fault for planted in self.session.repair.possible()))
        keys = ["", *(fault.key for fault in wanted)]
        if keys != [self.choice.itemData(place) for place in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItem(tr("by chance"), "")
            for fault in wanted:
                self.choice.addItem(localize(fault.name), fault.key)
        self.start.setEnabled(bool(wanted))

    def _about(self, running: bool) -> str:
        if not running:
            return escape(tr("One backward rule is made wrong on purpose. Find the node or the wire where it is."))
        return escape(
            tr(
                "The values are right, some gradients are not. Is each local derivative what the formula says, each "
                "gradient upstream × local, each fan-out a sum? Click the node or the wire that you suspect."
            )
        )

    def _suspect(self) -> str:
        pick, graph = self._pick(), self.session.document.graph
        if pick is None:
            return escape(tr("Nothing is selected yet"))
        if isinstance(pick, str):
            return f"<b>{escape(graph.node(pick).name)}</b>"
        return f"<b>{escape(graph.node(pick.source).name)} → {escape(graph.node(pick.target).name)}</b>"

    def _finding(self) -> str:
        t, repair = self.theme.tokens, self.session.repair
        if repair.finding is None:
            return ""
        text = escape(localize(repair.finding.sentence))
        if not repair.solved:
            return f'<span style="color:{t.warning}">{text}</span>'
        tries = f"<br>{escape(tr('Tries: {n}', n=repair.tries))}" if repair.tries else ""
        return f'<b style="color:{t.good}">{text}</b>{tries}'
