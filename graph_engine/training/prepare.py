"""What a run is about: the graph, its parameters and its rows, all checked before the first step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..document import Document, Training, effective_target
from ..document.compose_values import is_drawn
from ..errors import TrainingError
from ..evaluate import Evaluation, evaluate
from ..graph import Graph, data_of, make_node, natural
from ..ops import shape_text
from ..sentence import say
from .data import Data
from .judge import OVER_CLASSES, guess_of
from .modes import Learning, learning


@dataclass(frozen=True)
class Task:
    """Everything a run starts from; none of it changes while it goes on."""

    graph: Graph
    learning: Learning
    target: str
    training: Training
    data: Data
    start: Mapping[str, Any]  # the parameters' first values, by id
    statistics: Mapping[str, Any]  # the running statistics' first values
    order: tuple[str, ...]  # the parameters in the order in which they move, if one after another


def prepare(document: Document, training: Training, seed: int | None = None) -> Task:
    """The task, or `TrainingError`."""
    graph = document.graph
    if seed is not None:
        training = training.with_changes(seed=seed)
        graph = _drawn_anew(graph, seed)
    target = _target(document, evaluate(graph))
    feeding = graph.ancestors(target)
    mode = learning(graph)
    data = Data([graph.node(id) for id in _sorted(feeding) if graph.node(id).kind == "data"], training, graph.folder)
    parameters = [id for id in _sorted(feeding) if graph.node(id).kind == "parameter" and id not in mode.statistics]
    if not parameters:
        name = graph.node(target).name
        raise TrainingError(say("there is nothing to train: no parameter feeds “{node}”", node=name), node=target)
    first = {id: graph.node(id).value for id in parameters}
    for id, value in first.items():
        if not np.isfinite(np.asarray(value)).all():
            name = graph.node(id).name
            raise TrainingError(say("the parameter “{node}” is not finite to begin with", node=name), node=id)
    _check(mode.graph, target, data)
    for id in data.columns:
        classes = _classes_scored(graph, id, evaluate(mode.graph))
        if classes:
            data.learn_as_rows(id, classes)
    chosen = [id for id in training.order if id in first]
    return Task(
        graph=graph,
        learning=mode,
        target=target,
        training=training,
        data=data,
        start=first,
        statistics={id: graph.node(id).value for id in mode.statistics if id in feeding},
        order=(*chosen, *(id for id in parameters if id not in chosen)),
    )


def _sorted(ids: set[str]) -> list[str]:
    return sorted(ids, key=natural)


def _target(document: Document, evaluation: Evaluation) -> str:
    target = document.target or effective_target(document, evaluation)
    if target is None:
        raise TrainingError(say("there is no loss to train on: no node computes anything"))
    return target


def _check(graph: Graph, target: str, data: Data) -> None:
    """Refuses data that don't fit the graph, and a loss that is no number."""
    evaluation = evaluate(graph)
    for id, value in data.batch_at(0, 0).items():
        evaluation.put(id, value)
    evaluation.rerun()
    name, loss = graph.node(target).name, evaluation.value(target)
    if loss is None:
        raise _why_not(evaluation, target, name)
    if np.ndim(loss):
        template = "“{node}” has the shape {shape}, but training needs a single number: end in a loss, a sum or a mean"
        raise TrainingError(say(template, node=name, shape=shape_text(np.shape(loss))), node=target)
    guess = guess_of(graph, target)
    if guess is not None and guess.threshold is None and data.classes:
        scores = np.asarray(evaluation.value(guess.scores))
        width = scores.shape[-1] if scores.ndim else 1
        if width < len(data.classes):
            template = "“{node}” gives {scores} scores, but the data have {classes} classes"
            counts = {"scores": width, "classes": len(data.classes)}
            raise TrainingError(say(template, node=graph.node(guess.scores).name, **counts), node=guess.scores)


def _classes_scored(graph: Graph, id: str, evaluation: Evaluation) -> int:
    """How many classes are scored, where the column `id` holds class numbers and only losses read it; else 0."""
    attributes, edges = graph.node(id).attributes, graph.edges_out(id)
    if attributes["column"] != "targets" or not data_of(attributes, graph.folder).classes or attributes["one_hot"]:
        return 0
    if any(graph.node(edge.target).kind not in OVER_CLASSES or edge.port != "t" for edge in edges):
        return 0
    scores = [np.asarray(evaluation.value(graph.edges_in(edge.target)[0].source)) for edge in edges]
    widths = {score.shape[-1] if score.ndim else 0 for score in scores}
    return widths.pop() if len(widths) == 1 else 0


def _why_not(evaluation: Evaluation, target: str, name: str) -> TrainingError:
    """What keeps the target from having a value."""
    graph = evaluation.graph
    way = graph.ancestors(target) | {target}
    for id in graph.order():
        found = (*evaluation.plan.problems.get(id, ()), *filter(None, [evaluation.failures.get(id)]))
        if id in way and found:
            return TrainingError(found[0].sentence, node=id)
    return TrainingError(say("“{node}” has no value", node=name), node=target)


def _drawn_anew(graph: Graph, seed: int) -> Graph:
    """The graph with other random numbers in all parameters that are drawn; each has a seed of its own."""
    copy, nodes = Graph(graph.folder), sorted(graph.nodes, key=lambda node: natural(node.id))
    drawn = [node for node in nodes if is_drawn(node)]
    for number, node in enumerate(drawn):
        attributes = {**node.attributes, "seed": seed * len(drawn) + number}
        copy.add_node(make_node(node.id, node.kind, node.name, None, attributes))
    for node in nodes:
        if node not in drawn:
            copy.add_node(node)
    for edge in graph.edges:
        copy.connect(edge)
    return copy
