"""Questions have the engine's numbers as answers, and what is still to be asked stays hidden."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.practice import LEVELS, hint, judge, number_of, question_text, questions, shown_and_hidden

EVERY = pytest.mark.parametrize("name", [e.name for e in ge.examples() if e.name != "mnist"])  # whose files are missing


def texts(exam, topic):
    return [str(question_text(exam, question)) for question in questions(exam, topic)]


def test_apple_tax_asks_in_the_order_of_the_passes(exam_of):
    exam = exam_of("apple_tax")
    assert texts(exam, "values") == ["apple total = ?", "price = ?"]
    assert texts(exam, "derivatives") == [
        "∂price/∂apple total = ?",
        "∂price/∂tax = ?",
        "∂price/∂apple price = ?",
        "∂price/∂apple count = ?",
    ]
    assert texts(exam, "both") == texts(exam, "values") + texts(exam, "derivatives")


def test_contributions_are_asked_one_by_one_before_their_sum(exam_of):
    asked = texts(exam_of("two_paths"), "derivatives")
    assert [text for text in asked if "/∂b" in text] == [
        "∂e/∂b through d = ?",
        "∂e/∂b through c = ?",
        "∂e/∂b in all = ?",
    ]


@EVERY
def test_every_answer_is_the_engines_number_and_the_last_hint_tells_it(name, exam_of):
    exam = exam_of(name)
    found = exam.gradients
    for question in questions(exam, "both", seed=3):
        held = {
            "value": lambda q: exam.evaluation.value(q.node),
            "carried": lambda q: found.edges[q.edge],
            "sum": lambda q: found.nodes[q.node],
        }[question.kind](question)
        assert question.expected == np.asarray(held)[question.element]
        assert judge(exam, question, question.expected).right
        told = hint(exam, question, LEVELS).removeprefix("The answer is ").replace("−", "-").replace("e-", "e-")
        assert float(told) == question.expected
        assert all(hint(exam, question, level) for level in (1, 2))


@EVERY
def test_hints_with_numbers_add_up_to_the_answer(name, exam_of):
    exam = exam_of(name)
    for question in questions(exam, "derivatives", seed=1):
        text = hint(exam, question, 2).removeprefix("upstream × local = ")
        try:
            said = number_of(text, {})
        except ge.FormulaError:
            continue  # a rule in words
        assert said == pytest.approx(question.expected, rel=1e-4, abs=1e-9)


def test_what_is_asked_for_is_hidden_until_it_is_answered(exam_of):
    exam = exam_of("two_paths")
    graph = exam.evaluation.graph
    asked = questions(exam, "derivatives")
    seen, hidden = shown_and_hidden(exam, "derivatives", asked, set())
    assert seen.values == {work.node for work in exam.evaluation.plan.work}
    assert seen.edges == frozenset()
    assert seen.gradients == {exam.gradients.target}
    assert hidden.edges == set(exam.gradients.edges)
    known = set(asked[:2])
    seen, hidden = shown_and_hidden(exam, "derivatives", asked, known)
    assert seen.gradients == {graph.id_of(name) for name in ("c", "d", "e")}
    seen, hidden = shown_and_hidden(exam, "derivatives", asked, {q for q in asked if q.kind == "carried"})
    assert hidden.gradients == {graph.id_of("b")}
    seen, hidden = shown_and_hidden(exam, "derivatives", asked, set(asked))
    assert not hidden.edges | hidden.gradients | hidden.values
    assert seen.gradients == set(exam.gradients.nodes)


def test_while_values_are_asked_no_derivative_is_seen(exam_of):
    exam = exam_of("apple_tax")
    asked = questions(exam, "values")
    seen, hidden = shown_and_hidden(exam, "values", asked, set())
    assert (seen.values, seen.gradients, seen.edges) == (frozenset(), frozenset(), frozenset())
    assert hidden.values == {question.node for question in asked}


def test_what_is_not_finite_is_not_asked(exam_of):
    exam = exam_of("y = log(x) + z", x=-1.0)
    assert questions(exam, "values") == ()


def test_entries_are_drawn_by_the_seed(exam_of):
    exam = exam_of("classifier")
    drawn = [[question.element for question in questions(exam, "both", seed)] for seed in range(5)]
    assert drawn[0] == [question.element for question in questions(exam, "both", 0)]
    assert len(set(map(tuple, drawn))) > 1


@pytest.mark.parametrize(
    ("text", "value"),
    [("2*1.1", 2.2), ("-(1+2)^2", -9), ("3²", 9), ("1/4", 0.25), ("exp(0)", 1), ("max(2, 3)", 3), ("1.3e−13", 1.3e-13),
     ("tax × 2", 2.2), ('"apple price"/4', 25), ("sigmoid(0)", 0.5), ("−5", -5)],
)  # fmt: skip
def test_answers_may_be_short_formulas(text, value):
    assert number_of(text, {"tax": 1.1, "apple price": 100.0}) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "2*", "price", "1/0", "nonsense(1)", "exp(1, 2)", "softmax(1)", "import os"])
def test_what_is_no_number_is_said(text):
    with pytest.raises(ge.FormulaError) as error:
        number_of(text, {})
    assert error.value.sentence
