"""The loose ends of a part that is about to be inserted: where a wire enters it, and where its value leaves."""

from __future__ import annotations

from .document import Document


def way_in(part: Document) -> tuple[str, str] | None:
    """The first input that lacks a wire, as node and port; None if none does."""
    graph = part.graph
    for id in graph.order():
        wired = graph.inputs(id)
        for port in graph.node(id).ports:
            if not port.optional and port.name not in wired:
                return id, port.name
    return None


def way_out(part: Document) -> str | None:
    """The last node that computes something and feeds nothing; None if there is none."""
    graph = part.graph
    ends = [id for id in graph.order() if not graph.fan_out(id) and not graph.node(id).is_source]
    return ends[-1] if ends else None
