"""Optimizers: one file each, found by discovery. Conventions and defaults are PyTorch's.

>>> by_key("adam").formula
'm ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  w ← w − rate · m̂ / (√v̂ + ε)'
"""

from __future__ import annotations

from ..discover import declared
from ..errors import ValueMismatch
from ..sentence import say
from .declare import Optimizer, State

__all__ = ["ALL", "Optimizer", "State", "by_key"]


ALL: tuple[Optimizer, ...] = tuple(sorted(declared(__name__, __path__, "OPTIMIZER"), key=lambda found: found.place))
_BY_KEY = {optimizer.key: optimizer for optimizer in ALL}


def by_key(key: str) -> Optimizer:
    """The optimizer that files call `key`."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    raise ValueMismatch(say("there is no optimizer “{name}”; there are: {names}", name=key, names=", ".join(_BY_KEY)))
