"""What a run reports while it goes on: plain records, and the same as JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..graph import pack

if TYPE_CHECKING:
    from .trainer import Trainer


class Step(NamedTuple):
    """One update of the weights. The loss is that of its mini-batch, before the update.

    `norms` and `ratios` are there when the run measures: for each parameter the norm of its gradient, and how far the
    update moved it in proportion to its own norm (NaN where that is 0).
    """

    step: int  # from 1 on
    epoch: int  # from 1 on
    loss: float
    rate: float
    norms: tuple[float, ...] | None = None
    ratios: tuple[float, ...] | None = None


class Epoch(NamedTuple):
    """All rows seen once more: both splits measured in evaluation mode. None: there is no such split or no accuracy."""

    epoch: int
    step: int
    train_loss: float
    train_accuracy: float | None
    test_loss: float | None
    test_accuracy: float | None


class Measuring(NamedTuple):
    """Some rows more have been measured at the end of an epoch; comes only where there are many."""

    epoch: int
    rows: int
    of: int


class Finished(NamedTuple):
    """The run is over, for one of the reasons `epochs`, `loss`, `accuracy`."""

    reason: str
    step: int
    epoch: int


class Update(NamedTuple):
    """One step in full, by ids: the rows of its mini-batch, what the data columns held, the gradients as the optimizer
    was given them (clipped, with weight decay), what it subtracted, and what it remembers now."""

    step: int
    rows: list[int]
    batch: Mapping[str, Any]
    gradients: dict[str, Any]
    deltas: dict[str, Any]
    states: dict[str, dict[str, Any]]


Progress = Step | Epoch | Measuring | Finished


def started_to_json(run: Trainer) -> dict[str, Any]:
    """What a run is about, before its first step."""
    graph, data = run.task.graph, run.task.data
    parameters = [
        {"id": id, "name": graph.node(id).name, "shape": list(view.shape)} for id, view in run.weights.views.items()
    ]
    return {
        "type": "started",
        "step": run.done,
        "epochs": run.training.epochs,
        "per_epoch": run.per_epoch,
        "batch": data.batch,
        "train_rows": len(data.train) if data.columns else 0,
        "test_rows": len(data.test),
        "classes": list(data.classes),
        "seed": run.training.seed,
        "loss": run.task.target,
        "scores": None if run.guess is None else run.guess.scores,
        "parameters": parameters,
    }


def epoch_to_json(epoch: Epoch) -> dict[str, Any]:
    return {name: plain(value) for name, value in epoch._asdict().items()}


def weights_to_json(step: int, weights: dict[str, Any]) -> dict[str, Any]:
    """Values by id, as files hold them."""
    return {"type": "weights", "step": step, "values": _packed(weights)}


def update_to_json(update: Update) -> dict[str, Any]:
    states = {name: _packed(state) for name, state in update.states.items()}
    parts = {"batch": _packed(update.batch), "gradients": _packed(update.gradients), "deltas": _packed(update.deltas)}
    return {"type": "update", "step": update.step, "rows": update.rows, **parts, "states": states}


def _packed(arrays: Mapping[str, Any]) -> dict[str, Any]:
    return {id: pack(array) for id, array in arrays.items()}


def plain(number: Any) -> Any:
    """A number as JSON; NaN and infinities as null."""
    return None if isinstance(number, float) and not math.isfinite(number) else number
