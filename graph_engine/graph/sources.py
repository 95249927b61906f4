"""Sources: the nodes that hold a value instead of computing one."""

from __future__ import annotations

from dataclasses import dataclass

from ..sentence import Sentence, say

FAMILY = "values"
FAMILY_LABEL = say("Values")


@dataclass(frozen=True)
class Source:
    """One kind of source."""

    key: str
    label: Sentence
    symbol: str
    about: Sentence
    trainable: bool = False
    aliases: tuple[str, ...] = ()
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
    ),
    Source("constant", say("constant"), "c", say("A fixed number, such as the 1 in x + 1."), aliases=("number",)),
)
BY_KEY = {source.key: source for source in SOURCES}
