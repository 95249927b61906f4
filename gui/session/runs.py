"""The runs of the window: one at work in a process of its own, the others kept, and what they leave in the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal

from graph_engine.document import Edit, Training, alike, compose_values, edits, touched
from graph_engine.graph import same_value
from graph_engine.sentence import sentence_from_json
from graph_engine.storage import from_bytes, to_bytes
from graph_engine.training import adopt

from ..background import TrainingProcess
from ..i18n import tr
from .run import Run, State, Update, moved_by
from .run_names import free_colour, run_name, trained

if TYPE_CHECKING:
    from .session import Session

_FRAME = 33  # milliseconds between two pictures of new numbers
_LOOK = 100  # milliseconds between two looks at the weights of a run at work
_MOST = 200_000  # numbers in the weights of a run that are looked at while it works
_DEAR = 0.02  # seconds that showing the weights may take
_PATIENCE = 1500  # milliseconds that a step may take when the run is to stop


class Runs(QObject):
    """At a halt the document takes the weights of the run, as one step of its history, unless it has become another."""

    changed = Signal()  # which runs there are, which is current, their names and states
    grew = Signal(object)  # this run has new numbers
    weighed = Signal(object)  # this run has new weights

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.runs: list[Run] = []
        self.current: Run | None = None  # the run that is looked at
        self.active: Run | None = None  # the run that the process works on, or can go on with
        self.process = TrainingProcess(self)
        self.process.said.connect(self._take)
        self.process.lost.connect(self._lose)
        self._folder: QTemporaryDir | None = None
        self._count = 0
        self._base: dict[str, Any] = {}  # the weights that the document has, as far as the active run knows
        self._origin: dict[str, Any] = {}  # the weights before all training
        self._ending: Callable[[], None] | None = None  # the run is to end; what comes after that
        self._asked = False  # for weights
        self._costly: Run | None = None  # its numbers take too long to be shown while it works
        self._mine = False  # whether the edit that is announced comes from here
        self._grown: set[Run] = set()
        self._frame = self._timer(_FRAME, self._tell, once=True)
        self._look = self._timer(_LOOK, self._ask_for_weights)
        self._patience = self._timer(_PATIENCE, self._lose_patience, once=True)
        session.changed.connect(self._follow)
        session.replaced.connect(self._leave)

    # -- reading ------------------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        return self.active is not None and self.active.state in ("starting", "running")

    @property
    def can_go_on(self) -> bool:
        """Whether a run rests, and the document is just as that has left it."""
        return self.active is not None and self.active.state == "paused" and self._fits(self.active)

    @property
    def can_rewind(self) -> bool:
        return self.running or bool(self._to_rewind())

    # -- what a person does -------------------------------------------------------------------------------------------

    def train(self) -> None:
        """Goes on with the run that rests, or begins a new one with the document as it is."""
        if self.can_go_on:
            self.go_on()
        elif not self.running:
            self._begin()

    def go_on(self) -> None:
        if self.active is not None and self.active.state == "paused":
            self._set("running")
            self.process.resume()

    def pause(self) -> None:
        if self.running:
            self.process.pause()

    def step(self) -> None:
        """One step, shown in full."""
        if self.running:
            return
        if not self.can_go_on:
            self._begin(paused=True)
        elif self.active is not None and self.active.weights_step != self.active.done:
            self.process.weights()
        self.process.step()

    def epoch(self) -> None:
        """Until the end of the epoch."""
        if not self.running:
            if not self.can_go_on:
                self._begin(paused=True)
            self.process.epoch()

    def stop(self, then: Callable[[], None] = lambda: None) -> None:
        """Ends the run for good; its numbers stay. `then` happens when it has ended."""
        if self.running:
            self._ending = then
            self._patience.start()
            self.process.pause()
        else:
            if self.active is not None:
                self._end("stopped")
            then()

    def rewind(self) -> None:
        """Ends the run, and puts the very same weights back that were there before all training."""
        self.stop(self._put_back)

    def reseed(self) -> None:
        """Ends the run, draws the parameters anew, and the order of the rows with them."""
        self.stop(self._draw_anew)

    def go_on_from_checkpoint(self, run: Run) -> None:
        """Takes up a run whose process was lost, where it was saved last."""
        if run.checkpoint is not None and not self.running:
            self._activate(run)
            place = run.document.graph.folder
            self.process.start(run.text, folder=place, checkpoint=run.checkpoint, resume=run.checkpoint)

    def show(self, run: Run | None) -> None:
        """Looks at a run."""
        self.current = run
        self.changed.emit()

    def set_shown(self, run: Run, shown: bool) -> None:
        """Draws it beside the others, or not."""
        run.shown = shown
        self.changed.emit()

    def rename(self, run: Run, name: str) -> None:
        run.name = name.strip() or run.name
        self.changed.emit()

    def remove(self, run: Run) -> None:
        """Forgets a run; one at work is ended."""
        if run is self.active:
            self._let_go()
        self.runs.remove(run)
        if run is self.current:
            self.current = self.runs[-1] if self.runs else None
        self.changed.emit()

    def close(self) -> None:
        """Ends the process."""
        for timer in (self._frame, self._look, self._patience):
            timer.stop()
        self.process.stop()
        if self._folder is not None:
            self._folder.remove()

    # -- beginning and ending ------------------------------------------------------------------------------------------

    def _begin(self, *, paused: bool = False) -> None:
        document = self._session.document
        self._count += 1
        text, training = to_bytes(document), document.training or Training()
        run = Run(
            run_name(self._count, training),
            free_colour(self.runs, self._count),
            training,
            from_bytes(text, document.graph.folder),
            self._session.path,
            text,
        )
        if self._folder is None:
            self._folder = QTemporaryDir()
        run.checkpoint_path = Path(self._folder.filePath(f"{self._count}.npz"))
        now = {node.id: node.value for node in document.graph.nodes if node.is_source and not node.is_derived}
        if self._origin.keys() != now.keys() or not self._has(self._base):
            self._origin = now
        self.runs.append(run)
        self.current = run
        self._activate(run)
        self.process.start(text, folder=document.graph.folder, checkpoint=run.checkpoint_path, paused=paused)

    def _activate(self, run: Run) -> None:
        if self.active is not None and self.active.is_open:
            self.active.state = "stopped"
        self.active, run.reason, run.node = run, "", None
        nodes = self._session.document.graph.nodes
        self._base = {node.id: node.value for node in nodes if node.kind == "parameter"}
        run.attached = alike(self._session.document, run.document, self._base)
        self._ending = None
        self._set("starting")

    def _end(self, state: State, reason: str = "", node: str | None = None) -> None:
        """The active run is over, in one way or another."""
        run, then, self._ending = self.active, self._ending, None
        if run is None:
            return
        self._patience.stop()
        run.reason, run.node, run.measured = reason, node, None
        self._set(state)
        self.active = None
        self._halt(run, keep=state != "failed")
        if then is not None:
            then()

    def _halt(self, run: Run, *, keep: bool) -> None:
        """Puts the weights that a run has come to into the document."""
        lent, document = self._session.results.lend({}), self._session.document
        if keep and run.attached and run.done and run.weights:
            self._mine = True
            if self._session.attempt(adopt(document, run.weights), trained(run), gesture=run):
                self._base.update(run.weights)
            self._mine = False
        elif lent:
            self._renumber()
        if run.state == "paused" and run.attached and run.update is not None and run.update.step == run.done:
            self._show_step(run, run.update)
        self.changed.emit()

    def _show_step(self, run: Run, update: Update) -> None:
        """Puts the step just done on the timeline: its mini-batch, the weights before it, and what became of them."""
        results = self._session.results
        if not self._session.practises:
            self._session.sample.clear()
            results.lend({**update.before, **update.batch}, moved_by(update, run))
            self._renumber()
            self._session.playhead.go(self._session.playhead.last)

    def _leave(self) -> None:
        """Another document stands on the canvas; the run has nothing to do with it."""
        self._base, self._origin = {}, {}
        if self.active is not None:
            self.active.attached = False
            self._let_go()
        self.show(None)

    def _let_go(self) -> None:
        """Ends the active run together with its process."""
        self.process.stop()
        self._ending = None
        self._end("stopped")

    def _lose_patience(self) -> None:
        """A step takes so long that the run does not stop: the process goes, the weights that are known stay."""
        self.process.stop()
        self._end("stopped")

    def _lose(self, _: str) -> None:
        self._end("lost")

    # -- what the process says -----------------------------------------------------------------------------------------

    def _take(self, record: dict[str, Any]) -> None:
        run, kind = self.active, record["type"]
        if run is None or (run.state == "starting" and kind not in ("started", "error")):
            return  # the last words of another run
        match kind:
            case "started":
                run.begin(record)
                self._set("paused")
            case "state":
                run.epoch = record["epoch"]
                self._turn(run, record["state"])
            case "steps":
                run.add_steps(record)
            case "epochs":
                run.add_epochs(record)
            case "measuring":
                run.measured = record["rows"], record["of"]
            case "weights":
                run.weigh(record)
                self._asked = False
                self._lend(run)
                self.weighed.emit(run)
            case "update":
                run.take_update(record)
            case "checkpoint":
                run.checkpoint, run.checkpoint_step = Path(record["path"]), record["step"]
            case "finished":
                self._end("finished", record["reason"])
            case "warning":
                self._session.say(sentence_from_json(record["said"]), "warning")
            case "error":
                self._end("failed", sentence_from_json(record["said"]), record["node"])
        self._grown.add(run)
        if not self._frame.isActive():
            self._frame.start()

    def _turn(self, run: Run, state: str) -> None:
        if state == "running":
            self._set("running")
        elif state == "paused" and self._ending is not None:
            self._end("stopped")
        elif state == "paused":
            self._set("paused")
            self._halt(run, keep=True)

    def _set(self, state: State) -> None:
        assert self.active is not None
        self.active.state = state
        self._asked = False
        if state == "running":
            self._look.start()
        else:
            self._look.stop()
        self.changed.emit()

    def _tell(self) -> None:
        grown, self._grown = self._grown, set()
        for run in grown:
            self.grew.emit(run)

    # -- the canvas while a run works ----------------------------------------------------------------------------------

    def _ask_for_weights(self) -> None:
        run = self.active
        if run is not None and not self._asked and run.size <= _MOST:
            self._asked = True
            self.process.weights()

    def _lend(self, run: Run) -> None:
        """Shows the weights of a run at work, without a word in the history."""
        if not run.attached or run.state != "running" or run is self._costly or self._session.practises:
            return
        begun = thread_time()
        if self._session.results.lend(run.weights):
            self._session.glimpsed.emit()
        if thread_time() - begun > _DEAR:
            self._costly = run

    def _renumber(self) -> None:
        self._mine = True
        self._session.renumber()
        self._mine = False

    def _follow(self, edit: Edit) -> None:
        run = self.active
        if self._mine or run is None or not touched(edit).numbers:
            return
        before, run.attached = run.attached, self._fits(run)
        if self.running and before and not run.attached:
            self._session.say(tr("The graph has changed: “{run}” goes on with the one it began with.", run=run.name))
        if not run.attached and self._session.results.lend({}):
            self._renumber()

    # -- the document --------------------------------------------------------------------------------------------------

    def _fits(self, run: Run) -> bool:
        """Whether the document is still the one that `run` trains, with the weights that it was left with."""
        return alike(self._session.document, run.document, self._base) and self._has(self._base)

    def _has(self, values: dict[str, Any]) -> bool:
        graph = self._session.document.graph
        return all(id in graph and same_value(graph.node(id).value, value) for id, value in values.items())

    def _to_rewind(self) -> dict[str, Any]:
        """The weights from before all training that are other ones now."""
        graph = self._session.document.graph
        trained = {id: value for id, value in self._origin.items() if id in self._base}
        if not all(id in graph for id in trained):
            return {}
        return {id: value for id, value in trained.items() if not same_value(graph.node(id).value, value)}

    def _put_back(self) -> None:
        values = self._to_rewind()
        if values:
            self._session.attempt(adopt(self._session.document, values), tr("Rewind"))
            self._base.update(values)

    def _draw_anew(self) -> None:
        document = self._session.document
        training = document.training or Training()
        drawn = compose_values.reseed(document, [node.id for node in document.graph.nodes])
        seeded = edits.SetTraining(training.with_changes(seed=training.seed + 1))
        self._session.attempt(edits.Together((*drawn.edits, seeded)), tr("Reseed"))

    def _timer(self, interval: int, run: Callable[[], None], *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(once)
        timer.timeout.connect(run)
        return timer
