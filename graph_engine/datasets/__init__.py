"""Data sets to train on: the built-in ones, each in one file of `builtin`, and what is done with any.

>>> moons = by_key("moons").make(samples=10, seed=1)
>>> moons.inputs.shape, moons.targets.shape, moons.classes
((10, 2), (10,), ('upper', 'lower'))
"""

from __future__ import annotations

from ..discover import declared
from ..errors import ValueMismatch
from ..sentence import say
from . import builtin
from .batches import batch_at, epoch_of, epoch_order, per_epoch
from .declare import MOST, BuiltIn, DataSet
from .files import Choice, load
from .prepare import held_back, one_hot, split, standardise

__all__ = [
    "ALL",
    "MOST",
    "BuiltIn",
    "Choice",
    "DataSet",
    "batch_at",
    "by_key",
    "epoch_of",
    "epoch_order",
    "held_back",
    "load",
    "one_hot",
    "per_epoch",
    "split",
    "standardise",
]


ALL: tuple[BuiltIn, ...] = tuple(
    sorted(declared(builtin.__name__, builtin.__path__, "DATA"), key=lambda data: data.place)
)
_BY_KEY = {data.key: data for data in ALL}


def by_key(key: str) -> BuiltIn:
    """The built-in data set that files call `key`."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    raise ValueMismatch(say("there is no data set “{name}”; there are: {names}", name=key, names=", ".join(_BY_KEY)))
