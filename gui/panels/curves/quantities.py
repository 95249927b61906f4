"""What of a run is drawn over its steps: which curves, in which colours, under which names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...i18n import tr
from ...plots import Curve
from ...plots.curve import Line
from ...session import Run
from ...theme.series import COUNT

Numbers = NDArray[Any]


@dataclass(frozen=True)
class Quantity:
    key: str
    title: str
    about: str
    rising: bool = False  # it ends above, so its legend stands below


def quantities() -> tuple[Quantity, ...]:
    return (
        Quantity("loss", tr("Loss"), tr("The loss of every mini-batch, and of all rows after every epoch")),
        Quantity("accuracy", tr("Accuracy"), tr("How many of the rows are predicted right, after every epoch"), True),
        Quantity("rate", tr("Rate"), tr("The learning rate of every step")),
        Quantity("norms", tr("Gradients"), tr("The norm of the gradient of each parameter")),
        Quantity("ratios", tr("Updates"), tr("How far a step moves each parameter, in proportion to its norm")),
    )


def curves_of(key: str, runs: Sequence[Run], current: Run) -> list[Curve]:
    """The curves of a quantity: of all runs that are compared, or by parameter of the one that is looked at."""
    if key in ("norms", "ratios"):
        return list(_by_parameter(key, current))
    return [curve for run in runs for curve in _of_run(key, run, alone=len(runs) == 1, first=run is runs[0])]


def compared(runs: Sequence[Run], current: Run) -> list[Run]:
    """The runs that are drawn: those that are shown, and always the one that is looked at."""
    return [run for run in runs if run.shown or run is current]


def _of_run(key: str, run: Run, *, alone: bool, first: bool) -> Iterator[Curve]:
    """A run by itself is labelled by what is drawn, several by their names and what their dashes mean."""
    steps, epochs = run.steps, run.epochs

    def curve(what: str, x: Numbers, y: Numbers, line: Line, entry: str) -> Curve:
        label, colour = what if alone else f"{run.name}: {what}", run.colour + (alone and line == "dashed")
        return Curve((run, key, what), label, colour, x, y, line, line == "soft", what if alone else entry)

    if key == "rate":
        yield curve(tr("learning rate"), steps.step, steps.rate, "solid", run.name)
        return
    if key == "loss":
        yield curve(tr("each step"), steps.step, steps.loss, "soft", "")
    on_loss = epochs.train_loss, epochs.test_loss
    train, test = on_loss if key == "loss" else (epochs.train_accuracy, epochs.test_accuracy)
    if np.isfinite(train).any():
        yield curve(tr("training rows"), epochs.step, train, "solid", run.name)
    if np.isfinite(test).any():
        yield curve(tr("test rows"), epochs.step, test, "dashed", tr("dashed: test rows") if first else "")


def _by_parameter(key: str, run: Run) -> Iterator[Curve]:
    samples = run.norms if key == "norms" else run.ratios
    for place, (parameter, values) in enumerate(zip(run.parameters, samples.values.T, strict=False)):
        line: Line = "solid" if place < COUNT else "dashed"
        yield Curve((run, key, parameter.id), parameter.name, place, samples.step, values, line, entry=parameter.name)
