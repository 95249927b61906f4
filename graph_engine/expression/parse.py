"""A formula as people type it → a tree of terms: operators, functions, names and numbers, with the usual precedence.

`^` (or `**`, ², ³) binds tightest and to the right, then the sign, then × and ÷, then + and −.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from ..errors import FormulaError
from ..sentence import say

_TOKENS = re.compile(
    r"""\s*(?:
        (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      | (?P<sign>\*\*|[-+*/^(),=×·÷−²³])
      | (?P<name>[^\W\d](?:(?![²³])\w)*)
      | "(?P<quoted>[^"]+)"
    )""",
    re.VERBOSE,
)
_PLAIN = {"×": "*", "·": "*", "÷": "/", "−": "-", "**": "^"}
_RAISED = {"²": 2.0, "³": 3.0}
_BINARY = {"+": ("add", 1), "-": ("subtract", 1), "*": ("multiply", 2), "/": ("divide", 2)}
_SIGN, _DEEPEST, _LONGEST = 3, 100, 10_000


@dataclass(frozen=True)
class Term:
    """A number (`head` is "number"), a name ("name"), or a function or operator applied to `args`."""

    head: str
    args: tuple[Term, ...] = ()
    name: str = ""
    number: float = 0.0
    column: int = 1


@dataclass(frozen=True)
class Formula:
    """What was typed: the term, and the name it was given by `name = …`."""

    term: Term
    name: str


def parse_formula(text: str) -> Formula:
    """The formula in `text`; `FormulaError` says what is wrong and at which column.

    >>> found = parse_formula("y = -x^2")
    >>> found.name, found.term.head, found.term.args[0].head, found.term.args[0].number
    ('y', 'negate', 'power', 2.0)
    """
    return _Parser(text).formula()


class _Parser:
    def __init__(self, text: str) -> None:
        if len(text) > _LONGEST:
            raise FormulaError(say("the formula has more than {limit} characters", limit=_LONGEST), column=1)
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0

    def formula(self) -> Formula:
        name = ""
        if len(self.tokens) > 1 and self.tokens[1][:2] == ("sign", "=") and self.tokens[0][0] == "name":
            name, self.at = self.tokens[0][1], 2
        term = self.sum(0)
        kind, found, column = self.tokens[self.at]
        if kind != "end":
            self.fail(say("“{found}” does not belong here", found=found), column)
        return Formula(term, name)

    def sum(self, floor: int) -> Term:
        """A chain of operators that bind tighter than `floor`."""
        left = self.signed()
        while True:
            _, found, column = self.tokens[self.at]
            head, rank = _BINARY.get(found, ("", 0))
            if rank <= floor or self.tokens[self.at][0] != "sign":
                return left
            self.at += 1
            left = Term(head, (left, self.sum(rank)), column=column)

    def signed(self) -> Term:
        kind, found, column = self.tokens[self.at]
        if kind != "sign" or found not in "+-":
            return self.raised()
        self.at += 1
        self.enter(column)
        inner = self.signed()
        self.depth -= 1
        if found == "+":
            return inner
        if inner.head == "number":
            return Term("number", number=-inner.number, column=column)
        return Term("negate", (inner,), column=column)

    def raised(self) -> Term:
        base = self.atom()
        kind, found, column = self.tokens[self.at]
        if kind == "sign" and found in _RAISED:
            self.at += 1
            return Term("power", (base,), number=_RAISED[found], column=column)
        if kind == "sign" and found == "^":
            self.at += 1
            exponent = self.signed()
            if exponent.head != "number":
                self.fail(say("the exponent must be a number"), exponent.column)
            return Term("power", (base,), number=exponent.number, column=column)
        return base

    def atom(self) -> Term:
        kind, found, column = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            number = float(found)
            if number == float("inf"):
                raise self.wrong(say("the number is too large for float64"), column)
            return Term("number", number=number, column=column)
        if kind in ("name", "quoted"):
            if kind == "name" and self.tokens[self.at][:2] == ("sign", "("):
                return self.call(found, column)
            return Term("name", name=found, column=column)
        if (kind, found) == ("sign", "("):
            self.enter(column)
            inner = self.sum(0)
            self.depth -= 1
            self.expect(")")
            return inner
        raise self.wrong(say("a number, a name or ( is missing here"), column)

    def call(self, name: str, column: int) -> Term:
        self.enter(column)
        self.expect("(")
        args = [self.sum(0)]
        while self.tokens[self.at][:2] == ("sign", ","):
            self.at += 1
            args.append(self.sum(0))
        self.expect(")")
        self.depth -= 1
        return Term("call", tuple(args), name=name, column=column)

    def expect(self, sign: str) -> None:
        kind, found, column = self.tokens[self.at]
        if (kind, found) != ("sign", sign):
            self.fail(say("“{sign}” is missing here", sign=sign), column)
        self.at += 1

    def enter(self, column: int) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail(say("brackets are nested more than {limit} deep", limit=_DEEPEST), column)

    def fail(self, sentence: str, column: int) -> NoReturn:
        raise self.wrong(sentence, column)

    def wrong(self, sentence: str, column: int) -> FormulaError:
        return FormulaError(say("column {column}: {reason}", column=column, reason=sentence), column=column)


def _tokens(text: str) -> list[tuple[str, str, int]]:
    """(kind, text, column) of each token, ending with an "end"."""
    found, at = [], 0
    while text[at:].strip():
        match = _TOKENS.match(text, at)
        if match is None or match.lastgroup is None:
            at += len(text[at:]) - len(text[at:].lstrip())
            sentence = say("“{letter}” can't be read", letter=text[at])
            raise FormulaError(say("column {column}: {reason}", column=at + 1, reason=sentence), column=at + 1)
        word = match[match.lastgroup]
        kind = match.lastgroup
        found.append((kind, _PLAIN.get(word, word) if kind == "sign" else word, match.start(kind) + 1))
        at = match.end()
    return [*found, ("end", say("the end"), len(text) + 1)]
