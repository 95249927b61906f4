"""What an exporter is. A file of `targets` holds one function and one `TARGET = ...` line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..discover import declared_in
from ..document import Document
from ..sentence import Sentence, say

Words = Mapping[str, Callable[[Any], str]]  # by the code of a language, what says a sentence in it
ENGLISH: Words = {"en": str}
Make = Callable[..., str | bytes]  # (document), or (document, words) where it speaks


@dataclass(frozen=True, kw_only=True)
class Target:
    """One form a document takes outside."""

    key: str
    label: Sentence
    about: Sentence
    suffix: str  # how the names of its files end
    place: int  # among the others, in lists
    binary: bool  # whether its files are for programs to read only
    speaks: bool  # whether it says sentences, and can do so in several languages
    make: Make

    def data(self, document: Document, words: Words = ENGLISH) -> bytes:
        """What the file holds."""
        made = self.make(document, words) if self.speaks else self.make(document)
        return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


def target(make: Make, *, label: str, suffix: str, place: int, binary: bool = False, speaks: bool = False) -> Target:
    """Declares what `make` writes; its module's docstring says what it is."""
    module, about = declared_in(make)
    return Target(
        key=module.rpartition(".")[2],
        label=say(label),
        about=say(about),
        suffix=suffix,
        place=place,
        binary=binary,
        speaks=speaks,
        make=make,
    )
