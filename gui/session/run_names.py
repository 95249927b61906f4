"""How runs and what they leave in the history are called, and which colour a run has."""

from __future__ import annotations

from collections.abc import Iterable

from graph_engine import optimizers
from graph_engine.document import Training

from ..i18n import localize, tr
from ..theme.series import COUNT
from .run import Run


def run_name(number: int, training: Training) -> str:
    label = localize(optimizers.by_key(training.optimizer).label)
    return f"{number} · {label} {training.rate:g}"


def free_colour(runs: Iterable[Run], number: int) -> int:
    """The first colour that no run has, else they come round again."""
    taken = {run.colour for run in runs}
    return next((colour for colour in range(COUNT) if colour not in taken), (number - 1) % COUNT)


def trained(run: Run) -> str:
    """What a run has done to the document, as a step of the history."""
    epochs, more = divmod(run.done, run.per_epoch)
    if run.done == 1:
        return tr("Train one step")
    if more or run.per_epoch == 1:
        return tr("Train {n} steps", n=run.done)
    return tr("Train one epoch") if epochs == 1 else tr("Train {n} epochs", n=epochs)
