"""What is known of one run: its set-up, how far it has come, and every number it has said."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from graph_engine import optimizers
from graph_engine.document import Document, Training
from graph_engine.explain import Moved
from graph_engine.storage import value_from_json

from .columns import Epochs, Samples, Steps

State = Literal["starting", "running", "paused", "finished", "stopped", "failed", "lost"]
OPEN: tuple[State, ...] = ("starting", "running", "paused")


class Parameter(NamedTuple):
    id: str
    name: str
    shape: tuple[int, ...]


class Update(NamedTuple):
    """One step in full, by ids: see `update` in docs/training.md. `before` are the weights that it moved."""

    step: int
    rows: tuple[int, ...]
    rate: float
    batch: dict[str, Any]
    gradients: dict[str, Any]
    deltas: dict[str, Any]
    states: dict[str, dict[str, Any]]
    before: dict[str, Any]


@dataclass(eq=False, repr=False)
class Run:
    """Filled by `Runs`; everyone else only reads it."""

    name: str
    colour: int
    training: Training
    document: Document  # as it was when the run began
    path: Path | None  # the file it was opened from
    text: bytes = b""  # the document as a file, for the process
    state: State = "starting"
    reason: str = ""  # why it ended
    node: str | None = None  # where it went wrong
    attached: bool = True  # whether the document on the canvas is still the one that it trains
    shown: bool = True  # whether it is drawn beside others
    parameters: tuple[Parameter, ...] = ()
    scores: str | None = None  # the node that predicts classes
    loss: str = ""
    classes: tuple[str, ...] = ()
    batch: int = 0
    per_epoch: int = 1
    epochs_planned: int = 0  # 0: no end
    train_rows: int = 0
    test_rows: int = 0
    seed: int = 0
    done: int = 0  # steps
    epoch: int = 1  # of the next step
    measured: tuple[int, int] | None = None  # rows measured so far, of how many
    steps: Steps = field(default_factory=Steps)
    epochs: Epochs = field(default_factory=Epochs)
    norms: Samples = field(default_factory=lambda: Samples(0))
    ratios: Samples = field(default_factory=lambda: Samples(0))
    weights: dict[str, Any] = field(default_factory=dict)  # the latest that are known
    weights_step: int = 0
    update: Update | None = None  # the last step, where it was asked for in full
    checkpoint: Path | None = None  # the last one that was saved
    checkpoint_step: int = 0
    checkpoint_path: Path | None = None  # where they are to be saved

    @property
    def is_open(self) -> bool:
        """Whether it goes on, or can be told to."""
        return self.state in OPEN

    @property
    def size(self) -> int:
        """How many numbers its weights are."""
        return sum(math.prod(parameter.shape) for parameter in self.parameters)

    def begin(self, record: Mapping[str, Any]) -> None:
        """Takes the line `started`. A run that goes on from a checkpoint forgets what came after it."""
        self.parameters = tuple(Parameter(p["id"], p["name"], tuple(p["shape"])) for p in record["parameters"])
        self.scores, self.loss, self.classes = record["scores"], record["loss"], tuple(record["classes"])
        self.batch, self.per_epoch, self.epochs_planned = record["batch"], record["per_epoch"], record["epochs"]
        self.train_rows, self.test_rows, self.seed = record["train_rows"], record["test_rows"], record["seed"]
        self.done = record["step"]
        self.epoch = self.done // self.per_epoch + 1
        for columns in (self.steps, self.norms, self.ratios):
            columns.cut(0, self.done)
        self.epochs.cut(1, self.done)
        if not self.done:
            self.norms, self.ratios = Samples(len(self.parameters)), Samples(len(self.parameters))
            self.weights = {p.id: self.document.graph.node(p.id).value for p in self.parameters}
            self.weights_step = 0

    def add_steps(self, record: Mapping[str, Any]) -> None:
        first, losses = record["first"], record["loss"]
        self.done, self.epoch, self.measured = first + len(losses) - 1, record["epoch"], None
        self.steps.extend(range(first, self.done + 1), losses, record["rate"])
        for samples, found in ((self.norms, record["norms"]), (self.ratios, record["ratios"])):
            if found is not None:
                samples.add(self.done, found)

    def add_epochs(self, record: Mapping[str, Any]) -> None:
        self.measured = None
        found = record["epochs"]
        self.epochs.extend(*([epoch[name] for epoch in found] for name in Epochs.NAMES))

    def weigh(self, record: Mapping[str, Any]) -> None:
        self.weights, self.weights_step = unpacked(record["values"]), record["step"]

    def take_update(self, record: Mapping[str, Any]) -> None:
        """Takes the line `update`, which comes before the weights that follow from it."""
        parts = {name: unpacked(record[name]) for name in ("batch", "gradients", "deltas")}
        states = {name: unpacked(state) for name, state in record["states"].items()}
        rate = float(self.steps.rate[-1]) if len(self.steps) else self.training.rate
        self.update = Update(record["step"], tuple(record["rows"]), rate, **parts, states=states, before=self.weights)


def unpacked(values: Mapping[str, Any]) -> dict[str, Any]:
    return {id: value_from_json(value) for id, value in values.items()}


def moved_by(update: Update, run: Run) -> dict[str, Moved]:
    """What an update did to each parameter, in the order in which they moved."""
    training = run.training
    optimizer = optimizers.by_key(training.optimizer)
    settings = {"rate": update.rate, **{name: training.setting(name) for name in optimizer.defaults}}
    changed = bool(training.weight_decay or training.clip)
    return {
        id: Moved(
            before=update.before[id],
            after=run.weights[id],
            gradient=gradient,
            delta=update.deltas[id],
            states={name: state[id] for name, state in update.states.items()},
            settings=settings,
            rule=optimizer.formula,
            changed=changed,
        )
        for id, gradient in update.gradients.items()
    }
