"""Practice: numbers to predict, and a rule to repair."""

from __future__ import annotations

from graph_engine.practice import Topic

from ..i18n import tr
from .declare import Action, Context


def _predict(context: Context, topic: Topic) -> None:
    """Asked for again while it goes on, it goes on."""
    box, practice = context.window.open_panel("practice").predict, context.session.practice
    if practice.topic == topic and not practice.finished:
        box.field.setFocus()
    else:
        box.begin(topic)


def _repair(context: Context) -> None:
    context.window.open_panel("practice").repair.begin()


def _stop(context: Context) -> None:
    context.session.practice.end()
    context.session.repair.end()


def _differentiates(context: Context) -> bool:
    return context.session.results.gradients is not None


def _practises(context: Context) -> bool:
    return context.session.practice.topic is not None or context.session.repair.planted is not None


def actions() -> list[Action]:
    return [
        Action(
            "practice.values",
            tr("Predict the values"),
            lambda c: _predict(c, "values"),
            (),
            "",
            _differentiates,
            tip=tr("Hides the values until you have predicted them"),
        ),
        Action(
            "practice.derivatives",
            tr("Predict the derivatives"),
            lambda c: _predict(c, "derivatives"),
            ("F9",),
            "",
            _differentiates,
            tip=tr("Hides the derivatives until you have predicted them"),
        ),
        Action(
            "practice.repair",
            tr("Repair a rule"),
            _repair,
            ("Shift+F9",),
            "",
            _differentiates,
            tip=tr("Makes one backward rule wrong on purpose, for you to find"),
        ),
        Action(
            "practice.stop",
            tr("Stop practising"),
            _stop,
            (),
            "",
            _practises,
            tip=tr("Shows all numbers again, and puts the broken rule right"),
        ),
    ]
