"""What a lesson is: where it starts, what it says, and what each of its steps waits for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..document import Document

LANGUAGES = ("en", "zh_CN")
Text = Mapping[str, str]  # by language
Waiting = Literal["read", "select", "set", "add", "connect", "step", "target", "answer"]
Asked = Literal["value", "gradient", "carried", "local", "forward", "paths", "number"]


@dataclass(frozen=True)
class Ask:
    """A number that the engine knows: of which nodes (by name), and which entry of an array."""

    kind: Asked
    of: tuple[str, ...] = ()
    at: tuple[int, ...] = ()
    number: float = 0.0  # of a `number`, which no node holds


@dataclass(frozen=True)
class Wait:
    """What lets a step go on. `of` names nodes; `@add` stands for any node of that kind.

    `read`: nothing. `select`: a node or wire. `set`: a source has another value, or the value `to`. `add`: one more
    node of the kind `of`. `connect`: a wire from, to, into the port. `step`: the timeline stands at a place or further.
    `target`: what is differentiated. `answer`: the number that `ask` means was typed.
    """

    kind: Waiting
    of: tuple[str, ...] = ()
    to: float | None = None
    ask: Ask | None = None


@dataclass(frozen=True)
class Step:
    text: Text
    wait: Wait


@dataclass(frozen=True)
class Lesson:
    """One tour. `start` makes the document it begins with, afresh each time."""

    name: str
    title: Text
    about: Text
    steps: tuple[Step, ...]
    start: Callable[[], Document]
