"""Whatever a graph computes can be told, asked about and practised, and what is told adds up."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import doctor, explain, practice
from graph_engine.differentiate import forward_mode
from graph_engine.explain import Question, answer_lines, narrate, narrate_forward_mode, why
from graph_engine.expression import plain, to_latex
from graph_engine.practice.find import accused
from graph_engine.practice.slips import name_slip
from tests.odd_graphs import Drawn

MOST_ASKED = 60


def tell(evaluation, target, found):
    """Every step of both passes, every formula."""
    timeline = explain.trace(evaluation, target)
    for position in range(1, len(timeline) + 1):
        assert narrate(timeline, position, evaluation, found).title
    for node in evaluation.graph.nodes:
        if not node.is_source:
            assert to_latex(explain.rule_equation(node))
            assert all(plain(explain.local_equation(node, port.name)) for port in node.ports)
            if evaluation.value(node.id) is not None:
                assert explain.with_numbers(evaluation, node.id)


def ask(drawn, evaluation, found):
    """Why of a value, a gradient and a wire, on to the sources; the parts give the number again."""
    edges, exact = list(drawn.graph.edges), not drawn.odd and all_float64(evaluation)
    waiting = [Question(kind, id) for kind in ("value", "gradient") for id in drawn.ids]
    waiting += [Question(kind, edge) for kind in ("carried", "local") for edge in edges]
    asked = set()
    while waiting and len(asked) < MOST_ASKED:
        question = waiting.pop(drawn.choose.randrange(len(waiting)))
        answer = None if question in asked else why(evaluation, found, question)
        asked.add(question)
        if answer is None:
            continue
        assert answer_lines(answer)
        again, shape = answer.again(), np.shape(answer.value)
        if exact and np.isfinite(answer.value).all() and np.isfinite(again).all():
            np.testing.assert_allclose(again, answer.value, rtol=1e-7, atol=1e-9)
        if question.entry is None and shape and np.size(answer.value):
            waiting.append(question.at(tuple(map(drawn.choose.randrange, shape))))
        waiting += answer.asks


def all_float64(evaluation):
    return all(getattr(value, "dtype", np.float64) == np.float64 for value in evaluation.values)


def practise(evaluation, found):
    exam = practice.Exam(evaluation, found)
    for question in practice.questions(exam, "both")[:6]:
        assert practice.question_text(exam, question)
        assert all(practice.hint(exam, question, level) for level in (1, 2, 3))
        assert practice.judge(exam, question, question.expected).right
        name_slip(exam, question, lambda answer: answer == 1.0)
    for planted in practice.sites(evaluation, found.target)[:6]:
        practice.wrong_wires(evaluation, found, planted)
    accused(evaluation, found)


@pytest.mark.parametrize("odd", [False, True])
@pytest.mark.parametrize("ten", range(12))
def test_everything_can_be_told_and_asked(ten, odd):
    for seed in range(10 * ten, 10 * ten + 10):
        drawn = Drawn(5000 + seed, odd)
        evaluation, target = ge.evaluate(drawn.graph), drawn.choose.choice(drawn.ids)
        if evaluation.value(target) is None:
            continue
        found = ge.gradients(evaluation, target)
        tell(evaluation, target, found)
        ask(drawn, evaluation, found)
        practise(evaluation, found)
        doctor.examine(evaluation, found)
        moved = forward_mode(evaluation, drawn.sources[0])
        assert all(narration.title for narration in narrate_forward_mode(evaluation, moved.source, moved.nodes))
        for id in moved.nodes:
            answer = why(evaluation, moved, Question("tangent", id))
            assert answer is None or answer_lines(answer)
