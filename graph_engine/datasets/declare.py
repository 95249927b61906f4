"""What a data set is. A file of `builtin` holds one function that makes it and one `DATA = ...` line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..discover import declared_in
from ..errors import ValueMismatch
from ..sentence import Sentence, say

Array = NDArray[np.float64]
Kind = Literal["regression", "classes"]
MOST = 100_000  # samples that are made


@dataclass(frozen=True, eq=False)
class DataSet:
    """Samples in rows: `inputs` of shape (n, features), and `targets`.

    Targets are class numbers of shape (n,) where there are classes, otherwise numbers of shape (n, outputs).
    """

    name: str
    kind: Kind
    inputs: Array
    targets: Array
    features: tuple[str, ...]
    classes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.inputs.ndim != 2 or len(self.inputs) != len(self.targets):
            raise ValueMismatch(say("a data set needs one row of inputs for each target"))
        for array in (self.inputs, self.targets):
            array.flags.writeable = False

    def __len__(self) -> int:
        return len(self.inputs)

    def rows(self, chosen: Any) -> DataSet:
        """The data set of only the chosen rows."""
        kept = self.inputs[chosen], self.targets[chosen]
        return DataSet(self.name, self.kind, *kept, self.features, self.classes)


@dataclass(frozen=True, kw_only=True)
class BuiltIn:
    """A data set that ships with the program. The same size and seed give the very same numbers."""

    key: str  # the name in saved files: never changes
    label: Sentence
    about: Sentence
    kind: Kind
    features: tuple[str, ...]
    classes: tuple[str, ...]
    samples: int  # if nothing else is asked for
    place: int  # among the others, in lists
    rows: Callable[[int, np.random.Generator], tuple[Array, Array]]

    def make(self, *, samples: int = 0, seed: int = 0) -> DataSet:
        """The data set with so many samples; 0 leaves the number to it."""
        if not 0 <= samples <= MOST:
            raise ValueMismatch(say("a data set has at most {limit} samples", limit=MOST))
        return _made(self, samples or self.samples, seed)


@lru_cache(maxsize=4)  # of up to 50 MB each
def _made(declared: BuiltIn, samples: int, seed: int) -> DataSet:
    inputs, targets = declared.rows(samples, np.random.default_rng(seed))
    return DataSet(declared.key, declared.kind, inputs, targets, declared.features, declared.classes)


def built_in(
    rows: Callable[[int, Any], tuple[Any, Any]],
    *,
    label: str,
    features: tuple[str, ...],
    samples: int,
    place: int,
    classes: tuple[str, ...] = (),
) -> BuiltIn:
    """Declares what `rows(samples, rng)` makes; its module's docstring says what it is."""
    module, about = declared_in(rows)
    return BuiltIn(
        key=module.rpartition(".")[2],
        label=say(label),
        about=say(about),
        kind="classes" if classes else "regression",
        features=features,
        classes=tuple(Sentence(name, {}) for name in classes),
        samples=samples,
        place=place,
        rows=rows,
    )


def shares(samples: int, groups: int) -> list[int]:
    """`samples` dealt out to groups as evenly as can be, the first ones getting what is left over.

    >>> shares(11, 3)
    [4, 4, 3]
    """
    return [samples // groups + (group < samples % groups) for group in range(groups)]
