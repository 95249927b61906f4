"""The colours of curves and classes in plots, and what tells them apart when there are more than colours."""

from __future__ import annotations

from .tokens import Tokens

LIGHT = ("#1a5ba6", "#b93a0a", "#087f41", "#241a55", "#8e3bd6", "#5c1330")
DARK = ("#58a6f5", "#ff9562", "#a1ffb7", "#ffd73f", "#fb4b9c", "#dbe5fc")
COUNT = len(LIGHT)


def series(tokens: Tokens, number: int) -> str:
    """The colour of the curve or class `number`; they repeat after `COUNT`."""
    return (DARK if tokens.dark else LIGHT)[number % COUNT]
