"""Optimizers: one file each, found by discovery. Conventions and defaults are PyTorch's.

>>> by_key("adam").formula
'm ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  w ← w − rate · m̂ / (√v̂ + ε)'
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ..errors import ValueMismatch
from ..sentence import say
from .declare import Optimizer, State

__all__ = ["ALL", "Optimizer", "State", "by_key"]


def _discover() -> tuple[Optimizer, ...]:
    names = sorted(module.name for module in iter_modules(__path__) if module.name != "declare")
    found = [import_module(f"{__name__}.{name}").OPTIMIZER for name in names]
    if not found:
        raise ImportError("no optimizers were found in graph_engine.optimizers: the installation is incomplete")
    return tuple(sorted(found, key=lambda optimizer: optimizer.place))


ALL: tuple[Optimizer, ...] = _discover()
_BY_KEY = {optimizer.key: optimizer for optimizer in ALL}


def by_key(key: str) -> Optimizer:
    """The optimizer that files call `key`."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    raise ValueMismatch(say("there is no optimizer “{name}”; there are: {names}", name=key, names=", ".join(_BY_KEY)))
