"""Every kind of node, by section, and which of them a few typed letters mean. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from graph_engine import ops
from graph_engine.graph import FAMILY_LABEL, SOURCES
from graph_engine.sentence import Sentence

from ..i18n import localize


@dataclass(frozen=True)
class Entry:
    """One kind of node in the palette."""

    key: str
    symbol: str
    label: Sentence
    about: Sentence
    section: Sentence
    words: tuple[str, ...]  # what it can be found by


def catalogue() -> list[Entry]:
    found = [Entry(s.key, s.symbol, s.label, s.about, FAMILY_LABEL, (s.key, *s.aliases)) for s in SOURCES]
    for family, label in ops.FAMILIES.items():
        found += [
            Entry(op.key, op.symbol, op.label, op.about, label, (op.key, op.symbol, *op.aliases))
            for op in ops.ALL
            if op.family == family
        ]
    return found


def matching(entries: list[Entry], typed: str) -> list[Entry]:
    """The entries that `typed` means, the best match first; all of them for an empty text."""
    wanted = typed.strip().lower()
    if not wanted:
        return entries
    ranked = [(rank, place, entry) for place, entry in enumerate(entries) if (rank := _rank(entry, wanted)) is not None]
    return [entry for _, _, entry in sorted(ranked, key=lambda triple: triple[:2])]


def _rank(entry: Entry, wanted: str) -> int | None:
    """0 for its name, 1 for another very word, 2 for a beginning, 3 for a part, 4 for letters in order."""
    names = [name.lower() for name in (entry.key, entry.label, localize(entry.label))]
    words = [*names, *(word.lower() for word in entry.words)]
    if wanted in words:
        return 0 if wanted in names else 1
    if any(word.startswith(wanted) for word in words):
        return 2
    if any(wanted in word for word in words):
        return 3
    return 4 if len(wanted) > 1 and any(_in_order(wanted, word) for word in words) else None


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
