"""What a typed text offers to add: kinds of node, a number, a formula, a new name. Imports no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph_engine.document import Document, weave
from graph_engine.document.notes import KINDS
from graph_engine.errors import GradcanvasError, ValueMismatch
from graph_engine.expression import Term, parse_formula
from graph_engine.graph import SOURCES_BY_KEY, Value, literal_value

from ..i18n import localize, tr
from ..search.catalogue import Entry, matching, meaning
from ..search.match import WORD, plain
from ..search.rows import Answer, Row
from .fits import takes

_FORMULA_SIGNS = set("()+*/^=×÷·²³")


@dataclass(frozen=True)
class Tie:
    """The loose ends that what is added is wired to: an output to take from, an input (node, port) to feed."""

    source: str | None = None
    target: tuple[str, str] | None = None


@dataclass(frozen=True)
class Kind:
    key: str


@dataclass(frozen=True)
class Number:
    value: Value


@dataclass(frozen=True)
class Name:
    """A variable that is called so."""

    name: str


@dataclass(frozen=True)
class Formula:
    text: str


Offer = Kind | Number | Name | Formula


class Offers:
    """Answers what can be added to `document`, wired to `tie`."""

    def __init__(
        self,
        document: Document,
        entries: Sequence[Entry],
        uses: Mapping[str, int],
        tie: Tie,
        carried: Value | None,
        templates: Sequence[Entry] = (),
    ) -> None:
        """`carried` is the value that comes out of the output `tie` takes from; `templates` can be wired to `tie`."""
        self.document, self.uses, self.tie = document, uses, tie
        shape = None if carried is None else np.shape(carried)
        loose = entries if tie.target is None else [entry for entry in entries if entry.key not in KINDS]
        self.entries = [entry for entry in loose if tie.source is None or takes(entry.key, shape)]
        self.entries += templates

    def answer(self, typed: str) -> Answer:
        text = plain(typed).strip()
        kinds = matching(self.entries, typed, self.uses)
        rows = [Row(Kind(e.key), localize(e.label), e.symbol, localize(e.section), localize(e.about)) for e in kinds]
        if not text:
            sentence = tr("Type a name, a number or a formula such as (a + b) * c.")
            return Answer(tuple(rows), sentence)
        number = self._number(text)
        if number is not None:
            return Answer((number, *rows))
        formula, wrong = self._formula(text)
        if formula is not None:
            first = not kinds or self._means_formula(text, kinds[0])
            rows = [formula, *rows] if first else [*rows, formula]
        elif wrong and not rows:
            return Answer((), wrong, wrong=True)
        return Answer(tuple(rows), "" if rows else tr("No node is called that."), wrong=not rows)

    def _number(self, text: str) -> Row | None:
        if self.tie.source is not None:
            return None
        try:
            value = literal_value(text)
        except ValueMismatch:
            return None
        if value is None:
            return None
        spec = SOURCES_BY_KEY["constant"]
        return Row(Number(value), text, spec.symbol, localize(spec.label), localize(spec.about))

    def _formula(self, text: str) -> tuple[Row | None, str]:
        """The row of a formula, or why the text is none."""
        try:
            term = parse_formula(text).term
            if term.head == "number" or (term.head == "name" and not self._wanted(term)):
                return None, ""
            woven = weave(self.document, text, feed=self.tie.source or "")
        except GradcanvasError as error:
            return None, localize(error.sentence)
        about = tr("Makes {n} nodes", n=len(woven.added)) if woven.added else tr("Wires what is there already")
        names = ", ".join(dict.fromkeys(self.document.graph.node(id).name for id in woven.held))
        if names:
            about = tr("{what}; uses {names}", what=about, names=names)
        if term.head == "name":
            spec = SOURCES_BY_KEY["variable"]
            if woven.added:
                return Row(Name(term.name), term.name, spec.symbol, localize(spec.label), localize(spec.about)), ""
            return Row(Formula(text), term.name, spec.symbol, tr("is there already"), about), ""
        return Row(Formula(text), text, "ƒ", tr("formula"), about), ""

    def _wanted(self, term: Term) -> bool:
        """A bare name makes a variable of that name; one that is there already can still feed an input."""
        there = self.document.graph.has_name(term.name)
        return self.tie.source is None and (not there or self.tie.target is not None)

    def _means_formula(self, text: str, best: Entry) -> bool:
        """Whether `text` is rather a formula than a way to say `best`: x*y is multiply where there is no x."""
        if not set(text) & _FORMULA_SIGNS:
            return False
        found = meaning(best, text)
        called = found is not None and found[0] <= WORD
        return not called or any(self.document.graph.has_name(name) for name in _names(parse_formula(text).term))


def _names(term: Term) -> set[str]:
    return {term.name} if term.head == "name" else set().union(*map(_names, term.args))
