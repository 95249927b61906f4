"""Known slips: for each, the wrong answers it leads to. A wrong answer that matches one gets its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..differentiate.rules import pull_back
from ..evaluate import Work
from ..graph import Edge
from ..sentence import Sentence, say
from .faults import AVERAGING, count, faults_of
from .plant import Planted, broken
from .questions import Exam, Question

Answers = Callable[[Exam, Question], Iterator[float]]


@dataclass(frozen=True, eq=False)
class Slip:
    """A way to get a number wrong: its name, what is right instead, and the answers it gives."""

    name: Sentence
    why: Sentence
    answers: Answers


def name_slip(exam: Exam, question: Question, matches: Callable[[float], bool]) -> Slip | None:
    """The first known slip that leads to an answer for which `matches` is true."""
    for slip in (*SLIPS, *_of_faults(exam, question), *LAST_SLIPS):
        if any(matches(answer) for answer in slip.answers(exam, question) if np.isfinite(answer)):
            return slip
    return None


def _of_faults(exam: Exam, question: Question) -> Iterator[Slip]:
    """What someone answers who has the rule of the op itself wrong."""
    if question.edge is not None:
        op = exam.evaluation.graph.node(question.edge.target).op
        for fault in faults_of(op):
            yield Slip(fault.name, fault.why, _broken_by(Planted(fault, question.edge.target)))


def _broken_by(planted: Planted) -> Answers:
    def answers(exam: Exam, question: Question) -> Iterator[float]:
        assert question.edge is not None
        wrong = broken(exam.evaluation, planted).work_of(planted.node)
        assert wrong is not None
        yield from _pulled(exam, question, wrong, _upstream(exam, question.edge))

    return answers


def _pulled(exam: Exam, question: Question, work: Work, upstream: Any) -> Iterator[float]:
    assert question.edge is not None
    with np.errstate(all="ignore"):
        found = pull_back(work, exam.evaluation, upstream)[work.op.ports.index(question.edge.port)]
    if found is not None:
        yield float(np.asarray(found)[question.element])


def _upstream(exam: Exam, edge: Edge) -> Any:
    assert exam.gradients is not None
    return exam.gradients.nodes[edge.target]


def _work(exam: Exam, edge: Edge) -> Work:
    work = exam.evaluation.work_of(edge.target)
    assert work is not None
    return work


def _sign(_: Exam, question: Question) -> Iterator[float]:
    yield -question.expected


def _local_alone(exam: Exam, question: Question) -> Iterator[float]:
    if question.edge is not None:
        ones = np.ones_like(np.asarray(_upstream(exam, question.edge)))
        yield from _pulled(exam, question, _work(exam, question.edge), ones if ones.ndim else 1.0)


def _upstream_alone(exam: Exam, question: Question) -> Iterator[float]:
    if question.edge is not None:
        arriving = np.asarray(_upstream(exam, question.edge))
        if arriving.shape == np.asarray(exam.evaluation.value(question.node)).shape:
            yield float(arriving[question.element])


def _one_contribution(exam: Exam, question: Question) -> Iterator[float]:
    if question.kind == "sum" and exam.gradients is not None:
        for edge in exam.arriving(question.node):
            yield float(np.asarray(exam.gradients.edges[edge])[question.element])


def _product_of_contributions(exam: Exam, question: Question) -> Iterator[float]:
    contributions = list(_one_contribution(exam, question))
    if contributions:
        yield float(np.prod(contributions))


def _value_itself(exam: Exam, question: Question) -> Iterator[float]:
    if question.kind != "value":
        value = exam.evaluation.value(question.node)
        if value is not None:
            yield float(np.asarray(value)[question.element])


def _batch(exam: Exam, question: Question) -> float:
    """Over how many the loss averages from which the derivatives come; 1 where none does."""
    graph = exam.evaluation.graph
    if question.kind == "value":
        last, behind = question.node, {question.node}
    else:
        assert exam.gradients is not None
        last = exam.gradients.target
        behind = (graph.descendants(question.node) & graph.ancestors(last)) | {last}
    counts = [
        count(graph.node(id).op.key, exam.evaluation.value(next(iter(graph.inputs(id).values()))))
        for id in sorted(behind)
        if graph.node(id).kind in AVERAGING and graph.inputs(id)
    ]
    return float(max(counts, default=1))


def _batch_forgotten(exam: Exam, question: Question) -> Iterator[float]:
    if (n := _batch(exam, question)) > 1:
        yield question.expected * n


def _batch_twice(exam: Exam, question: Question) -> Iterator[float]:
    if (n := _batch(exam, question)) > 1:
        yield question.expected / n


def _inputs(exam: Exam, question: Question) -> list[float]:
    """The two scalars that an op works on."""
    work = exam.evaluation.work_of(question.node)
    values = [] if work is None else exam.evaluation.inputs_of(work)
    numbers = [float(x) for x in values if x is not None and np.ndim(x) == 0]
    return numbers if len(numbers) == 2 == len(values) else []


def _other_way_round(exam: Exam, question: Question) -> Iterator[float]:
    if question.kind == "value" and (both := _inputs(exam, question)):
        work = exam.evaluation.work_of(question.node)
        assert work is not None
        with np.errstate(all="ignore"):
            yield float(work.op.forward(*map(np.float64, reversed(both)), **work.attributes))


def _other_operation(exam: Exam, question: Question) -> Iterator[float]:
    if question.kind == "value" and (both := _inputs(exam, question)):
        x, y = both
        yield from (x + y, x - y, x * y)


SLIPS: tuple[Slip, ...] = (
    Slip(
        say("only one contribution was taken"),
        say("Overwritten instead of added: all contributions that come back to a node add up."),
        _one_contribution,
    ),
    Slip(
        say("the contributions were multiplied"),
        say("Factors along one path multiply, but the contributions of several paths add up."),
        _product_of_contributions,
    ),
    Slip(
        say("the sign was lost"),
        say("The size is right: follow the minus signs along the way."),
        _sign,
    ),
    Slip(
        say("the upstream gradient was forgotten"),
        say("This is the local derivative alone; the chain rule multiplies it by what arrives from the right."),
        _local_alone,
    ),
    Slip(
        say("the inputs were taken the other way round"),
        say("The order of the inputs matters here: the upper one comes first."),
        _other_way_round,
    ),
    Slip(
        say("another operation was used"),
        say("Look at the sign in the node again."),
        _other_operation,
    ),
    Slip(
        say("the division by the batch was forgotten"),
        say("The loss is a mean over the batch, so everything that comes back from it is divided once."),
        _batch_forgotten,
    ),
    Slip(
        say("the batch was divided by twice"),
        say("The loss has divided by the batch already; what arrives from it must not be divided again."),
        _batch_twice,
    ),
)
LAST_SLIPS: tuple[Slip, ...] = (
    Slip(
        say("the local derivative was forgotten"),
        say("This is what arrives from the right; the node multiplies it by its local derivative."),
        _upstream_alone,
    ),
    Slip(
        say("that is the value, not the derivative"),
        say("The derivative says how the target answers when this value moves a little."),
        _value_itself,
    ),
)
