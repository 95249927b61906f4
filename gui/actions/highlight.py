"""Lighting a part of the graph: what feeds a node, what depends on it, what lies between two."""

from __future__ import annotations

from ..i18n import tr
from ..session.spotlight import Part
from .declare import Action, Context


def _has_nodes(context: Context) -> bool:
    return bool(context.session.selection.nodes)


def _has_two(context: Context) -> bool:
    return len(context.session.selection.nodes) == 2


def _light(context: Context, part: Part) -> None:
    session = context.session
    chosen = sorted(session.selection.nodes)
    if len(chosen) == 2 or (chosen and part != "path"):
        graph = session.document.graph
        if not session.spotlight.show(graph, part, chosen):
            one, other = (graph.node(id).name for id in chosen)
            session.say(tr("no path joins “{one}” and “{other}”", one=one, other=other), "warning")


def actions() -> list[Action]:
    return [
        Action(
            "highlight.upstream",
            tr("Highlight what feeds it"),
            lambda c: _light(c, "upstream"),
            ("[",),
            "",
            _has_nodes,
            tip=tr("Dims everything the chosen nodes do not depend on; Escape lights all again"),
        ),
        Action(
            "highlight.downstream",
            tr("Highlight what depends on it"),
            lambda c: _light(c, "downstream"),
            ("]",),
            "",
            _has_nodes,
            tip=tr("Dims everything that does not depend on the chosen nodes; Escape lights all again"),
        ),
        Action(
            "highlight.path",
            tr("Highlight the paths between"),
            lambda c: _light(c, "path"),
            ("\\",),
            "route",
            _has_two,
            tip=tr("Lights all paths that join the two chosen nodes; Escape lights all again"),
        ),
        Action(
            "highlight.clear",
            tr("Light everything"),
            lambda c: c.session.spotlight.clear(),
            (),
            "",
            lambda c: c.session.spotlight.nodes is not None,
            tip=tr("Escape"),
        ),
    ]
