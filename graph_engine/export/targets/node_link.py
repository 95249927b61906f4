"""The graph as node-link JSON, as `networkx.node_link_graph` reads it, with values and derivatives."""

from __future__ import annotations

import json
from typing import Any

from ...differentiate import gradients, local_derivative
from ...document import Document, effective_target
from ...evaluate import evaluate
from ...graph import Node, Value
from ...storage import nested
from ..declare import target


def make(document: Document) -> str:
    graph, evaluation = document.graph, evaluate(document.graph)
    chosen = effective_target(document, evaluation)
    found = None if chosen is None else gradients(evaluation, chosen)
    slopes = {} if found is None else found.nodes
    nodes = [_node(graph.node(id), evaluation.value(id), slopes.get(id)) for id in graph.order()]
    edges = []
    for id in graph.order():
        for edge in graph.edges_in(id):
            local = local_derivative(evaluation, edge)
            carried = None if found is None else found.edges.get(edge)
            ends = {"source": graph.node(edge.source).name, "target": graph.node(id).name, "key": edge.port}
            edges.append({**ends, "local": _json(None if local is None else local.value), "gradient": _json(carried)})
    facts = {"title": document.title, "target": None if chosen is None else graph.node(chosen).name}
    whole = {"directed": True, "multigraph": True, "graph": facts, "nodes": nodes, "edges": edges}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _node(node: Node, value: Value | None, gradient: Value | None) -> dict[str, Any]:
    facts = {"id": node.name, "op": node.kind, "value": _json(value), "gradient": _json(gradient)}
    return {**facts, "attributes": {} if node.is_source else dict(node.attributes)}


def _json(value: Value | None) -> Any:
    return None if value is None else nested(value)


TARGET = target(make, label="networkx node-link JSON", suffix=".json", place=31)
