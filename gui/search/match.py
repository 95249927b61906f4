"""How well a few typed letters mean a thing that has names. Imports no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Rank = tuple[int, int]  # the kind of match, then how far its letters lie apart; less is better

NAME, WORD, BEGINS, WORD_BEGINS, PART, LETTERS = range(6)
_SIGNS = str.maketrans({"×": "*", "·": "*", "−": "-", "÷": "/", "∗": "*"})
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def plain(text: str) -> str:
    """`text` as an English keyboard would type it: full-width letters and signs become the usual ones."""
    return text.translate(_FULL_WIDTH)


def fold(text: str) -> str:
    """`text` so that what a person takes for the same is the same: case, width, and the signs of × − ÷."""
    return " ".join(plain(text).translate(_SIGNS).casefold().split())


def rank(typed: str, names: Sequence[str], words: Iterable[str] = ()) -> Rank | None:
    """How well `typed` means a thing called `names` that can be found by `words` too; None if it does not.

    >>> rank("mul", ["multiply"]), rank("mltp", ["multiply"]), rank("*", ["multiply"], ["×"]), rank("q", ["multiply"])
    ((2, 0), (5, 2), (1, 0), None)
    """
    wanted = fold(typed)
    called = [fold(name) for name in names]
    others = [fold(word) for word in words]
    both = called + others
    if wanted in called:
        return NAME, 0
    if wanted in others:
        return WORD, 0
    if any(name.startswith(wanted) for name in called):
        return BEGINS, 0
    if any(part.startswith(wanted) for text in both for part in (text, *text.replace("-", " ").split())):
        return WORD_BEGINS, 0
    if any(wanted in text for text in both):
        return PART, 0
    spread = [apart for text in both if (apart := _apart(wanted.replace(" ", ""), text)) is not None]
    return (LETTERS, min(spread)) if len(wanted) > 1 and spread else None


def _apart(letters: str, text: str) -> int | None:
    """How many letters of `text` lie between `letters`, which must follow each other in it."""
    at, first = -1, -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return at - first + 1 - len(letters)
