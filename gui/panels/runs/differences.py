"""Where the set-ups of runs part: only that is told of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph_engine import optimizers
from graph_engine.document import TRAINING_FIELDS, Training

from ...i18n import localize, tr
from ...session import Run
from ..training.words import captions, choices


def differences(runs: Sequence[Run]) -> dict[Run, str]:
    """In a few words, what each run has that not all of them have."""
    told = {run: _told(run.training) for run in runs}
    names = [name for name in dict.fromkeys(name for each in told.values() for name in each)]
    parting = [name for name in names if len({told[run].get(name) for run in runs}) > 1]
    return {run: " · ".join(_words(name, told[run][name]) for name in parting if name in told[run]) for run in runs}


def _told(training: Training) -> dict[str, Any]:
    fields = {field.name: getattr(training, field.name) for field in TRAINING_FIELDS}
    optimizer = optimizers.by_key(training.optimizer)
    return {**fields, **{name: training.setting(name) for name in optimizer.defaults}}


def _words(name: str, value: Any) -> str:
    if name == "optimizer":
        return str(localize(optimizers.by_key(value).label))
    caption = captions()[name][0]
    if isinstance(value, bool):
        return caption if value else tr("not {what}", what=caption)
    shown = choices().get(value, value) if isinstance(value, str) else f"{value:g}"
    return f"{caption} {shown}"
