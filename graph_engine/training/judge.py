"""How good the weights are: loss and accuracy over many rows, in evaluation mode.

The loss of more than 4096 rows is the mean over blocks of rows, weighted by how many each holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import TrainingError
from ..evaluate import Evaluation, evaluate
from ..graph import Graph, data_of
from ..sentence import say

OVER_CLASSES = ("softmax_with_loss", "cross_entropy", "hinge")
_OVER_NUMBERS = ("mean_squared_error", "half_squared_error")


@dataclass
class Score:
    """What some rows came to, as sums."""

    loss: float = 0.0
    rows: int = 0
    hits: int = 0
    guesses: int = 0

    def add(self, loss: float, rows: int, hits: int, guesses: int) -> None:
        self.loss += loss * rows
        self.rows += rows
        self.hits += hits
        self.guesses += guesses

    @property
    def mean_loss(self) -> float | None:
        return self.loss / self.rows if self.rows else None

    @property
    def accuracy(self) -> float | None:
        return self.hits / self.guesses if self.guesses else None


@dataclass(frozen=True)
class Guess:
    """Which node predicts and which holds what is right."""

    scores: str
    right: str
    threshold: float | None  # where one number decides between two classes; None: the largest of a row does

    def hits(self, scores: Any, right: Any) -> tuple[int, int]:
        """How many predictions are right, and how many there are."""
        if self.threshold is None:
            chosen = np.argmax(scores, axis=-1)
            wanted = right if np.ndim(right) < np.ndim(scores) else np.argmax(right, axis=-1)
        else:
            chosen, wanted = np.asarray(scores) > self.threshold, np.asarray(right) > 0.5
        return int(np.count_nonzero(chosen == wanted)), int(np.size(chosen))


def guess_of(graph: Graph, target: str) -> Guess | None:
    """How predictions are counted as right, told by the last loss on the way to the target; None: they are numbers."""
    losses = _on_the_way(graph, target, (*OVER_CLASSES, "sigmoid_with_loss"))
    plain = _on_the_way(graph, target, _OVER_NUMBERS)
    if losses:
        scores, right = graph.inputs(losses[-1]).values()
        return Guess(scores, right, None if graph.node(losses[-1]).kind in OVER_CLASSES else 0.0)
    if plain:
        scores, right = graph.inputs(plain[-1]).values()
        node = graph.node(right)
        classes = data_of(node.attributes, graph.folder).classes if _is_targets(graph, right) else ()
        if classes and node.attributes["one_hot"]:
            return Guess(scores, right, None)
        if len(classes) == 2:
            return Guess(scores, right, 0.5)
    return None


def answer_of(graph: Graph, target: str) -> str | None:
    """The node that predicts, classes or numbers: what the last loss on the way compares with what is right."""
    guess = guess_of(graph, target)
    if guess is not None:
        return guess.scores
    plain = _on_the_way(graph, target, _OVER_NUMBERS)
    return next(iter(graph.inputs(plain[-1]).values())) if plain else None


def _on_the_way(graph: Graph, target: str, kinds: tuple[str, ...]) -> list[str]:
    way = graph.ancestors(target) | {target}
    return [id for id in graph.order() if id in way and graph.node(id).kind in kinds]


def _is_targets(graph: Graph, id: str) -> bool:
    node = graph.node(id)
    return node.kind == "data" and node.attributes["column"] == "targets"


class Judge:
    """Measures weights on rows."""

    def __init__(self, graph: Graph, target: str) -> None:
        self._evaluation: Evaluation = evaluate(graph)
        self._target = target
        self.guess = guess_of(graph, target)

    def give(self, values: Mapping[str, Any]) -> None:
        """Sources with other values: weights, running statistics, rows."""
        for id, value in values.items():
            self._evaluation.put(id, float(value) if np.ndim(value) == 0 and value.dtype == np.float64 else value)

    def measure(self, rows: int, batch: Mapping[str, Any], score: Score) -> None:
        """Adds the loss and the hits of a batch of so many rows to `score`; `TrainingError` where there is no loss."""
        for id, value in batch.items():
            self._evaluation.put(id, value)
        self._evaluation.rerun()
        loss = self._evaluation.value(self._target)
        if loss is None:
            problem = next(iter(self._evaluation.failures.values()), None)
            raise TrainingError(say("the loss has no value") if problem is None else problem.sentence)
        hits = guesses = 0
        if self.guess is not None:
            value = self._evaluation.value
            hits, guesses = self.guess.hits(value(self.guess.scores), value(self.guess.right))
        score.add(float(loss), rows, hits, guesses)
