"""The card that says what the step just shown did, with the numbers it used."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from graph_engine.document import Edit, touched
from graph_engine.explain import brief

from ..i18n import localize, tr
from ..session import Session
from ..theme import Theme
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
        layout.addWidget(self.text)
        session.changed.connect(self._follow)
        for signal in (session.replaced, session.playhead.moved, theme.changed):
            signal.connect(self.refresh)
        self.refresh()

    def plain(self) -> str:
        """What the card says, as plain text: title and lines."""
        title, lines = self._words()
        return "\n".join([title, *lines])

    def height_for(self, width: int) -> int:
        """How tall the card must be to hold its text at `width`."""
        margins = self.contentsMargins() + self._margins
        return (
            self.text.heightForWidth(width - margins.left() - margins.right() - 8)
            + margins.top()
            + margins.bottom()
            + 4
        )

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.numbers or concerned.words:
            self.refresh()

    def refresh(self) -> None:
        t = self.theme.tokens
        title, lines = self._words()
        step = self.session.playhead.step
        colour = t.line if step is None else t.forward if step.phase == "forward" else t.backward
        if colour != self._edge:
            self._edge = colour
            self.setStyleSheet(f"QFrame#card {{ border-left: 5px solid {colour}; }}")
        shown = lines[:_MOST_LINES] + (
            [tr("… and {n} more", n=len(lines) - _MOST_LINES)] if len(lines) > _MOST_LINES else []
        )
        marked = [escape(line) if step is None else _mark(line, colour) for line in shown]
        body = "".join(f'<div style="margin-top:6px">{line}</div>' for line in marked)
        show_text(self.text, f"<b>{escape(title)}</b>{body}")

    def _words(self) -> tuple[str, list[str]]:
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


def _mark(line: str, colour: str) -> str:
    """The result of a line, behind its last equals sign, in the colour of the pass."""
    before, sign, result = line.rpartition(" = ")
    if not sign:
        return escape(line)
    result, colon, rest = result.partition(": ")
    return f'{escape(before)} = <b style="color:{colour}">{escape(result)}</b>{escape(colon + rest)}'
