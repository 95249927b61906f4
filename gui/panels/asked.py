"""Whom to ask what a run predicts: made once for each run, and told its weights whenever it has new ones."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from graph_engine.errors import GradcanvasError
from graph_engine.training import Predictor

from ..i18n import localize
from ..session import Run

_MADE: WeakKeyDictionary[Run, Predictor | GradcanvasError] = WeakKeyDictionary()


def predictor_of(run: Run) -> Predictor | str:
    """The predictor with the latest weights that are known; a sentence where there can be none."""
    if run not in _MADE:
        try:
            _MADE[run] = Predictor(run.document, run.training)
        except GradcanvasError as error:
            _MADE[run] = error
    found = _MADE[run]
    if isinstance(found, GradcanvasError):
        return str(localize(found.sentence))
    found.give(run.weights)
    return found
