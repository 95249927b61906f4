"""Nodes added, wired by keys, found, and removed so that their neighbours are joined."""

from __future__ import annotations

from graph_engine.document import bridge
from graph_engine.errors import Refused

from ..canvas.gestures.key_wire import start_wire
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
            lambda c: c.view.ask_to_add(),
            (),
            "plus",
            tip=tr("Tab or Space on the canvas, or double-click where nothing is"),
        ),
        Action("edit.find", tr("Find …"), lambda c: c.find_bar.open(), ("Ctrl+F",), "search", _any_nodes),
        Action("edit.find_next", tr("Find next"), lambda c: c.find_bar.go(1), ("F3",), "", _found),
        Action("edit.find_previous", tr("Find previous"), lambda c: c.find_bar.go(-1), ("Shift+F3",), "", _found),
    ]
