"""What a program does, in order: the ops that have a value, the way back, and the numbers to compare with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...differentiate import Gradients, gradients
from ...document import Document, effective_target
from ...errors import ExportError
from ...evaluate import Evaluation, Work, evaluate
from ...graph import Graph, Node, Value
from ...sentence import say
from .names import identifiers


@dataclass(frozen=True, eq=False)
class Course:
    """Both passes of a document as it stands. Nodes without a value are left out."""

    document: Document
    evaluation: Evaluation
    target: str | None
    gradients: Gradients | None

    @property
    def graph(self) -> Graph:
        return self.document.graph

    @cached_property
    def sources(self) -> list[Node]:
        """The sources that have a value and are read or are worth showing, in order."""
        ids = self.evaluation.plan.source_ids
        return [self.graph.node(id) for id in ids if self.evaluation.value(id) is not None]

    @cached_property
    def work(self) -> list[Work]:
        """The ops that have a value, in order."""
        return [work for work in self.evaluation.plan.work if self.evaluation.values[work.slot] is not None]

    @cached_property
    def back(self) -> list[Work]:
        """The ops that pass a gradient back, in the order of reverse mode."""
        if self.gradients is None:
            return []
        reached = self.gradients.nodes
        return [work for work in reversed(self.work) if work.node in reached and any(work.feeds)]

    @cached_property
    def arrivals(self) -> Counter[str]:
        """How many contributions come to each node on the way back."""
        return Counter(source for work in self.back for source in work.feeds if source is not None)

    @cached_property
    def names(self) -> dict[str, str]:
        """A variable for each node, by id."""
        return identifiers({node.id: node.name for node in self.graph.nodes})

    def value(self, id: str) -> Value:
        found = self.evaluation.value(id)
        assert found is not None
        return found

    def name(self, id: str) -> str:
        return self.graph.node(id).name

    def shapes(self, work: Work) -> list[tuple[int, ...]]:
        """The shapes of the inputs that are wired."""
        return [np.shape(self.value(source)) for source in work.feeds if source is not None]

    def values(self) -> dict[str, Value]:
        """The value of every op, by the node's name: what a program must come to."""
        return {self.name(work.node): self.value(work.node) for work in self.work}

    def slopes(self) -> dict[str, Value]:
        """∂target/∂node of every node on the way back, by its name."""
        return {} if self.gradients is None else {self.name(id): g for id, g in self.gradients.nodes.items()}


def course_of(document: Document) -> Course:
    """The passes of `document`, or `ExportError` where nothing has a value."""
    evaluation = evaluate(document.graph)
    target = effective_target(document, evaluation)
    course = Course(document, evaluation, target, None if target is None else gradients(evaluation, target))
    if not course.work:
        raise ExportError(say("there is nothing to export: no node computes a value"))
    return course
