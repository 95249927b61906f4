"""Where the numbers of sources come from: random numbers drawn anew."""

from __future__ import annotations

from graph_engine.document import compose_values

from ..i18n import tr
from ..session import layers
from .declare import Action, Context


def _drawn(context: Context) -> list[str]:
    graph = context.session.document.graph  # the selection may not have followed yet
    return [id for id in context.session.selection.nodes if id in graph and compose_values.is_drawn(graph.node(id))]


def reseed(context: Context) -> None:
    edit = compose_values.reseed(context.session.document, _drawn(context))
    context.session.attempt(edit, tr("New random numbers"))


def _layers_without(context: Context) -> list[str]:
    """The selected layers whose weights are open."""
    return layers.lacking(context.session, context.session.selection.nodes)


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
        Action(
            "node.parameters",
            tr("Give it parameters"),
            lambda c: layers.give_parameters(c.session, _layers_without(c)),
            ("P",),
            "sliders-horizontal",
            lambda c: bool(_layers_without(c)),
            tip=tr("Wires new weights and a bias to the layer, in shapes that fit"),
        ),
        Action(
            "node.refit",
            tr("Fit parameters"),
            lambda c: layers.refit(c.session),
            (),
            "",
            lambda c: bool(c.session.results.problems),
            tip=tr("Gives the parameters of layers that do not fit the shapes that do"),
        ),
    ]
