"""Which group is meant by what is selected."""

from __future__ import annotations

from graph_engine.document.groups import chain, members

from .session import Session


def selected_group(session: Session) -> str | None:
    """The group of which all nodes are selected, with or without wires at them; of several the outermost."""
    groups, inside, selection = session.document.groups, session.level.inside, session.selection
    if not groups or not selection.nodes or selection.notes:
        return None
    if any(not {edge.source, edge.target} & selection.nodes for edge in selection.edges):
        return None
    here = [id for id in groups if id != inside and (inside is None or inside in chain(groups, id))]
    meant = [id for id in here if members(groups, id) == selection.nodes]
    return min(meant, key=lambda id: len(chain(groups, id)), default=None)


def shown_group(session: Session) -> str | None:
    """The selected group, unless it is an open one around a single node: then the node is what a person sees."""
    group = selected_group(session)
    if group is None or len(session.selection.nodes) > 1:
        return group
    groups = session.document.groups
    hidden = [id for id in groups if groups[id].collapsed and members(groups, id) == session.selection.nodes]
    return group if hidden else None
