"""Sources: the nodes that hold a value instead of computing one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..ops import Attribute
from ..ops.attributes import Attributed
from ..sentence import Sentence, say
from . import data_column, initialisers
from .values import Value

FAMILY = "values"
FAMILY_LABEL = say("Values")


def _nothing(_: Mapping[str, Any]) -> None:
    return None


@dataclass(frozen=True)
class Source(Attributed):
    """One kind of source. Its attributes describe where its value came from."""

    key: str
    label: Sentence
    symbol: str
    about: Sentence
    trainable: bool = False
    aliases: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    derived: bool = False  # whether the value follows from the attributes, always
    value: Callable[[Mapping[str, Any]], Value | None] = _nothing  # what the attributes describe; None: nothing
    matter: Callable[[Mapping[str, Any]], tuple[str, ...]] = lambda _: ()  # the attributes that count, as they stand
    explain: Callable[[Mapping[str, Any]], Sentence | None] = _nothing  # what they mean, as they stand
    family: str = FAMILY


SOURCES: tuple[Source, ...] = (
    Source(
        "variable",
        say("variable"),
        "x",
        say("An input whose value you choose; its gradient says how the target answers to it."),
        aliases=("input",),
    ),
    Source(
        "parameter",
        say("parameter"),
        "W",
        say("A value that training changes: a weight or a bias."),
        trainable=True,
        aliases=("weight", "bias"),
        attributes=initialisers.ATTRIBUTES,
        value=initialisers.draw,
        matter=initialisers.matter,
        explain=initialisers.about,
    ),
    Source("constant", say("constant"), "c", say("A fixed number, such as the 1 in x + 1."), aliases=("number",)),
    Source(
        "data",
        say("data column"),
        "D",
        say("Inputs or targets of a data set: the current mini-batch."),
        aliases=("data set", "dataset", "inputs", "targets"),
        attributes=data_column.ATTRIBUTES,
        derived=True,
        value=data_column.batch,
        matter=data_column.matter,
        explain=data_column.about,
    ),
)
BY_KEY = {source.key: source for source in SOURCES}
