"""Which group is meant by what is selected."""

from __future__ import annotations

from graph_engine.document.groups import chain, members

from .session import Session


def selected_group(session: Session) -> str | None:
    """The group that is selected: a group is selected when all it holds is, and nothing else.

    Of a single node that can be seen the node is meant, not the open group around it.
    """
    groups, inside = session.document.groups, session.level.inside
    chosen, selection = session.selection.nodes, session.selection
    if not groups or not chosen or selection.edges:
        return None
    here = [id for id in groups if id != inside and (inside is None or inside in chain(groups, id))]
    meant = [id for id in here if members(groups, id) == chosen]
    outer_first = sorted(meant, key=lambda id: len(chain(groups, id)))
    hidden = any(groups[id].collapsed for id in outer_first)
    return outer_first[0] if outer_first and (hidden or len(chosen) > 1) else None
