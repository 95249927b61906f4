"""Wrong answers that come from a known slip get its name."""

from __future__ import annotations

import pytest

from graph_engine.practice import close, judge, question_text, questions


def verdict(exam, text, answer):
    question = next(q for q in questions(exam, "both") if str(question_text(exam, q)) == text)
    return judge(exam, question, answer)


def named(exam, text, answer):
    found = verdict(exam, text, answer)
    assert not found.right
    return None if found.slip is None else str(found.slip.name)


@pytest.mark.parametrize(
    ("example", "text", "answer", "slip"),
    [
        ("apple_tax", "∂price/∂tax = ?", 1.1, "the inputs of a product are not swapped"),
        ("apple_tax", "∂price/∂apple price = ?", 110, "the inputs of a product are not swapped"),
        ("apple_tax", "∂price/∂apple price = ?", 2, "the upstream gradient was forgotten"),
        ("apple_tax", "∂price/∂apple price = ?", 1.1, "the local derivative was forgotten"),
        ("apple_tax", "∂price/∂apple price = ?", -2.2, "the sign was lost"),
        ("apple_tax", "∂price/∂apple price = ?", 100, "that is the value, not the derivative"),
        ("apple_tax", "∂price/∂apple price = ?", 3.7, None),
        ("apple_tax", "price = ?", 201.1, "another operation was used"),
        ("two_paths", "∂e/∂b in all = ?", 2, "only one contribution was taken"),
        ("two_paths", "∂e/∂b in all = ?", 3, "only one contribution was taken"),
        ("two_paths", "∂e/∂b in all = ?", 6, "the contributions were multiplied"),
        ("d = a - b", "∂d/∂b = ?", 1, "the sign was lost"),
        ("y = sigmoid(x)", "∂y/∂x = ?", 0.7310585786, "the sigmoid's derivative is taken to be its output"),
        ("y = tanh(x)", "∂y/∂x = ?", 1 - 0.761594155956, "the square is missing in the derivative of tanh"),
        ("q = a / (b + 1)", "q = ?", 2, "the inputs were taken the other way round"),
    ],
)
def test_a_slip_gets_its_name(exam_of, example, text, answer, slip):
    assert named(exam_of(example), text, answer) == slip


def test_the_batch_is_divided_by_once(exam_of):
    exam = exam_of("classifier")
    for question in questions(exam, "derivatives", seed=2):
        right = question.expected
        assert judge(exam, question, right).right
        name = judge(exam, question, right * 5).slip.name
        assert name == "the division by the batch was forgotten"
        assert judge(exam, question, right / 5).slip.name == "the batch was divided by twice"


def test_four_digits_are_enough_and_three_are_not(exam_of):
    exam = exam_of("y = sigmoid(x)")
    assert verdict(exam, "y = ?", 0.7311).right
    assert not verdict(exam, "y = ?", 0.73).right
    assert close(0, 0)
    assert not close(1e-9, 0)
