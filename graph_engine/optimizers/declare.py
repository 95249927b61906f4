"""What an optimizer is. A file of this folder holds one function and one `OPTIMIZER = ...` line.

The function fills `out` with what is to be subtracted from the weights, given their gradient `g`, the learning rate and
`count`, the number of the step from 1 on. It may use the arrays in `state`, which are zeros before the first step and
kept from step to step, and `spare`, which it may fill with anything. Its other keywords are settings.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..discover import declared_in
from ..ops import Attribute
from ..ops.attributes import Attributed, attribute
from ..sentence import Sentence, say

Array = NDArray[Any]
State = tuple[Array, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Optimizer(Attributed):
    """One rule by which weights move against their gradient."""

    key: str  # the name in saved files: never changes
    label: Sentence
    about: Sentence
    formula: str
    attributes: tuple[Attribute, ...]
    rate: float  # the learning rate that PyTorch starts with
    states: tuple[str, ...]  # what it remembers, as its formula calls it
    place: int  # among the others, in lists
    fill: Callable[..., None]  # (out, g, state, spare, *, rate, count, **settings)

    def start(self, weights: Array) -> State:
        """What it remembers before the first step."""
        return tuple(np.zeros_like(weights) for _ in self.states)


def optimizer(
    fill: Callable[..., None],
    *,
    label: str,
    formula: str,
    place: int,
    rate: float,
    states: tuple[str, ...] = (),
    limits: Mapping[str, tuple[float | None, float | None]] = MappingProxyType({}),
) -> Optimizer:
    """Declares the rule `fill`; its module's docstring says what it does."""
    module, about = declared_in(fill)
    parameters = inspect.signature(fill, eval_str=True).parameters.values()
    return Optimizer(
        key=module.rpartition(".")[2],
        label=say(label),
        about=say(about),
        formula=formula,
        attributes=tuple(
            attribute(p.name, p.default, p.annotation, limits.get(p.name, (0.0, None)))
            for p in parameters
            if p.kind is p.KEYWORD_ONLY and p.default is not p.empty
        ),
        rate=rate,
        states=states,
        place=place,
        fill=fill,
    )
