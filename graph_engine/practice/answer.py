"""What a learner types: a number, or a short formula of numbers, functions and the names of nodes already known."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from .. import ops
from ..errors import FormulaError
from ..expression import Term, parse_formula
from ..sentence import say

_FUNCTIONS = {"ln": "log", "abs": "absolute", "max": "maximum", "min": "minimum"}


def number_of(text: str, names: Mapping[str, float]) -> float:
    """The number that `text` stands for; `FormulaError` says what can't be read.

    >>> number_of("2 * 1.1", {}), number_of("price / 2", {"price": 3.0}), number_of("exp(0) - 1e−3", {})
    (2.2, 1.5, 0.999)
    """
    formula = parse_formula(text.replace("e−", "e-").replace("，", ","))
    with np.errstate(all="ignore"):
        found = float(_value(formula.term, names))
    if not math.isfinite(found):
        raise FormulaError(say("that is not a finite number"), column=1)
    return found


def _value(term: Term, names: Mapping[str, float]) -> float:
    if term.head == "number":
        return term.number
    if term.head == "name":
        if term.name not in names:
            raise FormulaError(say("“{name}” is not known yet", name=term.name), column=term.column)
        return names[term.name]
    values = [np.float64(_value(argument, names)) for argument in term.args]
    if term.head == "power":
        return float(values[0] ** term.number)
    return _called(term, _FUNCTIONS.get(term.name, term.name) if term.head == "call" else term.head, values)


def _called(term: Term, key: str, values: list[np.float64]) -> float:
    op = next((op for op in ops.ALL if op.key == key and op.elementwise), None)
    if op is None or len(op.ports) != len(values):
        raise FormulaError(say("there is no function “{name}” of {n} numbers", name=term.name, n=len(values)),
                           column=term.column)  # fmt: skip
    return float(op.forward(*values))
