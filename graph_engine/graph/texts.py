"""Texts that a file can hold: what a document takes can be saved, and opened again."""

from __future__ import annotations

from ..sentence import Sentence, say

LONGEST = 100_000  # characters


def too_long(text: str) -> Sentence | None:
    """What to say of a text that is too long; None of any other."""
    return say("a text has more than {limit} characters", limit=LONGEST) if len(text) > LONGEST else None


def wrong_text(text: str) -> Sentence | None:
    """What is wrong with a name, which has to stay as it is; None if nothing is."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return say("a text holds half a character (a lone surrogate)")
    return too_long(text)
