"""A DOT file for Graphviz: nodes in the shapes of the canvas, wires with their values and gradients."""

from __future__ import annotations

import json

from ...differentiate import gradients
from ...document import Document, effective_target
from ...evaluate import evaluate
from ...explain import compact
from ...graph import Edge, Node, Value
from ..declare import target
from ..picture import CIRCLED
from ..svg import BACKWARD, FORWARD


def make(document: Document) -> str:
    graph, evaluation = document.graph, evaluate(document.graph)
    chosen = effective_target(document, evaluation)
    found = None if chosen is None else gradients(evaluation, chosen)
    lines = [
        f"digraph {_quoted(document.title or 'graph')} {{",
        "  rankdir=LR;",
        '  node [fontname="Helvetica", fontsize=12];',
        f'  edge [fontname="Helvetica", fontsize=10, fontcolor="{FORWARD}", color="#8a94a3"];',
    ]
    for id in graph.order():
        node = graph.node(id)
        label = _label(node, evaluation.value(id), None if found is None else found.nodes.get(id))
        lines.append(f"  {_quoted(id)} [shape={_shape(node)}, label={_quoted(label)}];")
    for id in graph.order():
        for edge in graph.edges_in(id):
            carried = None if found is None else found.edges.get(edge)
            facts = _wire(edge, evaluation.value(edge.source), carried)
            lines.append(f"  {_quoted(edge.source)} -> {_quoted(id)} [{facts}];")
    return "\n".join([*lines, "}"]) + "\n"


def _label(node: Node, value: Value | None, gradient: Value | None) -> str:
    parts = [node.name] if node.is_source else [str(node.op.label), node.name] if node.name != node.op.label else []
    parts = parts or [node.name]
    if value is not None:
        parts.append(f"= {compact(value)}")
    if gradient is not None:
        parts.append(f"∂ {compact(gradient)}")
    return "\n".join(parts)


def _wire(edge: Edge, value: Value | None, carried: Value | None) -> str:
    facts = [f"headlabel={_quoted(edge.port)}", f"label={_quoted('' if value is None else compact(value))}"]
    if carried is not None:
        facts.append(f'xlabel=<<font color="{BACKWARD}">{compact(carried)}</font>>')
    return ", ".join(facts)


def _shape(node: Node) -> str:
    if node.is_source:
        return "box, style=rounded"
    return "circle" if node.op.family in CIRCLED else "box"


def _quoted(text: str) -> str:
    """A string as DOT takes it: JSON's quotes, a line break as its own sign."""
    return json.dumps(text, ensure_ascii=False).replace("\\u0000", "")


TARGET = target(make, label="Graphviz DOT", suffix=".dot", place=30)
