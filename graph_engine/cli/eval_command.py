"""`gradcanvas eval`: values, gradients and every edge's local derivative."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from ..differentiate import Gradients, gradients, local_derivative, tangents, zeros
from ..document import Document
from ..evaluate import Evaluation
from ..explain import exact
from ..graph import Edge, Graph, Value
from ..storage import nested
from .loading import evaluated, load, target_of, value_arguments

HELP = "values of all nodes, gradients of the target, and the local derivative of every edge"


def arguments(parser: argparse.ArgumentParser) -> None:
    value_arguments(parser)
    parser.add_argument("--source", metavar="NAME", help="also forward mode: the derivative of every node by this one")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    document = load(chosen)
    evaluation = evaluated(document)
    target = target_of(document, evaluation, chosen.target)
    source = None if chosen.source is None else document.graph.id_of(chosen.source)
    found = report(document, evaluation, target, source)
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(found, ensure_ascii=plain, indent=1, allow_nan=False) if chosen.json else _table(found))
    return 0


def report(document: Document, evaluation: Evaluation, target: str | None, source: str | None) -> dict[str, Any]:
    """What `--json` prints, as plain data: numbers, nested lists, null where there is no value."""
    graph = document.graph
    back = None if target is None else gradients(evaluation, target)
    ahead = {} if source is None else tangents(evaluation, source)
    nodes = [graph.node(id) for id in evaluation.plan.order]
    return {
        "values": {node.name: _json(evaluation.value(node.id)) for node in nodes},
        "gradients": {} if back is None else {n.name: _gradient(back, evaluation, n.id) for n in nodes},
        "forward": {node.name: _tangent(ahead, evaluation, node.id) for node in nodes} if ahead else {},
        "edges": [_edge(graph, evaluation, back, edge) for node in nodes for edge in graph.edges_in(node.id)],
        "target": None if target is None else graph.node(target).name,
        "source": None if source is None else graph.node(source).name,
    }


def _edge(graph: Graph, evaluation: Evaluation, back: Gradients | None, edge: Edge) -> dict[str, Any]:
    local = local_derivative(evaluation, edge)
    value = evaluation.value(edge.source)
    gradient = None if back is None or value is None else back.edges.get(edge, zeros(value))
    return {
        "from": graph.node(edge.source).name,
        "to": graph.node(edge.target).name,
        "port": edge.port,
        "value": _json(value),
        "local": None if local is None else _json(local.value),
        "upstream": None if back is None else _gradient(back, evaluation, edge.target),
        "gradient": _json(gradient),
    }


def _gradient(back: Gradients, evaluation: Evaluation, id: str) -> Any:
    value = evaluation.value(id)
    return None if value is None else _json(back.of(id, value))


def _tangent(ahead: dict[str, Value], evaluation: Evaluation, id: str) -> Any:
    value = evaluation.value(id)
    return None if value is None else _json(ahead.get(id, zeros(value)))


def _json(value: Value | None) -> Any:
    return None if value is None else nested(value)


def _table(found: dict[str, Any]) -> str:
    lines = ["values", *_column(found["values"])]
    if found["target"] is not None:
        lines += ["", f"gradients of {found['target']}", *_column(found["gradients"])]
    if found["source"] is not None:
        lines += ["", f"forward mode from {found['source']}", *_column(found["forward"])]
    if found["edges"]:
        rows = [["edge", "value", "local", "upstream", "gradient"]]
        for edge in found["edges"]:
            name = f"{edge['from']} → {edge['to']} ({edge['port']})"
            rows.append([name, *(_shown(edge[key]) for key in rows[0][1:])])
        widths = [max(len(row[i]) for row in rows) for i in range(5)]
        lines += [
            "",
            *("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows),
        ]
    return "\n".join(lines)


def _column(entries: dict[str, Any]) -> list[str]:
    width = max(map(len, entries), default=0)
    return [f"  {name.ljust(width)}  {_shown(value)}" for name, value in entries.items()]


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        text = json.dumps(value)
        return text if len(text) <= 60 else text[:59] + "…"
    return value if isinstance(value, str) else exact(float(value))
