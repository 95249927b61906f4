"""Whether an answer is right, and which known slip a wrong one is."""

from __future__ import annotations

from dataclasses import dataclass

from .questions import Exam, Question
from .slips import Slip, name_slip

TOLERANCE = 5e-4  # relative: four significant digits
_ROUNDING = 1e-15


@dataclass(frozen=True, eq=False)
class Verdict:
    right: bool
    expected: float
    slip: Slip | None = None  # the name of the mistake, if it is a known one


def judge(exam: Exam, question: Question, answer: float) -> Verdict:
    """Compares an answer with the engine's number."""
    if close(answer, question.expected):
        return Verdict(True, question.expected)
    slip = name_slip(exam, question, lambda wrong: close(answer, wrong))
    return Verdict(False, question.expected, slip)


def close(answer: float, expected: float) -> bool:
    """Whether two numbers agree to four significant digits.

    >>> close(0.3333, 1 / 3), close(0.333, 1 / 3), close(0.0, 1e-7)
    (True, False, False)
    """
    return abs(answer - expected) <= TOLERANCE * abs(expected) + _ROUNDING
