"""Nodes and wires in words, for those who hear the canvas. Imports no Qt."""

from __future__ import annotations

from graph_engine.explain import compact
from graph_engine.graph import Edge

from ..i18n import localize, tr
from ..session import Session


def stop_text(session: Session, stop: str | Edge) -> str:
    """What a node is and holds, or where a wire runs and what it carries."""
    return _node(session, stop) if isinstance(stop, str) else _wire(session, stop)


def _node(session: Session, id: str) -> str:
    node, value = session.document.graph.node(id), session.results.value(id)
    gradient, hidden = session.results.gradient(id), session.playhead.hidden
    text = tr("{name}, {kind}", name=node.name, kind=localize(node.spec.label))
    if value is not None and id not in hidden.values:
        text = tr("{text}, value {value}", text=text, value=compact(value))
    if gradient is not None and session.playhead.veil is None:
        text = tr("{text}, gradient {gradient}", text=text, gradient=compact(gradient))
    tangents = session.results.tangents
    if tangents is not None and id in tangents.nodes:
        text = tr("{text}, tangent {tangent}", text=text, tangent=compact(tangents.nodes[id]))
    return text


def _wire(session: Session, edge: Edge) -> str:
    graph = session.document.graph
    return tr(
        "Wire from {source} to {target}, input {port}",
        source=graph.node(edge.source).name,
        target=graph.node(edge.target).name,
        port=edge.port,
    )
