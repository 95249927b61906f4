"""Removes nodes and joins what they stood between."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import Refused
from ..graph import Edge, natural
from ..sentence import say
from . import compose
from .document import Document
from .edits import Connect, Edit, Together


def bridge(document: Document, ids: Iterable[str]) -> Together:
    """Removes `ids`; what fed them feeds what they fed. Refused where more than one node fed the same piece.

    Nodes that are wired to each other are one piece.
    """
    graph, gone = document.graph, list(dict.fromkeys(ids))
    wires: list[Edit] = []
    for piece in _pieces(document, gone):
        feeding = dict.fromkeys(e.source for id in piece for e in graph.edges_in(id) if e.source not in piece)
        fed = [e for id in piece for e in graph.edges_out(id) if e.target not in piece]
        if fed and len(feeding) > 1:
            names = ", ".join(graph.node(id).name for id in feeding)
            name = graph.node(min(piece, key=natural)).name
            raise Refused(
                say("“{name}” is fed by {names}: which of them should go on is not clear", name=name, names=names)
            )
        wires += [Connect(Edge(source, e.target, e.port)) for source in feeding for e in fed]
    return Together((*compose.remove(document, gone).edits, *wires))


def _pieces(document: Document, ids: list[str]) -> list[set[str]]:
    """`ids` in sets that hang together."""
    waiting, pieces = set(ids), []
    while waiting:
        piece, edge = set(), [waiting.pop()]
        while edge:
            id = edge.pop()
            piece.add(id)
            near = {end for e in document.graph.edges_at(id) for end in (e.source, e.target)} & waiting
            waiting -= near
            edge += near
        pieces.append(piece)
    return sorted(pieces, key=lambda piece: natural(min(piece, key=natural)))
