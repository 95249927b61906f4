"""Every kind of node, by section, and which of them a few typed letters mean. Imports no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph_engine import ops
from graph_engine.explain import op_formula
from graph_engine.graph import FAMILY_LABEL, SOURCES
from graph_engine.sentence import Sentence, say

from ..i18n import in_every_language, localize
from .match import WORD, Rank, farthest, fold, rank
from .pinyin import initials

_NEVER_USED: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True)
class Entry:
    """One kind of node in the palette."""

    key: str
    symbol: str
    label: Sentence
    about: Sentence
    section: Sentence
    words: tuple[str, ...]  # what it can be found by
    formula: str = ""  # what it computes, as text: found by typing all of it


_STRUCTURE = (
    Entry(
        "note",
        "¶",
        say("note"),
        say("A text on the canvas, with formulas between dollar signs."),
        say("Structure"),
        ("text", "comment"),
    ),
    Entry(
        "frame",
        "▭",
        say("frame"),
        say("A coloured frame with a heading; it carries what stands inside."),
        say("Structure"),
        ("box", "section"),
    ),
)


def catalogue() -> list[Entry]:
    found = [Entry(s.key, s.symbol, s.label, s.about, FAMILY_LABEL, (s.key, s.symbol, *s.aliases)) for s in SOURCES]
    for family, label in ops.FAMILIES.items():
        found += [
            Entry(op.key, op.symbol, op.label, op.about, label, (op.key, op.symbol, *op.aliases), _formula(op))
            for op in ops.ALL
            if op.family == family
        ]
    return [*found, *_STRUCTURE]


def matching(entries: list[Entry], typed: str, uses: Mapping[str, int] = _NEVER_USED) -> list[Entry]:
    """The entries that `typed` means, the best match first, then the one used most; all for an empty text."""
    ranks = [(meaning(entry, typed), place, entry) for place, entry in enumerate(entries)]
    last = farthest(rank for rank, *_ in ranks)
    ranked = [
        (found[0], -uses.get(entry.key, 0), found[1], place, entry)
        for found, place, entry in ranks
        if found is not None and found[0] <= last
    ]
    return [entry for *_, entry in sorted(ranked, key=lambda row: row[:4])]


def meaning(entry: Entry, typed: str) -> Rank | None:
    """How well `typed` means `entry`, by the names it has in any language."""
    if not typed.strip():
        return 0, 0
    if entry.formula and _tight(typed) == _tight(entry.formula):
        return WORD, 0
    return rank(typed, [entry.key, *in_every_language(entry.label)], entry.words, initials(localize(entry.label)))


def _formula(op: ops.Op) -> str:
    """Nothing for ops without a formula worth typing: x is no way to say identity."""
    text = op_formula(op, {attribute.name: attribute.default for attribute in op.attributes}) if op.elementwise else ""
    return "" if text.isidentifier() else text


def _tight(text: str) -> str:
    return fold(text).replace(" ", "")
