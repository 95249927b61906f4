"""A replay as one page for a browser: both passes, step by step, the same numbers; no network needed."""

from __future__ import annotations

from ...document import Document
from ..declare import Words, target
from ..replay import page_of


def make(document: Document, words: Words) -> str:
    return page_of(document, words)


TARGET = target(make, label="Replay for a browser", suffix=".html", place=5, speaks=True)
