"""`Symbol`: the stand-in that records what NumPy was asked to do with it."""

from __future__ import annotations

from typing import Any

import numpy as np


class Symbol(np.lib.mixins.NDArrayOperatorsMixin):
    """A node of an expression tree: a name, or a NumPy function applied to other symbols and numbers."""

    __slots__ = ("args", "head")

    def __init__(self, head: str, args: tuple[Any, ...] = ()) -> None:
        self.head = head
        self.args = args

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **_: Any) -> Any:
        return Symbol(ufunc.__name__, inputs) if method == "__call__" else NotImplemented

    def __array_function__(self, function: Any, _types: Any, args: tuple[Any, ...], _keywords: Any) -> Symbol:
        return Symbol(function.__name__, args)

    @property
    def T(self) -> Symbol:
        return Symbol("transpose", (self,))

    def __bool__(self) -> bool:
        raise TypeError("a rule may not branch on its inputs with `if`; use np.where so that it can be written down")

    def __repr__(self) -> str:
        return f"{self.head}({', '.join(map(repr, self.args))})" if self.args else self.head


def symbols(*names: str) -> tuple[Symbol, ...]:
    """One symbol for each name.

    >>> x, y = symbols("x", "y")
    >>> np.exp(x) * y
    multiply(exp(x), y)
    """
    return tuple(Symbol(name) for name in names)
