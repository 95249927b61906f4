"""The examples that ship with the program: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..document import Document
from ..errors import FileProblem
from ..sentence import Sentence, say
from .read import read

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Example:
    """One example: what to call it and what it shows."""

    name: str  # the file name without its ending
    title: Sentence
    text: Sentence
    path: Path

    def open(self) -> Document:
        return read(self.path)


def folder() -> Path:
    inside = _PACKAGE / "examples"
    return inside if inside.is_dir() else _PACKAGE.parent / "examples"


@cache
def examples() -> tuple[Example, ...]:
    """All examples, in the order of the index."""
    try:
        index = json.loads((folder() / "index.json").read_text(encoding="utf-8"))
    except OSError:
        raise FileProblem(say("the examples are missing: the installation is incomplete")) from None
    return tuple(
        Example(entry["name"], say(entry["title"]), say(entry["text"]), folder() / f"{entry['name']}.json")
        for entry in index["examples"]
    )


def example(name: str) -> Example:
    """The example called `name` (with or without `.json`), or `FileProblem`."""
    wanted = name.removesuffix(".json")
    found = next((e for e in examples() if e.name == wanted), None)
    if found is None:
        names = ", ".join(e.name for e in examples())
        raise FileProblem(say("there is no example “{name}”; there are: {names}", name=name, names=names))
    return found
