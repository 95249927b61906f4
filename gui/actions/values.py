"""Where the numbers of sources come from: random numbers drawn anew."""

from __future__ import annotations

from graph_engine.document import compose_values

from ..i18n import tr
from .declare import Action, Context


def _drawn(context: Context) -> list[str]:
    graph = context.session.document.graph  # the selection may not have followed yet
    return [id for id in context.session.selection.nodes if id in graph and compose_values.is_drawn(graph.node(id))]


def reseed(context: Context) -> None:
    edit = compose_values.reseed(context.session.document, _drawn(context))
    context.session.attempt(edit, tr("New random numbers"))


def actions() -> list[Action]:
    return [
        Action(
            "edit.reseed",
            tr("New random numbers"),
            reseed,
            (),
            "refresh-cw",
            lambda c: bool(_drawn(c)),
            tip=tr("Draws the selected parameters anew, with the next seed"),
        ),
    ]
