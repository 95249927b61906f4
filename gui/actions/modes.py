"""Reverse mode from a target, or forward mode from a source: which derivatives the canvas shows."""

from __future__ import annotations

from graph_engine.graph import natural

from ..i18n import tr
from .declare import Action, Context


def _reverse(context: Context) -> None:
    if _is_forward(context):
        context.session.differentiate_by(None)


def _forward(context: Context) -> None:
    """From the selected node, or from the first variable that the target depends on."""
    if not _is_forward(context):
        context.session.practice.end()
        context.session.repair.end()
        context.session.differentiate_by(_start(context))


def _start(context: Context) -> str | None:
    chosen, results = context.session.selection.only_node, context.session.results
    if chosen is not None and results.value(chosen) is not None:
        return chosen
    sources = [
        node for node in context.session.document.graph.nodes if node.is_source and results.value(node.id) is not None
    ]
    sources.sort(key=lambda n: (results.gradient(n.id) is None, n.kind == "constant", n.kind == "data", natural(n.id)))
    return sources[0].id if sources else None


def _is_forward(context: Context) -> bool:
    return context.session.results.tangents is not None


def actions() -> list[Action]:
    return [
        Action(
            "run.reverse_mode",
            tr("Reverse mode"),
            _reverse,
            ("Ctrl+R",),
            checked=lambda c: not _is_forward(c),
            tip=tr("How the target answers to every node: derivatives flow backward"),
        ),
        Action(
            "run.forward_mode",
            tr("Forward mode"),
            _forward,
            ("Ctrl+T",),
            "",
            lambda c: _start(c) is not None,
            checked=_is_forward,
            tip=tr("How every node answers to one source: derivatives flow forward, with the values"),
        ),
    ]
