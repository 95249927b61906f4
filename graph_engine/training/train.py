"""`train`: a whole run in one call, for notebooks and scripts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..document import Document, Training
from .compose import adopt
from .progress import Epoch, Finished, Step
from .trainer import Trainer


@dataclass
class History:
    """What a run went through."""

    steps: list[Step] = field(default_factory=list)
    epochs: list[Epoch] = field(default_factory=list)
    reason: str = ""  # why it ended: `epochs`, `loss`, `accuracy`

    def __repr__(self) -> str:
        return f"<History of {len(self.steps)} steps and {len(self.epochs)} epochs>"

    @property
    def losses(self) -> list[float]:
        """The loss of each step, before its update."""
        return [step.loss for step in self.steps]


def train(document: Document, training: Training | None = None, *, seed: int | None = None, **changes: Any) -> History:
    """Trains the document's parameters: its sources take the values that the run comes to.

    `training` stands in for the document's own set-up, and `changes` are changes of its fields; neither is kept. A run
    that fails raises `TrainingError` and leaves the document as it was. For one that can be paused, see `Trainer`.

    >>> from graph_engine.storage import example
    >>> document = example("linear_regression").open()
    >>> history = train(document, epochs=60)
    >>> history, history.reason
    (<History of 240 steps and 60 epochs>, 'epochs')
    >>> W = document.graph.node(document.graph.id_of("W")).value
    >>> abs(float(W[0, 0]) - 2) < 0.05
    True
    """
    setup = (training or document.training or Training()).with_changes(**changes)
    run, history = Trainer(document, setup, seed=seed), History()
    for record in run.run():
        if isinstance(record, Step):
            history.steps.append(record)
        elif isinstance(record, Epoch):
            history.epochs.append(record)
        elif isinstance(record, Finished):
            history.reason = record.reason
    adopt(document, run.values()).apply(document)
    return history
