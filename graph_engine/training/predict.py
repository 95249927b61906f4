"""What a graph says of rows: scores, classes or numbers, in evaluation mode, with whatever weights it is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..document import Document, Training
from ..errors import TrainingError
from ..evaluate import Evaluation, evaluate
from ..graph import Graph
from ..sentence import say
from .data import BLOCK, Data
from .judge import Guess, answer_of, guess_of
from .modes import judging
from .prepare import prepare


@dataclass(frozen=True)
class Answer:
    """What was said of some rows: the classes, or the numbers where nothing is chosen, and the scores behind it."""

    scores: NDArray[Any]
    classes: NDArray[np.intp] | None


class Predictor:
    """Asks the part of a graph that predicts. Rows are numbered as in the data set.

    >>> from graph_engine.storage import example
    >>> asked = Predictor(example("blobs").open())
    >>> asked.width, asked.data.classes
    (2, ('top', 'left', 'right'))
    >>> asked.at([[0.0, 0.0], [2.0, 1.0]]).scores.shape
    (2, 3)
    """

    def __init__(self, document: Document, training: Training | None = None) -> None:
        task = prepare(document, training or document.training or Training())
        self.data: Data = task.data
        self.guess: Guess | None = guess_of(task.graph, task.target)
        self.node = answer_of(task.graph, task.target)  # what predicts
        if self.node is None or not self.data.columns:
            name = task.graph.node(task.target).name
            raise TrainingError(say("“{node}” compares no predictions with a data column", node=name))
        self.target = task.target
        self.inputs = [id for id in self.data.columns if task.graph.node(id).attributes["column"] == "inputs"]
        self._evaluation: Evaluation = evaluate(_part(judging(task.graph), self.node))
        self._fed = [id for id in self.data.columns if id in self._evaluation.plan.slot]

    @property
    def width(self) -> int:
        """How many numbers a row of the inputs has; 0 where predictions don't come from one column of inputs."""
        if self._fed != self.inputs or len(self.inputs) != 1:
            return 0
        column = self.data.columns[self.inputs[0]]
        return int(column.shape[1]) if column.ndim == 2 else 0

    def give(self, values: Mapping[str, Any]) -> None:
        """Weights and running statistics by id; those of other parts of the graph are passed over."""
        for id, value in values.items():
            if id in self._evaluation.plan.slot:
                array = np.asarray(value)
                self._evaluation.put(id, float(array) if array.ndim == 0 else array)

    def at(self, points: Any) -> Answer:
        """What is said of rows of inputs that need not be in the data set."""
        return self._ask({self.inputs[0]: np.asarray(points, float)})

    def of(self, rows: Any) -> Answer:
        """What is said of some rows of the data set."""
        return self._ask({id: self.data.columns[id][rows] for id in self._fed})

    def blocks(self, rows: NDArray[Any]) -> Iterator[tuple[NDArray[Any], Answer]]:
        """The same bit by bit, for someone who has other things to do in between."""
        for start in range(0, len(rows), BLOCK):
            some = rows[start : start + BLOCK]
            yield some, self.of(some)

    def right(self, rows: Any) -> NDArray[np.intp]:
        """The classes that the rows belong to."""
        assert self.guess is not None
        column = np.asarray(self.data.columns[self.guess.right][rows])
        if self.guess.threshold is not None:
            return _flat(column > 0.5)
        one_hot = column.ndim > 1 and column.shape[1] > 1
        return (np.argmax(column, axis=1) if one_hot else column.ravel()).astype(np.intp)

    def _ask(self, batch: Mapping[str, Any]) -> Answer:
        evaluation = self._evaluation
        for id, value in batch.items():
            evaluation.put(id, value)
        evaluation.rerun()
        assert self.node is not None
        scores = evaluation.value(self.node)
        if scores is None:
            problem = next(iter(evaluation.failures.values()), None)
            raise TrainingError(say("the predictions have no value") if problem is None else problem.sentence)
        array = np.asarray(scores)
        rows = len(next(iter(batch.values()), ()))
        if array.ndim == 0 or len(array) != rows:
            raise TrainingError(say("the predictions are not one row for each sample"), node=self.node)
        return Answer(array, self._chosen(array))

    def _chosen(self, scores: NDArray[Any]) -> NDArray[np.intp] | None:
        if self.guess is None:
            return None
        if self.guess.threshold is None:
            return np.asarray(np.argmax(scores, axis=-1), np.intp)
        return _flat(scores > self.guess.threshold)


def confusion(right: Any, predicted: Any, classes: int) -> NDArray[np.intp]:
    """How many rows of each class (down) were taken for each class (across).

    >>> confusion([0, 0, 1], [0, 1, 1], 2)
    array([[1, 1],
           [0, 1]])
    """
    counts = np.bincount(np.asarray(right) * classes + np.asarray(predicted), minlength=classes * classes)
    return counts.reshape(classes, classes)


def _flat(chosen: NDArray[Any]) -> NDArray[np.intp]:
    if chosen.ndim > 1 and chosen.shape[1] != 1:
        raise TrainingError(say("several yes-or-no answers for each sample are not one class"))
    return chosen.ravel().astype(np.intp)


def _part(graph: Graph, node: str) -> Graph:
    """Only what `node` is computed from."""
    kept = graph.ancestors(node) | {node}
    copy = Graph(graph.folder)
    for each in graph.nodes:
        if each.id in kept:
            copy.add_node(each)
    for edge in graph.edges:
        if edge.target in kept:
            copy.connect(edge)
    return copy
