"""`Tape`: rules called with traced arrays write down, call by call, what NumPy was asked to do with them.

A traced array carries an example of its value, so shapes and dtypes are known while the rule runs, and a rule may
branch on them. What it may not do is look at the numbers; then the rule is recorded as one call of itself.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

_ABOUT_SHAPES = {np.ndim, np.shape, np.size, np.result_type}  # their answers depend on no numbers


class NotTraceable(Exception):
    """A rule looked at the numbers it was given."""


@dataclass(frozen=True, eq=False)
class Call:
    """`function(*args, **keywords)`, where a `Traced` stands for what an earlier call returned."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    keywords: Mapping[str, Any]
    out: Traced

    @property
    def reads(self) -> list[Traced]:
        return [a for a in _flat((self.args, tuple(self.keywords.values()))) if isinstance(a, Traced)]


class Tape:
    """Calls in the order they were made; one that was made before is not made again."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._count = 0
        self._known: dict[Any, Traced] = {}
        self._alive: list[Any] = []  # arrays whose id is part of a key
        self._masks: dict[int, Traced] = {}  # numbers that are 1 where a truth value holds, else 0

    def source(self, example: Any) -> Traced:
        """A value that comes from outside."""
        return self._new(example)

    def trace(self, rule: Callable[..., Any], *args: Any, **keywords: Any) -> Any:
        """What `rule` returns, its calls recorded; a rule that can't be followed is recorded as a whole."""
        start, known = len(self.calls), dict(self._known)
        try:
            return rule(*args, **keywords)
        except Exception:
            # Whatever is really wrong comes up again when the rule meets the real arrays.
            del self.calls[start:]
            self._known = known
            return self.record(rule, args, keywords)

    def record(self, function: Callable[..., Any], args: tuple[Any, ...], keywords: Mapping[str, Any]) -> Any:
        """Writes down one call and returns what stands for its result; a number where it was about shapes alone."""
        function, args, keywords = _plainer(function, args, keywords)
        if function is np.multiply:
            args = self._unmasked(args)
        key = self._key((function, args, tuple(sorted(keywords.items()))))
        if key in self._known:
            return self._known[key]
        result = function(*_examples(args), **{name: _examples(value) for name, value in keywords.items()})
        if function in _ABOUT_SHAPES:
            return result
        if not isinstance(result, np.ndarray | np.generic | float):
            raise NotTraceable(getattr(function, "__name__", str(function)))
        out = self._known[key] = self._new(result)
        self.calls.append(Call(function, args, keywords, out))
        if function is np.multiply and args[1] is _ONE:
            self._masks[out.number] = args[0]
        return out

    def _unmasked(self, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """A float times a mask of ones and zeros is the float times the truth value itself."""
        number, mask = args
        if not (isinstance(number, Traced) and isinstance(mask, Traced) and number.dtype == np.float64):
            return args
        return number, self._masks.get(mask.number, mask)

    def _new(self, example: Any) -> Traced:
        self._count += 1
        return Traced(self, self._count - 1, example if isinstance(example, np.ndarray) else np.float64(example)
                      if isinstance(example, float) else example)  # fmt: skip

    def _key(self, part: Any) -> Any:
        if isinstance(part, Traced):
            return "traced", part.number
        if isinstance(part, np.ndarray):
            self._alive.append(part)
            return "array", id(part)
        if isinstance(part, tuple | list):
            return tuple(map(self._key, part))
        return type(part), repr(part) if isinstance(part, slice | float) else part


class Traced(np.lib.mixins.NDArrayOperatorsMixin):
    """An array that is not there yet: its number on the tape, and an example of it."""

    __slots__ = ("example", "number", "tape")

    def __init__(self, tape: Tape, number: int, example: Any) -> None:
        self.tape, self.number, self.example = tape, number, example

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **keywords: Any) -> Any:
        if "out" in keywords:
            raise NotTraceable("out=")
        kept = _unchanged(ufunc, method, inputs)
        if kept is not None:
            return kept
        return self.tape.record(ufunc if method == "__call__" else getattr(ufunc, method), inputs, keywords)

    def __array_function__(self, function: Any, _types: Any, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        return self.tape.record(function, args, keywords)

    def __pow__(self, exponent: Any) -> Any:
        short = {2: np.square, 0.5: np.sqrt, -1: np.reciprocal}  # as ndarray does it
        known = short.get(exponent) if isinstance(exponent, int | float) else None
        return np.power(self, exponent) if known is None else known(self)

    def __getitem__(self, key: Any) -> Any:
        return self.tape.record(operator.getitem, (self, key), {})

    shape = property(lambda self: self.example.shape)
    ndim = property(lambda self: self.example.ndim)
    size = property(lambda self: self.example.size)
    dtype = property(lambda self: self.example.dtype)
    T = property(lambda self: self if self.ndim < 2 else np.transpose(self))

    def __len__(self) -> int:
        return len(self.example)

    def reshape(self, *shape: Any) -> Any:
        return np.reshape(self, shape[0] if len(shape) == 1 else shape)

    def sum(self, axis: Any = None, keepdims: bool = False) -> Any:
        return np.sum(self, axis, keepdims=keepdims)

    def astype(self, dtype: Any) -> Any:
        return self if self.dtype == dtype else self.tape.record(_cast, (self, dtype), {})

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise NotTraceable("its numbers")

    __array__ = __bool__ = __float__ = __int__ = __index__ = __iter__ = __complex__ = __setitem__ = _refuse


def _cast(x: Any, dtype: Any) -> Any:
    return np.asarray(x, dtype)[()]


def _plainer(
    function: Callable[..., Any], args: tuple[Any, ...], keywords: Mapping[str, Any]
) -> tuple[Callable[..., Any], tuple[Any, ...], Mapping[str, Any]]:
    """The same call in terms of ufuncs, which take an `out`, where there is one."""
    if function in _REDUCTIONS and len(args) <= 2 and set(keywords) <= {"axis", "keepdims"}:
        axis = args[1] if len(args) == 2 else keywords.get("axis")
        return _REDUCTIONS[function], (args[0], axis), {"keepdims": bool(keywords.get("keepdims", False))}
    if function is np.where and len(args) == 3 and all(type(a) is float for a in args[1:]) and args[1:] == (1.0, 0.0):
        return np.multiply, (args[0], _ONE), {}
    return function, args, keywords


_ONE = 1.0
_REDUCTIONS = {np.sum: np.add.reduce, np.max: np.maximum.reduce, np.min: np.minimum.reduce}


def _unchanged(ufunc: np.ufunc, method: str, inputs: tuple[Any, ...]) -> Any:
    """The operand that times one or divided by one is itself."""
    if method != "__call__" or ufunc not in (np.multiply, np.divide):
        return None
    for operand, other in (inputs, inputs[::-1])[: 1 if ufunc is np.divide else 2]:
        if isinstance(operand, Traced) and type(other) in (int, float) and other == 1 and operand.dtype.kind == "f":
            return operand
    return None


def _examples(part: Any) -> Any:
    if isinstance(part, Traced):
        return part.example
    return type(part)(map(_examples, part)) if isinstance(part, tuple | list) else part


def _flat(part: Any) -> list[Any]:
    return [leaf for item in part for leaf in _flat(item)] if isinstance(part, tuple | list) else [part]
