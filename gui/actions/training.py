"""Training: run, pause, one step, back to the start. What they do is the business of `session.runs`."""

from __future__ import annotations

from ..i18n import tr
from .declare import Action, Context


def _shown(context: Context) -> None:
    context.window.open_panel("training")


def _train_or_pause(context: Context) -> None:
    _shown(context)
    if context.session.runs.running:
        context.session.runs.pause()
    else:
        context.session.runs.train()


def _step(context: Context) -> None:
    _shown(context)
    context.session.runs.step()


def _epoch(context: Context) -> None:
    _shown(context)
    context.session.runs.epoch()


def _word(context: Context) -> str:
    runs = context.session.runs
    return tr("Pause") if runs.running else tr("Go on") if runs.can_go_on else tr("Train")


def _anything(context: Context) -> bool:
    """An empty canvas has nothing to say; for any other graph, trying tells what it lacks."""
    return len(context.session.document.graph) > 0 or context.session.runs.running


def _at_rest(context: Context) -> bool:
    return _anything(context) and not context.session.runs.running


def actions() -> list[Action]:
    return [
        Action(
            "training.train",
            tr("Train"),
            _train_or_pause,
            ("F4",),
            "",
            _anything,
            tip=tr("Moves the parameters against the gradient of the loss, step by step, or pauses"),
            title=_word,
        ),
        Action(
            "training.step",
            tr("Step once"),
            _step,
            ("F10",),
            "",
            _at_rest,
            tip=tr("One mini-batch forward and backward, one update; the timeline shows all of it"),
        ),
        Action(
            "training.epoch",
            tr("One epoch"),
            _epoch,
            ("Ctrl+F10",),
            "",
            _at_rest,
            tip=tr("Trains until all rows have been seen once, then pauses"),
        ),
        Action(
            "training.stop",
            tr("Stop"),
            lambda c: c.session.runs.stop(),
            ("Shift+F4",),
            "",
            lambda c: c.session.runs.active is not None,
            tip=tr("Ends the run and keeps what it has learnt"),
        ),
        Action(
            "training.rewind",
            tr("Rewind"),
            lambda c: c.session.runs.rewind(),
            ("Ctrl+Shift+R",),
            "",
            lambda c: c.session.runs.can_rewind,
            tip=tr("Back to the very same weights as before training"),
        ),
        Action(
            "training.reseed",
            tr("Reseed"),
            lambda c: c.session.runs.reseed(),
            ("Ctrl+Alt+R",),
            "",
            _anything,
            tip=tr("Other random weights, and another order of the rows"),
        ),
    ]
