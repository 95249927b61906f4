"""A curve to be drawn, as data. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from numpy.typing import NDArray

Line = Literal["solid", "dashed", "soft", "faint"]


@dataclass(frozen=True, eq=False)
class Curve:
    """Numbers over rising x. What is `smooth` is drawn as a mean over several numbers, with itself faint behind."""

    key: tuple[object, ...]  # the same from one showing to the next
    label: str  # beside its number
    colour: int  # of the series
    x: NDArray[Any]
    y: NDArray[Any]
    line: Line = "solid"
    smooth: bool = False
    entry: str = ""  # in the legend
