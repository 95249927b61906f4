"""Leads to what is wrong inside a collapsed group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_engine.document.groups import homes
from graph_engine.graph import Edge

if TYPE_CHECKING:
    from .view import CanvasView


def show_trouble(view: CanvasView, where: str | Edge) -> None:
    """Looks into the innermost collapsed group around it, and selects the wire or the node there."""
    session, groups = view.session, view.session.document.groups
    node = where.target if isinstance(where, Edge) else where
    closed = [id for id in homes(groups).get(node, ()) if groups[id].collapsed]
    if closed:
        view.enter_group(closed[-1])
    wire = view.canvas.wire_of(where) if isinstance(where, Edge) else None
    if wire is not None:
        session.selection.set(edges=view.canvas.groups.bundle(wire.edge))
    else:
        session.selection.set([node])
    view.centre_on(node)
