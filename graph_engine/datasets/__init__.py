"""Data sets to train on: the built-in ones, each in one file of `builtin`, and what is done with any.

>>> moons = by_key("moons").make(samples=10, seed=1)
>>> moons.inputs.shape, moons.targets.shape, moons.classes
((10, 2), (10,), ('upper', 'lower'))
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

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


def _discover() -> tuple[BuiltIn, ...]:
    names = sorted(module.name for module in iter_modules(builtin.__path__))
    found = [import_module(f"{builtin.__name__}.{name}").DATA for name in names]
    if not found:
        raise ImportError("no data sets were found beside graph_engine.datasets: the installation is incomplete")
    return tuple(sorted(found, key=lambda data: data.place))


ALL: tuple[BuiltIn, ...] = _discover()
_BY_KEY = {data.key: data for data in ALL}


def by_key(key: str) -> BuiltIn:
    """The built-in data set that files call `key`."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    raise ValueMismatch(say("there is no data set “{name}”; there are: {names}", name=key, names=", ".join(_BY_KEY)))
