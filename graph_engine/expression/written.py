"""A rule that an op states in words of its own, `Σ (y − t)² / n`, read as the tree that a traced rule would be."""

from __future__ import annotations

import re
from typing import Any

from .symbol import Symbol

_TOKEN = re.compile(
    r"\s*(?P<number>[0-9]+(?:\.\d+)?|½)|\s*(?P<name>x̂|(?:(?![ᵀ½²³])\w)+|…)|\s*(?P<sign>[-+−·×/^()\[\],=><√Σᵀ²³])"
)
_RELATIONS = {"=": "equal", ">": "greater", "<": "less"}
_SUMS = {"+": "add", "−": "subtract", "-": "subtract"}
_PRODUCTS = {"·": "dot", "×": "multiply", "/": "divide"}
_AFTER = {"ᵀ": "transpose", "²": 2.0, "³": 3.0}
_HELPERS = {"log"}  # applied without brackets, as in log σ(x)


def read_rule(text: str) -> Any:
    """The tree of a rule's text.

    >>> read_rule("Σ (y − t)² / n")
    divide(sum(power(subtract(y, t), 2.0)), n)
    """
    reader = _Reader(text)
    found = reader.relation()
    if reader.left:
        raise ValueError(f"“{text}” can't be read behind “{reader.left[0]}”")
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self.left = [match[match.lastgroup] for match in _TOKEN.finditer(text) if match.lastgroup]
        if "".join(self.left) != re.sub(r"\s", "", text):
            raise ValueError(f"“{text}” has a sign that no rule may have")

    def relation(self) -> Any:
        first = self.sum()
        if self._next() in _RELATIONS:
            return Symbol(_RELATIONS[self.left.pop(0)], (first, self.sum()))
        return first

    def sum(self) -> Any:
        found = self.signed()
        while self._next() in _SUMS:
            found = Symbol(_SUMS[self.left.pop(0)], (found, self.product()))
        return found

    def signed(self) -> Any:
        if self._next() in ("−", "-"):
            self.left.pop(0)
            return Symbol("negative", (self.product(),))
        return self.product()

    def product(self, *, dots_only: bool = False) -> Any:
        """Factors; a Σ reaches over those that follow it up to a division."""
        found = self.factor()
        while self._next() in _PRODUCTS and not (dots_only and self._next() == "/"):
            found = Symbol(_PRODUCTS[self.left.pop(0)], (found, self.factor()))
        return found

    def factor(self) -> Any:
        if self._next() == "Σ":
            self.left.pop(0)
            return Symbol("sum", (self.product(dots_only=True),))
        found = self.raised()
        while self._beside(found):
            found = Symbol("beside", (found, self.factor() if self._next() == "Σ" else self.raised()))
        return found

    def _beside(self, found: Any) -> bool:
        """A number stands right before what it multiplies."""
        return not isinstance(found, Symbol) and self._next() not in (*"+−-·×/)],=><", "")

    def raised(self) -> Any:
        found = self.atom()
        while self._next() in _AFTER or self._next() == "[":
            sign = self.left.pop(0)
            if sign == "[":
                found = Symbol("index", (found, self.relation()))
                self._close("]")
            elif sign == "ᵀ":
                found = Symbol("transpose", (found,))
            else:
                found = Symbol("power", (found, _AFTER[sign]))
        return found

    def atom(self) -> Any:
        sign = self.left.pop(0)
        if sign == "(":
            found = self.relation()
            self._close(")")
            return found
        if sign == "[":
            found = Symbol("indicator", (self.relation(),))
            self._close("]")
            return found
        if sign == "√":
            return Symbol("sqrt", (self.atom(),))
        if sign == "½":
            return 0.5
        if sign[0].isdigit():
            return float(sign)
        if sign in _HELPERS and self._next() != "(":
            return Symbol(sign, (self.factor(),))
        return self._call(sign) if (self._next() == "(" and len(sign) > 1) or self._is_sigma(sign) else Symbol(sign)

    def _is_sigma(self, sign: str) -> bool:
        return sign == "σ" and self._next() == "("

    def _call(self, head: str) -> Symbol:
        self.left.pop(0)
        args = [self.relation()]
        while self._next() == ",":
            self.left.pop(0)
            args.append(self.relation())
        self._close(")")
        return Symbol({"max": "maximum"}.get(head, head), tuple(args))

    def _next(self) -> str:
        return self.left[0] if self.left else ""

    def _close(self, sign: str) -> None:
        if self._next() != sign:
            raise ValueError(f"“{sign}” is missing")
        self.left.pop(0)
