"""Whether what a step waits for has happened, decided from the state of things alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..differentiate import Gradients, Paths, gradients, local_derivative, tangents
from ..document import Document
from ..errors import GradcanvasError, GraphError
from ..evaluate import Evaluation
from ..explain import Trace
from ..graph import Edge, Graph
from ..sentence import say
from .lesson import Ask, Wait


@dataclass(frozen=True, eq=False)
class Now:
    """The state of things as far as a lesson may wait for it."""

    document: Document
    evaluation: Evaluation
    target: str | None
    trace: Trace
    position: int
    resting: bool
    node: str | None  # what alone is selected
    edge: Edge | None
    counts: dict[str, int]  # nodes by kind when the step began
    values: dict[str, object]  # of sources when the step began


def is_met(wait: Wait, now: Now) -> bool:
    """Whether the step may go on; answers are judged when they are given, not here."""
    graph = now.document.graph
    match wait.kind:
        case "read":
            return True
        case "select":
            return _selected(wait, now)
        case "set":
            return _is_set(wait, now)
        case "add":
            return count(graph, wait.of[0]) > now.counts.get(wait.of[0], 0)
        case "connect":
            return any(_is(graph, edge, wait.of) for edge in graph.edges)
        case "target":
            return now.target is not None and _called(graph, now.target, wait.of[0])
        case "step":
            return not now.resting and now.position >= place(wait, now)
        case _:
            return False


def place(wait: Wait, now: Now) -> int:
    """The place on the timeline that a `step` waits for."""
    where = {"forward": now.trace.forward, "end": len(now.trace)}
    return where[wait.of[0]] if wait.of else int(wait.to or 0)


def count(graph: Graph, kind: str) -> int:
    return sum(node.kind == kind for node in graph.nodes)


def expected(ask: Ask, evaluation: Evaluation, target: str | None) -> float:
    """The engine's answer to what a step asks; `GraphError` where the graph does not have that number any more."""
    try:
        return float(np.asarray(_asked(ask, evaluation, target))[ask.at])
    except (GradcanvasError, LookupError, TypeError):
        sentence = say("the number that is asked for is not there any more: undo what has changed since the step began")
        raise GraphError(sentence) from None


def _asked(ask: Ask, evaluation: Evaluation, target: str | None) -> Any:
    id = evaluation.graph.id_of
    if ask.kind == "number":
        return ask.number
    if ask.kind == "value":
        return evaluation.value(id(ask.of[0]))
    if ask.kind == "paths":
        return Paths(evaluation, id(ask.of[0]), id(ask.of[1])).count
    if ask.kind == "forward":
        return tangents(evaluation, id(ask.of[0]))[id(ask.of[1])]
    return _derivative(ask, evaluation, target)


def _derivative(ask: Ask, evaluation: Evaluation, target: str | None) -> Any:
    id = evaluation.graph.id_of
    edge = Edge(id(ask.of[0]), id(ask.of[1]), ask.of[2]) if len(ask.of) == 3 else None
    if edge is not None and not evaluation.graph.has_edge(edge):
        raise LookupError(edge)
    if ask.kind == "local":
        assert edge is not None
        local = local_derivative(evaluation, edge)
        return None if local is None else local.value
    found: Gradients = gradients(evaluation, target or "")
    return found.nodes[id(ask.of[0])] if edge is None else found.edges[edge]


def _selected(wait: Wait, now: Now) -> bool:
    graph = now.document.graph
    if len(wait.of) == 1:
        return now.node is not None and _called(graph, now.node, wait.of[0])
    return now.edge is not None and _is(graph, now.edge, wait.of)


def _is_set(wait: Wait, now: Now) -> bool:
    graph, name = now.document.graph, wait.of[0]
    if not graph.has_name(name):
        return False
    value = graph.node(graph.id_of(name)).value
    if wait.to is None:
        return not np.array_equal(np.asarray(value), np.asarray(now.values.get(name)))
    return value is not None and np.ndim(value) == 0 and bool(np.isclose(float(value), wait.to, rtol=1e-9, atol=0))


def _is(graph: Graph, edge: Edge, of: tuple[str, ...]) -> bool:
    source, target, port = of
    return _called(graph, edge.source, source) and _called(graph, edge.target, target) and port in ("*", edge.port)


def _called(graph: Graph, id: str, name: str) -> bool:
    """Whether a node has a name, or for `@add` is of that kind."""
    node = graph.node(id)
    return node.kind == name[1:] if name.startswith("@") else node.name == name
