"""Where the numbers of sources come from: random numbers drawn anew."""

from __future__ import annotations

from graph_engine.document import compose_values, ready
from graph_engine.errors import GradcanvasError

from ..i18n import tr
from .declare import Action, Context


def _drawn(context: Context) -> list[str]:
    graph = context.session.document.graph  # the selection may not have followed yet
    return [id for id in context.session.selection.nodes if id in graph and compose_values.is_drawn(graph.node(id))]


def reseed(context: Context) -> None:
    edit = compose_values.reseed(context.session.document, _drawn(context))
    context.session.attempt(edit, tr("New random numbers"))


def _layer_without(context: Context) -> str | None:
    """The selected layer whose weights are open."""
    id, document = context.session.selection.only_node, context.session.document
    return id if id is not None and id in document.graph and ready.lacks_parameters(document, id) else None


def give_parameters(context: Context) -> None:
    session, id = context.session, _layer_without(context)
    if id is None:
        return
    try:
        edit = ready.give_parameters(session.document, id, session.results.evaluation)
    except GradcanvasError as error:
        session.say(error.sentence)
    else:
        session.attempt(edit, tr("Give it parameters"))


def refit(context: Context) -> None:
    """Fits all parameters of layers; what does not fit even then is said."""
    session = context.session
    edit, left = ready.refit(session.document)
    if edit.edits:
        session.attempt(edit, tr("Fit parameters"))
    if left:
        session.say(left[0])
    elif not edit.edits:
        session.say(tr("All parameters fit."), "good")


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
            give_parameters,
            ("P",),
            "",
            lambda c: _layer_without(c) is not None,
            tip=tr("Wires new weights and a bias to the layer, in shapes that fit"),
        ),
        Action(
            "node.refit",
            tr("Fit parameters"),
            refit,
            (),
            "",
            lambda c: bool(c.session.results.problems),
            tip=tr("Gives the parameters of layers that do not fit the shapes that do"),
        ),
    ]
