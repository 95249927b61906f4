"""A parsed formula carried out on numbers, arrays or symbols. Only the functions listed here exist."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import numpy as np

from ..errors import FormulaError
from ..sentence import say
from .parse import Term, parse_formula

LONGEST, _DEEPEST = 400, 60  # letters; operations inside each other, so that Python can compile what is traced


def _sigmoid(x: Any) -> Any:
    return 0.5 * (1.0 + np.tanh(0.5 * x))


def _relu(x: Any) -> Any:
    return np.maximum(x, 0.0)


_OPERATORS: Mapping[str, Callable[..., Any]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "negate": np.negative,
}
_ONE: Mapping[str, Callable[..., Any]] = {
    "exp": np.exp,
    "log": np.log,
    "ln": np.log,
    "sqrt": np.sqrt,
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "abs": np.absolute,
    "sigmoid": _sigmoid,
    "relu": _relu,
    "sign": np.sign,
}
_TWO: Mapping[str, Callable[..., Any]] = {"max": np.maximum, "min": np.minimum}


def read_formula(text: str, names: Collection[str]) -> Term:
    """The formula in `text`, which may use `names`; `FormulaError` says what is wrong and at which column.

    >>> float(calculate(read_formula("x*y + sin(0)", ["x", "y"]), {"x": 2.0, "y": 3.0}))
    6.0
    """
    if len(text) > LONGEST:
        raise FormulaError(say("the formula has more than {limit} characters", limit=LONGEST), column=1)
    term = parse_formula(text).term
    for part, depth in _parts(term, 1):
        if depth > _DEEPEST:
            raise _wrong(part, say("operations are nested more than {limit} deep", limit=_DEEPEST))
        if part.head == "name" and part.name not in names:
            known = ", ".join(names)
            raise _wrong(part, say("there is no “{name}” here; there are: {names}", name=part.name, names=known))
        if part.head == "call":
            _check_call(part)
    return term


def names_in(term: Term) -> frozenset[str]:
    """The names that a formula uses."""
    return frozenset(part.name for part, _ in _parts(term, 1) if part.head == "name")


def calculate(term: Term, values: Mapping[str, Any]) -> Any:
    """The value of a formula that `read_formula` has let pass.

    What holds no names is a Python float, which takes the precision of the arrays beside it; outside the range of
    numbers it is inf or NaN, as on arrays.
    """
    with np.errstate(all="ignore"):
        return _value(term, values)


def _value(term: Term, values: Mapping[str, Any]) -> Any:
    if term.head == "number":
        return term.number
    if term.head == "name":
        return values[term.name]
    args = [_value(part, values) for part in term.args]
    plain = all(type(arg) is float for arg in args)
    if term.head == "power":
        return float(np.power(args[0], term.number)) if plain else args[0] ** term.number
    table = _OPERATORS if term.head != "call" else _ONE if len(args) == 1 else _TWO
    found = table[term.name if term.head == "call" else term.head](*args)
    return float(found) if plain else found


def _check_call(term: Term) -> None:
    functions = {**_ONE, **_TWO}
    if term.name not in functions:
        names = ", ".join(sorted(functions))
        raise _wrong(term, say("there is no function “{name}”; there are: {names}", name=term.name, names=names))
    wanted = 1 if term.name in _ONE else 2
    if len(term.args) != wanted:
        template = "{name} takes {wanted} arguments, not {found}"
        raise _wrong(term, say(template, name=term.name, wanted=wanted, found=len(term.args)))


def _parts(term: Term, depth: int) -> Iterator[tuple[Term, int]]:
    waiting = [(term, depth)]
    while waiting:
        part, deep = waiting.pop()
        yield part, deep
        waiting += [(inner, deep + 1) for inner in part.args]


def _wrong(term: Term, reason: str) -> FormulaError:
    sentence = say("column {column}: {reason}", column=term.column, reason=reason)
    return FormulaError(sentence, column=term.column)
