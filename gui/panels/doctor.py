"""The doctor's panel: each finding with the chain of factors behind it and what helps; a click leads there."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from graph_engine.doctor import Finding, Link, examine
from graph_engine.document import Edit, touched
from graph_engine.explain import Question, short

from ..i18n import localize, tr
from ..session import Session
from ..theme import Theme
from .asking import ask, asking

_REST = 200  # milliseconds that numbers have to rest before they are examined
_SHOWN = 4  # links of a long chain at either end


class DoctorPanel(QScrollArea):
    """Examines whatever is open, seen or not, so that nodes bear their badges."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Doctor"))
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.cards: list[QLabel] = []
        body = QWidget()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(*map(theme.px, (14, 12, 14, 14)))
        self._layout.setSpacing(theme.px(10))
        self._layout.addWidget(self.summary)
        self._layout.addStretch(1)
        self.setWidget(body)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.examine)
        session.changed.connect(self._follow)
        session.replaced.connect(self._rest.start)
        for signal in (session.diagnosis.changed, session.playhead.moved):
            signal.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self._rest.start()
        self.refresh()

    def examine(self) -> None:
        self._rest.stop()
        results = self.session.results
        self.session.diagnosis.take(examine(results.evaluation, results.gradients))

    def refresh(self) -> None:
        waiting, t = self.session.known.waiting, self.theme.tokens
        findings = () if waiting else self.session.diagnosis.findings
        self.summary.setText(self._summary())
        colour = t.warning if findings else t.good if self._is_well() and not waiting else t.muted
        self.summary.setStyleSheet(f"color: {colour}; font-weight: 600")
        while len(self.cards) > len(findings):
            self.cards.pop().deleteLater()
        while len(self.cards) < len(findings):
            card = _card(self.theme)
            card.linkActivated.connect(self._go_to)
            self._layout.insertWidget(self._layout.count() - 1, card)
            self.cards.append(card)
        for card, finding in zip(self.cards, findings, strict=True):
            card.setText(self._html(finding))

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.numbers or concerned.words:
            self._rest.start()

    def _is_well(self) -> bool:
        return self.session.diagnosis.known and len(self.session.document.graph) > 0

    def _summary(self) -> str:
        if self.session.known.waiting:
            return self.session.known.waiting
        found = len(self.session.diagnosis.findings)
        if found == 1:
            return tr("One thing keeps this graph from learning well.")
        if found:
            return tr("{n} things keep this graph from learning well.", n=found)
        if self._is_well():
            return tr("Nothing stands out: no gradient vanishes or explodes, nothing is dead, saturated or unused.")
        return tr("Vanishing and exploding gradients, dead relus, saturation and the like are found here.")

    def _html(self, finding: Finding) -> str:
        t, graph = self.theme.tokens, self.session.document.graph
        lines = [
            f'<b style="color:{t.warning}">{escape(title(finding))}</b> · {self._link(finding.node)}',
            escape(localize(finding.sentence)),
        ]
        if finding.chain and all(link.edge.target in graph for link in finding.chain):
            lines.append(f'<span style="color:{t.backward}">{self._chain(finding.chain)}</span>')
        lines.append(
            f'<span style="color:{t.muted}">{escape(tr("What helps"))}:</span> {escape(localize(finding.helps))}'
        )
        return "".join(f'<p style="margin:0 0 7px 0">{line}</p>' for line in lines)

    def _chain(self, chain: tuple[Link, ...]) -> str:
        """As the gradient travels: from what is differentiated to the node, the factor of each wire on its arrow."""
        links = chain[::-1]
        left_out = len(links) - 2 * _SHOWN
        parts = [self._link(links[0].edge.target)]
        for place, link in enumerate(links):
            if left_out > 1 and _SHOWN <= place < len(links) - _SHOWN:
                if place == _SHOWN:
                    parts.append(f"… {escape(tr('{n} more', n=left_out))} …")
                continue
            number = asking(f"×{factor(link)}", self.theme.tokens.backward, Question("carried", link.edge))
            parts.append(f"{number}&nbsp;→ {self._link(link.edge.source)}")
        return " ".join(parts)

    def _link(self, id: str) -> str:
        name = self.session.document.graph.node(id).name
        return f'<a href="{escape(id)}" style="color:{self.theme.tokens.text}">{escape(name)}</a>'

    def _go_to(self, id: str) -> None:
        if not ask(self.session, id) and id in self.session.document.graph:
            self.session.selection.set([id])
            self.session.sought.emit(id)


def factor(link: Link) -> str:
    return short(float(f"{link.factor:.3g}"))


def title(finding: Finding) -> str:
    """The name of what a rule finds."""
    return {
        "vanishing": tr("Vanishing gradient"),
        "exploding": tr("Exploding gradient"),
        "dead_relu": tr("Dead relu"),
        "saturated": tr("Saturation"),
        "symmetric": tr("Symmetry"),
        "unused": tr("Unused parameter"),
        "not_a_number": tr("NaN or infinity"),
    }[finding.rule]


def _card(theme: Theme) -> QLabel:
    card = QLabel()
    card.setObjectName("card")
    card.setTextFormat(Qt.TextFormat.RichText)
    card.setWordWrap(True)
    card.setContentsMargins(*map(theme.px, (12, 10, 12, 8)))
    card.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    return card
