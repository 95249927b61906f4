"""What can be asked of a graph: each value and each derivative, in the order in which the passes find them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from ..differentiate import Gradients
from ..evaluate import Evaluation
from ..explain import Seen, trace
from ..graph import Edge, Value
from ..sentence import Sentence, say

Topic = Literal["values", "derivatives", "both"]


@dataclass(frozen=True, eq=False)
class Exam:
    """The graph that is asked about, with all the answers."""

    evaluation: Evaluation
    gradients: Gradients | None

    @property
    def target(self) -> str:
        return "" if self.gradients is None else self.name(self.gradients.target)

    def name(self, id: str) -> str:
        return self.evaluation.graph.node(id).name

    def arriving(self, id: str) -> list[Edge]:
        """The wires that bring contributions back to a node."""
        found = self.gradients
        return [] if found is None else [edge for edge in self.evaluation.graph.edges_out(id) if edge in found.edges]


@dataclass(frozen=True)
class Question:
    """One number to predict: a node's value, what a wire carries back, or the sum of what comes back to a node."""

    kind: Literal["value", "carried", "sum"]
    node: str  # whose value, or by which the target is differentiated
    edge: Edge | None = None  # the wire of a `carried`
    element: tuple[int, ...] = field(default=(), compare=False)  # which entry of an array is asked for
    expected: float = field(default=0.0, compare=False)


def questions(exam: Exam, topic: Topic, seed: int = 0) -> tuple[Question, ...]:
    """All questions of a topic. Of an array one entry is asked, drawn by `seed`; nothing that is not finite is."""
    chance = random.Random(seed)
    found: list[Question] = []
    target = None if exam.gradients is None else exam.gradients.target
    for step in trace(exam.evaluation, target).steps:
        if step.kind == "value" and topic != "derivatives":
            found += _entry(chance, Question("value", step.node), exam.evaluation.value(step.node))
        elif step.kind in ("pull", "sum") and topic != "values":
            found += _backward(chance, exam, step.kind == "sum", step.node, step.edges)
    return tuple(found)


def _backward(chance: random.Random, exam: Exam, sums: bool, node: str, edges: tuple[Edge, ...]) -> Iterator[Question]:
    assert exam.gradients is not None
    if sums:
        yield from _entry(chance, Question("sum", node), exam.gradients.nodes[node])
    else:
        for edge in (e for e in edges if exam.evaluation.graph.node(e.source).kind != "data"):
            yield from _entry(chance, Question("carried", edge.source, edge), exam.gradients.edges[edge])


def _entry(chance: random.Random, question: Question, value: Value | None) -> Iterator[Question]:
    array = np.asarray(np.nan if value is None else value, float)
    if not array.size or not np.isfinite(array).all():
        return
    telling = np.argwhere(array) if array.any() else np.argwhere(np.isfinite(array))
    element = tuple(int(place) for place in telling[chance.randrange(len(telling))])
    yield Question(question.kind, question.node, question.edge, element, float(array[element]))


def question_text(exam: Exam, question: Question) -> Sentence:
    """The question as a person reads it, such as `∂price/∂tax = ?`."""
    name = exam.name(question.node) + entry_text(question.element)
    if question.kind == "value":
        return say("{name} = ?", name=name)
    facts = {"target": exam.target, "source": name}
    if question.kind == "sum":
        return say("∂{target}/∂{source} in all = ?", **facts)
    assert question.edge is not None
    if len(exam.arriving(question.node)) > 1:
        return say("∂{target}/∂{source} through {through} = ?", **facts, through=exam.name(question.edge.target))
    return say("∂{target}/∂{source} = ?", **facts)


def entry_text(element: tuple[int, ...]) -> str:
    """`[0, 2]`, and nothing for a scalar."""
    return f"[{', '.join(map(str, element))}]" if element else ""


def shown_and_hidden(exam: Exam, topic: Topic, asked: tuple[Question, ...], known: set[Question]) -> tuple[Seen, Seen]:
    """What may be seen when `known` have been answered, and what is still to be asked for."""
    open_values = {q.node for q in asked if q.kind == "value" and q not in known}
    open_edges = {q.edge for q in asked if q.kind == "carried" and q.edge is not None and q not in known}
    open_sums = {q.node for q in asked if q.kind == "sum" and q not in known}
    values = {work.node for work in exam.evaluation.plan.work} - open_values
    found = exam.gradients
    if found is None or topic == "values":
        nothing: frozenset[Edge] = frozenset()
        return Seen(frozenset(values), frozenset(), nothing), Seen(frozenset(open_values), frozenset(), nothing)
    edges = found.edges.keys() - open_edges
    hidden = open_sums | {edge.source for edge in open_edges}
    seen = Seen(frozenset(values), frozenset(found.nodes.keys() - hidden), frozenset(edges))
    return seen, Seen(frozenset(open_values), frozenset(hidden), frozenset(open_edges))
