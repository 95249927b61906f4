"""Forward mode against reverse mode: the same Jacobian, filled column by column and row by row."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from graph_engine.document import Edit, touched
from graph_engine.explain import exact
from graph_engine.graph import natural

from ...heat import Cell, symmetric
from ...i18n import tr
from ...session import Session
from ...theme import Theme, icon
from ...widgets.label import hint, show_text, text_label, word_label
from ...widgets.pairs import Pairs
from ..asking import ask, asking
from ..beam import Beam
from ..live import ScrolledPanel
from ..node_box import NodeBox
from .race import ALL, Race
from .side import Side

BEAT = 700  # milliseconds


class ModesPanel(ScrolledPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme, session)
        self.session, self.theme = session, theme
        self.race: Race | None = None
        self.position = 0  # sweeps of each mode that are done
        self._source = self._target = ALL
        self.beam = Beam(session)
        self.hint = hint(tr("Forward mode finds a column of the Jacobian per sweep, reverse mode a row."))
        self.target = NodeBox(session, theme, tr("Derivatives of"), self._targets)
        self.source = NodeBox(session, theme, tr("Derivatives by"), self._sources)
        self.forward = Side(theme, tr("Forward mode"), tr("one input entry at a time"))
        self.reverse = Side(theme, tr("Reverse mode"), tr("one output entry at a time"))
        self.readout, self.verdict = text_label("muted"), text_label("card")
        self.count = text_label("muted", rich=False)
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self.buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self._join()

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def show_now(self) -> None:
        if self.session.known.waiting:
            self._pause()
            self.race, self.position = None, 0
            return
        graph = self.session.document.graph
        for box, id, words in (
            (self.target, self._target, tr("all outputs")),
            (self.source, self._source, tr("all inputs")),
        ):
            box.show_choice(graph.node(id).name if id in graph else words, id if id in graph else ALL)
        self.race = Race(self.session, self._target, self._source)
        self.position = min(self.position, self.race.last)
        self._show_race(self.race)

    def go(self, position: int) -> None:
        """Shows both modes after so many sweeps each."""
        if self.race is not None:
            self.position = max(0, min(position, self.race.last))
            self._show_race(self.race)

    def see(self, seen: bool) -> None:
        super().see(seen)
        if not seen:
            self._pause()
            self.beam.show(None)

    # -- showing -------------------------------------------------------------------------------------------------------

    def _show_race(self, race: Race) -> None:
        there, done = race.last > 0, self.position
        for side in (self.forward, self.reverse):
            side.map.setVisible(there)
        if there:
            ahead, back = race.by_columns(done), race.by_rows(done)
            scale = symmetric(race.by_rows(race.last)[0])
            tall, wide = (range(many) for many in race.shape)
            column, row = _latest(done, len(wide)), _latest(done, len(tall))
            self.forward.show_state(*ahead, scale, None if column is None else (tall, column))
            self.reverse.show_state(*back, scale, None if row is None else (row, wide))
        shown = done if there else 0
        self.forward.show_cost(race.done_forward(shown), race.forward)
        self.reverse.show_cost(race.done_reverse(shown), race.reverse)
        show_text(self.count, f"{done} / {race.last}")
        show_text(self.verdict, self._verdict(race))
        self._read(None)
        self._refresh_buttons()

    def _verdict(self, race: Race) -> str:
        t = self.theme.tokens
        if race.empty:
            return escape(tr("Nothing here has derivatives yet."))
        if not race.counted:
            return escape(tr("All inputs and outputs are too many to count here; choose one output and one input."))
        lines = []
        if race.too_large:
            lines.append(tr("{rows} × {columns} is more than can be drawn; this is what each costs.",
                            rows=race.rows, columns=race.columns))  # fmt: skip
        elif race.summed_up:
            lines.append(tr("{rows} × {columns} is too large to draw entry by entry: a cell stands for up to "
                            "{tall} × {wide} of them and shows the largest.",
                            rows=race.rows, columns=race.columns, tall=race.tall, wide=race.wide))  # fmt: skip
        ahead, back = race.forward.operations, race.reverse.operations
        lines.append(tr("inputs: {columns}, outputs: {rows}", columns=race.columns, rows=race.rows))
        few, many = sorted((ahead, back))
        if few == many:
            lines.append(tr("Both modes cost the same."))
        elif few == ahead:
            lines.append(tr("Forward mode needs {few} multiplications, reverse mode {many}.", few=few, many=many))
        else:
            lines.append(tr("Reverse mode needs {few} multiplications, forward mode {many}.", few=few, many=many))
        text = "<br>".join(escape(line) for line in lines)
        if race.last and self.position == race.last and not race.summed_up:
            good, word = (t.good, tr("✓ the same Jacobian")) if race.agree() else (t.error, tr("✗ not the same"))
            text += f'<br><b style="color:{good}">{escape(word)}</b>'
        return text

    def _read(self, cell: Cell | None, side: Side | None = None) -> None:
        race = self.race
        if race is None or race.empty:
            show_text(self.readout, "")
            return
        if cell is None or side is None:
            show_text(self.readout, tr("Point at a cell: its number here, the wires of its sweep on the canvas."))
            return
        row, column = race.entry(cell)
        name = escape(f"∂{race.row_name(row)}/∂{race.column_name(column)}")
        known = side.map.known is None or bool(side.map.known[cell])
        number = escape(exact(float(side.map.matrix[cell])) if known else "?")
        asks = race.question(row, column) if known else (None, None)
        show_text(self.readout, f"{name} = {asking(number, self.theme.tokens.backward, *asks)}")

    def _ask(self, cell: Cell, at: QRect) -> None:
        if self.race is not None:
            question, aim = self.race.question(*self.race.entry(cell))
            self.session.inquiry.ask(question, at, aim)

    def _point(self, side: Side, cell: Cell | None) -> None:
        self._read(cell, side)
        race = self.race
        known = race is not None and cell is not None and side.map.known is not None and bool(side.map.known[cell])
        if race is None or cell is None or not known:
            self.beam.show(None)
            return
        row, column = race.entry(cell)
        start = race.sweeps.column_start(column) if side is self.forward else race.sweeps.row_start(row)
        self.beam.show(start.wires)

    # -- transport -----------------------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self.playing:
            self._pause()
        elif self.race is not None and self.race.last:
            if self.position >= self.race.last:
                self.go(0)
            self._timer.start()
            self._refresh_buttons()

    def _pause(self) -> None:
        self._timer.stop()
        self._refresh_buttons()

    def _beat(self) -> None:
        self.go(self.position + 1)
        if self.race is None or self.position >= self.race.last:
            self._pause()

    def _step(self, by: int) -> None:
        self._pause()
        self.go(self.position + by)

    def _refresh_buttons(self) -> None:
        last = self.race.last if self.race is not None else 0
        for name, button in self.buttons.items():
            drawn = "pause" if name == "play" and self.playing else name
            button.setIcon(icon(drawn, self.theme.tokens))
            back = name in ("skip-back", "step-back")
            button.setEnabled(last > 0 and (name == "play" or (self.position > 0 if back else self.position < last)))

    # -- inside --------------------------------------------------------------------------------------------------------

    def _targets(self) -> list[tuple[str, object]]:
        nodes = sorted((n for n in self.session.document.graph.nodes if not n.is_source), key=lambda n: natural(n.id))
        return [(tr("all outputs"), ALL), *((node.name, node.id) for node in nodes)]

    def _sources(self) -> list[tuple[str, object]]:
        nodes = sorted(self.session.document.graph.nodes, key=lambda node: (not node.is_source, natural(node.id)))
        return [(tr("all inputs"), ALL), *((node.name, node.id) for node in nodes)]

    def _choose_target(self, id: str) -> None:
        self._target, self.position = id, 0
        self.renew()

    def _choose_source(self, id: str) -> None:
        self._source, self.position = id, 0
        self.renew()

    def _start_over(self) -> None:
        self._pause()
        self._source = self._target = ALL
        self.position = 0
        self.renew()

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure or concerned.words:
            self.renew()
        elif concerned.numbers:
            self.follow_numbers()

    def _join(self) -> None:
        self.target.chosen.connect(self._choose_target)
        self.source.chosen.connect(self._choose_source)
        self.forward.map.pointed.connect(lambda cell: self._point(self.forward, cell))
        self.reverse.map.pointed.connect(lambda cell: self._point(self.reverse, cell))
        for side in (self.forward, self.reverse):
            side.map.asked.connect(self._ask)
        self.readout.linkActivated.connect(lambda link: ask(self.session, link))
        self.session.changed.connect(self._follow)
        self.session.replaced.connect(self._start_over)
        self.theme.changed.connect(self.renew)

    def _lay_out(self) -> None:
        ends = Pairs([(word_label(tr("of")), self.target), (word_label(tr("by")), self.source)], gap=self.theme.px(6))
        sides, transport = QHBoxLayout(), QHBoxLayout()
        sides.setSpacing(self.theme.px(16))
        sides.addWidget(self.forward, 1)
        sides.addWidget(self.reverse, 1)
        transport.setSpacing(2)
        for name, text, run in (
            ("skip-back", tr("No sweep yet"), lambda: self._step(-self.position)),
            ("step-back", tr("One sweep back"), lambda: self._step(-1)),
            ("play", tr("Play or pause the sweeps"), self._toggle),
            ("step-forward", tr("Next sweep"), lambda: self._step(1)),
            ("skip-forward", tr("All sweeps"), lambda: self._step(10**6)),
        ):
            transport.addWidget(self._button(name, text, run))
        transport.addStretch(1)
        transport.addWidget(self.count)
        self.verdict.setMargin(self.theme.px(10))
        self.column.addWidget(self.hint)
        self.column.addWidget(ends)
        self.column.addLayout(transport)
        self.column.addLayout(sides)
        self.column.addWidget(self.readout)
        self.column.addWidget(self.verdict)
        self.column.addStretch(1)

    def _button(self, name: str, text: str, run: Callable[[], None]) -> QToolButton:
        button = self.buttons[name] = QToolButton()
        button.setIconSize(QSize(self.theme.px(16), self.theme.px(16)))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: run())
        return button


def _latest(done: int, all_: int) -> range | None:
    """The line that was found last; none before the first sweep and after the last."""
    return range(done - 1, done) if 0 < done <= all_ else None
