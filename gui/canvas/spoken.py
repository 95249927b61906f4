"""Nodes, wires and groups in words, for those who hear the canvas. Imports no Qt."""

from __future__ import annotations

from graph_engine.document.groups import members
from graph_engine.explain import compact
from graph_engine.graph import Edge

from ..i18n import localize, tr
from ..session import Session


def stop_text(session: Session, stop: str | Edge) -> str:
    """What a node is and holds, or where a wire runs and what it carries."""
    return _node(session, stop) if isinstance(stop, str) else _wire(session, stop)


def group_text(session: Session, group: str) -> str:
    """What a group is called and how much it holds."""
    name, held = session.document.groups[group].name, members(session.document.groups, group)
    return f"{tr('{name}, {kind}', name=name, kind=tr('group'))}, {tr('{n} nodes', n=len(held))}"


def _node(session: Session, id: str) -> str:
    node, known = session.document.graph.node(id), session.known
    value, gradient = known.value(id), known.gradient(id)
    text = tr("{name}, {kind}", name=node.name, kind=localize(node.spec.label))
    if value is not None:
        text = tr("{text}, value {value}", text=text, value=compact(value))
    if gradient is not None:
        text = tr("{text}, gradient {gradient}", text=text, gradient=compact(gradient))
    tangent = known.tangent(id)
    if tangent is not None:
        text = tr("{text}, tangent {tangent}", text=text, tangent=compact(tangent))
    return text


def _wire(session: Session, edge: Edge) -> str:
    graph = session.document.graph
    return tr(
        "Wire from {source} to {target}, input {port}",
        source=graph.node(edge.source).name,
        target=graph.node(edge.target).name,
        port=edge.port,
    )
