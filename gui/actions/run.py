"""Stepping through the passes."""

from __future__ import annotations

from typing import Literal

from ..i18n import tr
from .declare import Action, Context

Phase = Literal["forward", "backward"]


def _any_steps(context: Context) -> bool:
    return context.session.playhead.last > 0


def _node(context: Context) -> str | None:
    return context.session.selection.only_node


def _comes_up(context: Context, phase: Phase) -> bool:
    node = _node(context)
    return node is not None and context.session.results.trace.arrival(node, phase) is not None


def _run_to(context: Context, phase: Phase) -> None:
    node = _node(context)
    if node is not None:
        context.bar.run_to(node, phase)


def actions() -> list[Action]:
    return [
        Action(
            "run.forward_pass",
            tr("Forward pass"),
            lambda c: c.bar.forward_pass(),
            ("F5",),
            "gc-forward-backward",
            _any_steps,
            tip=tr("To where all values have come up, and no derivative yet"),
        ),
        Action(
            "run.backward_pass",
            tr("Backward pass"),
            lambda c: c.bar.backward_pass(),
            ("F6",),
            "",
            _any_steps,
            tip=tr("To the end of the backward pass"),
        ),
        *_steps(),
        *_to_a_node(),
        *_loops(),
    ]


def _steps() -> list[Action]:
    return [
        Action(
            "run.reset",
            tr("Back to the start"),
            lambda c: c.bar.to_start(),
            ("Shift+F5",),
            "skip-back",
            _any_steps,
            tip=tr("Hides every number that has to be computed"),
        ),
        Action(
            "run.step_back",
            tr("Step back"),
            lambda c: c.bar.step_back(),
            (",",),
            "step-back",
            _any_steps,
            tip=tr("One node back"),
        ),
        Action(
            "run.step_forward",
            tr("Step forward"),
            lambda c: c.bar.step_forward(),
            (".",),
            "step-forward",
            _any_steps,
            tip=tr("One node further"),
        ),
        Action(
            "run.play",
            tr("Play or pause"),
            lambda c: c.bar.player.toggle(),
            ("Ctrl+Return",),
            "play",
            _any_steps,
            tip=tr("Step after step, at the speed chosen in the bar"),
        ),
        Action(
            "run.finish",
            tr("Show everything"),
            lambda c: c.bar.finish(),
            ("F7",),
            "skip-forward",
            _any_steps,
            tip=tr("Every number, and no step in particular"),
        ),
    ]


def _to_a_node() -> list[Action]:
    return [
        Action(
            "run.to_value",
            tr("Run forward to here"),
            lambda c: _run_to(c, "forward"),
            ("F8",),
            "",
            lambda c: _comes_up(c, "forward"),
            tip=tr("Plays until the value of the chosen node has come up"),
        ),
        Action(
            "run.to_gradient",
            tr("Run backward to here"),
            lambda c: _run_to(c, "backward"),
            ("Shift+F8",),
            "",
            lambda c: _comes_up(c, "backward"),
            tip=tr("Plays until the gradient of the chosen node has come up, all its contributions added"),
        ),
    ]


def _loops() -> list[Action]:
    return [
        Action(
            "run.loop_from",
            tr("Loop from here"),
            lambda c: c.bar.loop_from_here(),
            ("Ctrl+,",),
            "",
            _any_steps,
            tip=tr("Play goes round from the step that is shown; Shift+drag on the timeline sets both ends"),
        ),
        Action(
            "run.loop_to",
            tr("Loop to here"),
            lambda c: c.bar.loop_to_here(),
            ("Ctrl+.",),
            "",
            _any_steps,
            tip=tr("Play turns back at the step that is shown"),
        ),
        Action(
            "run.loop_clear",
            tr("No loop"),
            lambda c: c.bar.player.clear_loop(),
            ("Ctrl+/",),
            "",
            lambda c: c.bar.player.loop is not None,
            tip=tr("Play runs to the end again"),
        ),
    ]
