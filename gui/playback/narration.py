"""The card that says what the step just shown did, with the numbers it used."""

from __future__ import annotations

from html import escape
from itertools import zip_longest

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from graph_engine.document import Edit, touched
from graph_engine.evaluate import Step
from graph_engine.explain import brief
from graph_engine.expression import Piece

from ..i18n import localize, tr
from ..mathematics import FormulaView
from ..session import Session
from ..theme import Theme, Tokens
from ..widgets.label import show_text

_MOST_LINES = 6


class NarrationCard(QFrame):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.setObjectName("card")
        self._edge = ""  # its colour
        self.setAccessibleName(tr("Narration"))
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setWordWrap(True)
        layout = QVBoxLayout(self)
        self._margins = QMargins(18, 12, 18, 12)
        layout.setContentsMargins(self._margins)
        layout.setSpacing(8)
        layout.addWidget(self.text)
        self.formulas = FormulaView(theme, 17)
        layout.addWidget(self.formulas)
        self.formulas.asked.connect(session.inquiry.ask)
        session.changed.connect(self._follow)
        for signal in (session.replaced, session.glimpsed, session.playhead.moved, theme.changed):
            signal.connect(self.refresh)
        self.refresh()

    def plain(self) -> str:
        """What the card says, as plain text: title and lines."""
        title, lines = self._words()
        return "\n".join([title, *lines])

    def height_for(self, width: int) -> int:
        """How tall the card must be to hold its text at `width`."""
        margins = self.contentsMargins() + self._margins
        inside = width - margins.left() - margins.right() - 8
        set_below = self.formulas.heightForWidth(inside) + 8 if self.formulas.lines else 0
        return self.text.heightForWidth(inside) + set_below + margins.top() + margins.bottom() + 4

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.numbers or concerned.words:
            self.refresh()

    def refresh(self) -> None:
        t = self.theme.tokens
        title, lines = self._words()
        step = self.session.playhead.step
        colour = t.line if step is None else _colour(step, t)
        if colour != self._edge:
            self._edge = colour
            self.setStyleSheet(f"QFrame#card {{ border-left: 5px solid {colour}; }}")
        pairs = list(zip_longest(lines, self._formulas()))
        told = [line for line, formula in pairs[:_MOST_LINES] if formula is None]
        if len(pairs) > _MOST_LINES:
            told.append(tr("… and {n} more", n=len(pairs) - _MOST_LINES))
        body = "".join(f'<div style="margin-top:6px">{escape(line)}</div>' for line in told)
        show_text(self.text, f"<b>{escape(title)}</b>{body}")
        self.formulas.show_lines([formula for _, formula in pairs[:_MOST_LINES] if formula is not None])
        self.formulas.setVisible(bool(self.formulas.lines))

    def _formulas(self) -> tuple[Piece | None, ...]:
        head = self.session.playhead
        return () if head.resting or head.veil is not None else head.narration().formulas

    def _words(self) -> tuple[str, list[str]]:
        practice = self.session.practice
        if practice.topic is not None:
            asked = practice.current
            hint = tr("Type it in the practice panel; it is shown when it is right.")
            return (localize(practice.text(asked)), [hint]) if asked else (tr("All of it is predicted"), [])
        if not self.session.playhead.resting:
            narration = self.session.playhead.narration()
            return localize(narration.title), [localize(line) for line in narration.lines]
        return self._at_rest()

    def _at_rest(self) -> tuple[str, list[str]]:
        document, results = self.session.document, self.session.results
        problems = [localize(p.sentence) for found in results.problems.values() for p in found]
        if not len(document.graph):
            return tr("An empty canvas"), [tr("Drag nodes from the palette, then pull wires from port to port.")]
        if results.target is None:
            return tr("Nothing to differentiate yet"), problems or [tr("Wire a node that computes something.")]
        name, value = document.graph.node(results.target).name, results.value(results.target)
        title = tr("{name} = {value}", name=name, value="" if value is None else brief(value))
        hint = tr("Press Play, or step with the keys “.” and “,” through both passes.")
        return title, [*problems, hint]


def _colour(step: Step, t: Tokens) -> str:
    return t.forward if step.kind == "value" else t.good if step.kind == "update" else t.backward
