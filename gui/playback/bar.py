"""The playback bar: to the start, back, play, on, to the end; the timeline; what is differentiated; the speed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton

from graph_engine.document import Edit, edits, touched
from graph_engine.graph import natural

from ..i18n import tr
from ..session import Session
from ..theme import Theme, icon
from .player import SPEEDS, Player
from .timeline import Timeline


class PlaybackBar(QFrame):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.player = Player(session, self)
        self.timeline = Timeline(session, theme, self.player)
        self.setObjectName("bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Playback"))
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.target = self._target_box()
        self.speed = self._speed_box()
        self._shown: object = None
        self.buttons: list[tuple[QToolButton, Callable[[], str]]] = []
        self._lay_out()
        for signal in (session.playhead.moved, self.player.changed, theme.changed):
            signal.connect(self.refresh)
        session.changed.connect(self._follow)
        session.replaced.connect(self._start_over)
        self._start_over()

    # -- what actions ask for ------------------------------------------------------------------------------------------

    def to_start(self) -> None:
        self.player.pause()
        self.session.playhead.go(0)

    def step_back(self) -> None:
        self.player.pause()
        self.session.playhead.go(self.session.playhead.position - 1)

    def step_forward(self) -> None:
        """From rest, stepping begins at the start."""
        self.player.pause()
        head = self.session.playhead
        head.go(1 if head.resting else head.position + 1)

    def forward_pass(self) -> None:
        self.player.pause()
        self.session.playhead.go(self.session.results.trace.forward)

    def backward_pass(self) -> None:
        self.player.pause()
        self.session.playhead.go(self.session.playhead.last)

    def finish(self) -> None:
        self.player.pause()
        self.session.playhead.rest()

    def run_to(self, node: str, phase: Literal["forward", "backward"]) -> None:
        """Plays until the value of a node, or its whole gradient, has come up."""
        position = self.session.results.trace.arrival(node, phase)
        if position is not None:
            self.player.run_to(position)

    def loop_from_here(self) -> None:
        """The loop begins at the step that is shown; it ends where it did, or at the end."""
        here, loop = self.session.playhead.position, self.player.stretch
        self.player.set_loop(here, loop[1] if loop and loop[1] > here else self.session.playhead.last)

    def loop_to_here(self) -> None:
        here, loop = self.session.playhead.position, self.player.stretch
        self.player.set_loop(loop[0] if loop and loop[0] < here else 0, here)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 14, 4)
        layout.setSpacing(2)
        for name, text, run in (
            ("skip-back", tr("To the start (Shift+F5)"), self.to_start),
            ("step-back", tr("Step back (,)"), self.step_back),
            ("play", tr("Play or pause (Ctrl+Enter)"), self.player.toggle),
            ("step-forward", tr("Step forward (.)"), self.step_forward),
            ("skip-forward", tr("Show everything"), self.finish),
        ):
            layout.addWidget(self._button(name, text, run))
        layout.addSpacing(8)
        layout.addWidget(self.timeline, 1)
        layout.addSpacing(6)
        layout.addWidget(self.count)
        layout.addSpacing(10)
        self.label = QLabel()
        self.label.setObjectName("muted")
        layout.addWidget(self.label)
        layout.addSpacing(6)
        layout.addWidget(self.target)
        layout.addWidget(self.speed)

    def _button(self, name: str, text: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: run())
        current = (lambda: "pause" if self.player.playing else "play") if name == "play" else (lambda: name)
        self.buttons.append((button, current))
        return button

    def _target_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("What is differentiated"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(9)
        box.activated.connect(self._choose_target)
        return box

    def _speed_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("Speed"))
        box.setToolTip(tr("How fast Play steps"))
        for speed in SPEEDS:
            box.addItem(f"{speed:g}×", speed)
        box.setCurrentIndex(SPEEDS.index(1.0))
        box.activated.connect(lambda: self.player.set_speed(box.currentData()))
        return box

    def _choose_target(self) -> None:
        if self.session.results.tangents is not None:
            self.session.differentiate_by(self.target.currentData())
            return
        self.session.attempt(edits.SetTarget(self.target.currentData()), tr("Choose target"))

    def refresh(self) -> None:
        """Shows the step, and Play or Pause; nothing is painted anew while a dragged value leaves them as they are."""
        head, player, theme = self.session.playhead, self.player, self.theme
        passes = self.session.results.trace.forward, self.session.results.tangents is None
        shown = head.position, head.last, *passes, player.playing, player.stretch, theme.tokens, theme.scale
        if shown == self._shown:
            return
        self._shown = shown
        self.count.setText(f"{head.position} / {head.last}")
        for button, current in self.buttons:
            button.setIconSize(QSize(self.theme.px(20), self.theme.px(20)))
            button.setIcon(icon(current(), self.theme.tokens))
            button.setEnabled(head.last > 0)
        self.target.setMaximumWidth(self.theme.px(150))
        self.timeline.updateGeometry()
        self.timeline.update()

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure or concerned.words or concerned.target:
            self._fill_targets()
        if concerned.numbers:
            self._show_target()
            self.refresh()

    def _start_over(self) -> None:
        self._fill_targets()
        self.refresh()

    def _fill_targets(self) -> None:
        """The ops that can be differentiated; in forward mode what they can be differentiated by."""
        graph, onward = self.session.document.graph, self.session.results.tangents is not None
        nodes = sorted(graph.nodes, key=lambda node: (not node.is_source, natural(node.id)))
        wanted = [(n.name, n.id) for n in nodes if onward or not n.is_source]
        self.label.setText(tr("derivatives by") if onward else tr("derivatives of"))
        self.target.setToolTip(
            tr("The node that moves: how do the others follow?")
            if onward
            else tr("The node whose derivatives flow backward")
        )
        shown = [(self.target.itemText(i), self.target.itemData(i)) for i in range(self.target.count())]
        if wanted != shown:
            self.target.clear()
            for name, id in wanted:
                self.target.addItem(name, id)
        self.target.setEnabled(bool(wanted))
        self._show_target()

    def _show_target(self) -> None:
        tangents = self.session.results.tangents
        chosen = (
            tangents.source if tangents is not None else self.session.document.target or self.session.results.target
        )
        if chosen != self.target.currentData() or chosen is None:
            self.target.setCurrentIndex(self.target.findData(chosen) if chosen else -1)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.label.setVisible(self.width() > self.theme.px(660))
        self.speed.setVisible(self.width() > self.theme.px(540))
        self.target.setVisible(self.width() > self.theme.px(400))
        for button, _ in (self.buttons[0], self.buttons[-1]):
            button.setVisible(self.width() > self.theme.px(330))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.step_back()
            case Qt.Key.Key_Right:
                self.step_forward()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.player.toggle()
            case _:
                super().keyPressEvent(event)
