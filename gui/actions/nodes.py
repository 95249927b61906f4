"""Nodes added, wired by keys, found, and removed so that their neighbours are joined."""

from __future__ import annotations

from graph_engine.document import bridge, edits
from graph_engine.errors import Refused
from graph_engine.graph import Edge

from ..canvas.asking import ask_beside, ask_to_add, ask_to_insert
from ..canvas.gestures.key_wire import start_wire
from ..canvas.keys import go_to
from ..canvas.offers import Tie
from ..i18n import tr
from .declare import Action, Context


def _has_nodes(context: Context) -> bool:
    return bool(context.session.selection.nodes)


def _one_node(context: Context) -> bool:
    return context.session.selection.only_node is not None


def _any_nodes(context: Context) -> bool:
    return len(context.session.document.graph) > 0


def _found(context: Context) -> bool:
    return bool(context.find_bar.ids)


def _one_wire(context: Context) -> bool:
    return context.session.selection.only_edge is not None


def _at_port(context: Context) -> bool:
    hit = context.view.pointed
    return hit.kind in ("input", "output") and hit.node in context.session.document.graph


def _wires(context: Context) -> list[Edge]:
    """The wires at the port that was pointed at, else all that end at what is selected."""
    graph, hit = context.session.document.graph, context.view.pointed
    if not _at_port(context):
        chosen = [id for id in sorted(context.session.selection.nodes) if id in graph]
        return list(dict.fromkeys(edge for id in chosen for edge in graph.edges_at(id)))
    if hit.kind == "output":
        return graph.edges_out(hit.node)
    return [edge for edge in graph.edges_in(hit.node) if edge.port == hit.port]


def disconnect(context: Context) -> None:
    cut = tuple(map(edits.Disconnect, _wires(context)))
    if cut:
        context.session.attempt(edits.Together(cut), tr("Disconnect"))


def add_at_port(context: Context) -> None:
    if not _at_port(context):
        return
    hit = context.view.pointed
    tie = Tie(source=hit.node) if hit.kind == "output" else Tie(target=(hit.node, hit.port))
    ask_beside(context.view, hit.node, tie)


def insert(context: Context) -> None:
    edge = context.session.selection.only_edge
    if edge is not None:
        ask_to_insert(context.view, edge)


def _go_along(context: Context, by: int) -> None:
    """To the node at the end of the wire that is selected, or at its start."""
    edge = context.session.selection.only_edge
    if edge is not None:
        go_to(context.view, edge.target if by > 0 else edge.source)


def delete_and_join(context: Context) -> None:
    session = context.session
    try:
        session.do(bridge(session.document, session.selection.nodes), tr("Delete and join"))
    except Refused as error:
        session.say(error.sentence, "warning")


def actions() -> list[Action]:
    return [
        Action(
            "edit.delete_and_join",
            tr("Delete and join"),
            delete_and_join,
            ("Ctrl+Delete", "Ctrl+Backspace"),
            "",
            _has_nodes,
            tip=tr("Remove nodes; what fed them feeds what they fed"),
        ),
        Action(
            "edit.wire",
            tr("Start a wire"),
            lambda c: start_wire(c.view),
            ("W",),
            "",
            _one_node,
            tip=tr("Arrows choose the port, Enter connects, Escape lets go"),
        ),
        Action(
            "edit.add",
            tr("Add node …"),
            lambda c: ask_to_add(c.view),
            (),
            "plus",
            tip=tr("Tab or Space on the canvas, or double-click where nothing is"),
        ),
        Action(
            "edit.find",
            tr("Find …"),
            lambda c: c.find_bar.open(),
            ("Ctrl+F",),
            "search",
            _any_nodes,
            tip=tr("By name, kind or value"),
        ),
        Action("edit.find_next", tr("Find next"), lambda c: c.find_bar.go(1), ("F3",), "", _found),
        Action("edit.find_previous", tr("Find previous"), lambda c: c.find_bar.go(-1), ("Shift+F3",), "", _found),
        *_of_wires_and_ports(),
    ]


def _of_wires_and_ports() -> list[Action]:
    return [
        Action(
            "edit.add_at_port",
            tr("Add node here …"),
            add_at_port,
            (),
            "plus",
            _at_port,
            tip=tr("Search and add, wired to the port that was pointed at"),
        ),
        Action(
            "edit.insert",
            tr("Insert node …"),
            insert,
            (),
            "plus",
            _one_wire,
            tip=tr("Search for a node that is put into the chosen wire"),
        ),
        Action(
            "edit.disconnect",
            tr("Disconnect"),
            disconnect,
            (),
            "",
            lambda c: bool(_wires(c)),
            tip=tr("Removes the wires of the chosen nodes, or of the port that was pointed at"),
        ),
        Action(
            "edit.go_to_source",
            tr("Go to where it comes from"),
            lambda c: _go_along(c, -1),
            (),
            "",
            _one_wire,
            tip=tr("Selects the node that feeds the chosen wire"),
        ),
        Action(
            "edit.go_to_target",
            tr("Go to where it leads"),
            lambda c: _go_along(c, 1),
            (),
            "",
            _one_wire,
            tip=tr("Selects the node that the chosen wire feeds"),
        ),
    ]
