"""How well a few typed letters mean a thing that has names. Imports no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Rank = tuple[int, int]  # the kind of match, then how far its letters lie apart; less is better

NAME, WORD, BEGINS, WORD_BEGINS, PART, INITIALS, LETTERS = range(7)
_SIGNS = str.maketrans({"×": "*", "·": "*", "−": "-", "÷": "/", "∗": "*"})
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WORDS = re.compile(r"[㐀-鿿]|[^\W_㐀-鿿]+")  # a Chinese character counts as a word
_SKIPPED = 2  # what it costs to leave out a word


def plain(text: str) -> str:
    """`text` as an English keyboard would type it: full-width letters and signs become the usual ones."""
    return text.translate(_FULL_WIDTH)


def fold(text: str) -> str:
    """`text` so that what a person takes for the same is the same: case, width, and the signs of × − ÷."""
    return " ".join(plain(text).translate(_SIGNS).casefold().split())


def rank(typed: str, names: Sequence[str], words: Iterable[str] = (), initials: str = "") -> Rank | None:
    """How well `typed` means a thing called `names` that can be found by `words` too; None if it does not.

    `initials` are the first letters of a Chinese name.

    >>> rank("mul", ["multiply"]), rank("mltp", ["multiply"]), rank("*", ["multiply"], ["×"]), rank("q", ["multiply"])
    ((2, 0), (6, 2), (1, 0), None)
    """
    wanted = fold(typed)
    called = [fold(name) for name in names]
    others = [fold(word) for word in words]
    both = called + others
    if wanted in called:
        return NAME, 0
    if wanted in others:
        return WORD, others.index(wanted)
    if any(name.startswith(wanted) for name in called):
        return BEGINS, 0
    if any(_begins_words(wanted, text) for text in both):
        return WORD_BEGINS, 0
    if not _brief(wanted) and any(wanted in text for text in both):
        return PART, 0
    if len(wanted) > 1 and initials.startswith(wanted):
        return INITIALS, len(initials) - len(wanted)
    spread = [apart for text in both if (apart := _apart(wanted.replace(" ", ""), text)) is not None]
    return (LETTERS, min(spread)) if len(wanted) > 1 and spread else None


def farthest(found: Iterable[Rank | None]) -> int:
    """The kind of match up to which an answer is worth showing beside the best of `found`.

    Where something begins with what was typed, nobody means letters strewn over something else.
    """
    return LETTERS if min((rank[0] for rank in found if rank is not None), default=LETTERS) > WORD_BEGINS else PART


def _brief(wanted: str) -> bool:
    """Too little to be looked for within words: one or two letters of an alphabet."""
    return len(wanted) < 3 and wanted.isascii() and wanted.isalpha()


def _begins_words(wanted: str, text: str) -> bool:
    """Whether `text`, or a word in it, begins so; of several words typed, each begins one."""
    parts = [text, *text.replace("-", " ").split()]
    if any(part.startswith(wanted) for part in parts):
        return True
    typed = wanted.split()
    return len(typed) > 1 and all(any(part.startswith(one) for part in parts) for one in typed)


def _apart(letters: str, text: str) -> int | None:
    """What lies between `letters`, which begin one or more words of `text`; None where that is more than they are."""
    return _spread(letters, _WORDS.findall(text), len(letters) - 1, first=True)


def _spread(letters: str, words: Sequence[str], most: int, *, first: bool) -> int | None:
    """The least that is left out where `letters` are taken from the beginnings of `words`, `most` at most."""
    best: int | None = None
    for place, word in enumerate(words):
        before = 0 if first else _SKIPPED * place
        if before > most:
            break
        for taken, skipped in _taken(letters, word):
            if before + skipped > most:
                break
            rest = letters[taken:]
            further = _spread(rest, words[place + 1 :], most - before - skipped, first=False) if rest else 0
            if further is not None and (best is None or before + skipped + further < best):
                best = before + skipped + further
    return best


def _taken(letters: str, word: str) -> list[tuple[int, int]]:
    """How many of `letters` can be read off `word` from its beginning, each time with how many of its are left out."""
    at, found = -1, []
    for count, letter in enumerate(letters, 1):
        at = word.find(letter, at + 1)
        if at < 0 or (count == 1 and at > 0):
            break
        found.append((count, at + 1 - count))
    return found
