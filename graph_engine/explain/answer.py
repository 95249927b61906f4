"""What an answer to “why?” is made of: the parts a number was computed from, each of which can be asked about again."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..expression import Piece, pieces
from ..graph import Edge, Value, settle
from ..sentence import Sentence
from .question import Question


@dataclass(frozen=True, eq=False)
class Part:
    """A number that went into another; without a question it is a constant of the rule."""

    value: Value
    asks: Question | None = None
    name: Piece | None = None  # what stands for it in a formula of names

    @property
    def role(self) -> pieces.Role:
        return "" if self.asks is None else role_of(self.asks)


def role_of(question: Question) -> pieces.Role:
    """The colour of the numbers that it asks about."""
    return "forward" if question.kind == "value" else "local" if question.kind == "local" else "backward"


Term = tuple[Part, ...]  # multiplied


@dataclass(frozen=True, eq=False)
class Answer:
    """Why a number is what it is: either `terms`, products that add up to it, or `parts` put into a formula."""

    question: Question
    value: Value
    left: Piece  # what the number is called
    rule: Piece | None  # its formula in names
    put_in: Piece | None = None  # its formula with the numbers put in
    parts: tuple[Part, ...] = ()
    terms: tuple[Term, ...] = ()
    said: tuple[Sentence, ...] = ()
    wires: frozenset[Edge] = frozenset()  # what it speaks of
    compute: Callable[[Sequence[Any]], Any] | None = field(default=None, repr=False)

    @property
    def asks(self) -> list[Question]:
        """What can be asked next, each once, in the order of the formula."""
        parts = [*self.parts, *(part for term in self.terms for part in term)]
        return list(dict.fromkeys(part.asks for part in parts if part.asks is not None))

    def again(self) -> Value:
        """The number computed anew from nothing but its parts."""
        with np.errstate(all="ignore"):
            if self.terms:
                products = [math.prod([part.value for part in term]) for term in self.terms]
                if all(np.ndim(product) == 0 and np.isfinite(product) for product in products):
                    return math.fsum(float(product) for product in products)
                return sum(products[1:], products[0])
            return self.value if self.compute is None else settle(self.compute([part.value for part in self.parts]))
