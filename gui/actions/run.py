"""Stepping through the passes."""

from __future__ import annotations

from ..i18n import tr
from .declare import Action, Context


def _any_steps(context: Context) -> bool:
    return context.session.playhead.last > 0


def actions() -> list[Action]:
    return [
        Action(
            "run.forward_pass",
            tr("Forward pass"),
            lambda c: c.bar.forward_pass(),
            ("F5",),
            "gc-forward-backward",
            _any_steps,
        ),
        Action("run.backward_pass", tr("Backward pass"), lambda c: c.bar.backward_pass(), ("F6",), "", _any_steps),
        Action(
            "run.reset", tr("Back to the start"), lambda c: c.bar.to_start(), ("Shift+F5",), "skip-back", _any_steps
        ),
        Action("run.step_back", tr("Step back"), lambda c: c.bar.step_back(), (",",), "step-back", _any_steps),
        Action(
            "run.step_forward", tr("Step forward"), lambda c: c.bar.step_forward(), (".",), "step-forward", _any_steps
        ),
        Action("run.play", tr("Play or pause"), lambda c: c.bar.player.toggle(), ("Ctrl+Return",), "play", _any_steps),
        Action("run.finish", tr("Show everything"), lambda c: c.bar.finish(), ("F7",), "skip-forward", _any_steps),
    ]
