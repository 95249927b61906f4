"""Learning by doing: predict a number before it is shown, and find a backward rule that is wrong on purpose."""

from .answer import number_of
from .faults import ALL as FAULTS
from .faults import BY_KEY as FAULTS_BY_KEY
from .faults import Fault
from .find import Finding, accused, judge_pick
from .hints import LEVELS, hint
from .judge import Verdict, close, judge
from .plant import Planted, broken, broken_gradients, sites, wrong_wires
from .questions import Exam, Question, Topic, question_text, questions, shown_and_hidden
from .slips import Slip

__all__ = [
    "FAULTS",
    "FAULTS_BY_KEY",
    "LEVELS",
    "Exam",
    "Fault",
    "Finding",
    "Planted",
    "Question",
    "Slip",
    "Topic",
    "Verdict",
    "accused",
    "broken",
    "broken_gradients",
    "close",
    "hint",
    "judge",
    "judge_pick",
    "number_of",
    "question_text",
    "questions",
    "shown_and_hidden",
    "sites",
    "wrong_wires",
]
