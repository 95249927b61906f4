"""Tidies a traced expression for reading: 1·x is x, x¹ is x, −−x is x. A dozen rules, no algebra system."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .symbol import Symbol


def simplify(node: Any) -> Any:
    """The same expression with nothing in it that a person would not write.

    >>> from .symbol import symbols
    >>> (x,) = symbols("x")
    >>> simplify(2.0 * x ** (2.0 - 1))
    multiply(2.0, x)
    """
    if not isinstance(node, Symbol) or not node.args:
        return node
    args = tuple(simplify(a) for a in node.args)
    rule = _RULES.get(node.head)
    return rule(*args) if rule else Symbol(node.head, args)


def _is(node: Any, number: float) -> bool:
    return not isinstance(node, Symbol) and node == number


def _add(a: Any, b: Any) -> Any:
    return b if _is(a, 0) else a if _is(b, 0) else Symbol("add", (a, b))


def _subtract(a: Any, b: Any) -> Any:
    return _negative(b) if _is(a, 0) else a if _is(b, 0) else Symbol("subtract", (a, b))


def _multiply(a: Any, b: Any) -> Any:
    return b if _is(a, 1) else a if _is(b, 1) else Symbol("multiply", (a, b))


def _divide(a: Any, b: Any) -> Any:
    return a if _is(b, 1) else Symbol("divide", (a, b))


def _power(a: Any, b: Any) -> Any:
    return a if _is(b, 1) else 1.0 if _is(b, 0) else Symbol("power", (a, b))


def _negative(a: Any) -> Any:
    if isinstance(a, Symbol) and a.head == "negative":
        return a.args[0]
    if isinstance(a, Symbol) and a.head == "subtract" and _is(a.args[1], 1):
        return Symbol("subtract", (a.args[1], a.args[0]))
    return Symbol("negative", (a,))


def _expm1(a: Any) -> Symbol:
    return Symbol("subtract", (Symbol("exp", (a,)), 1.0))


def _log1p(a: Any) -> Symbol:
    return Symbol("log", (Symbol("add", (1.0, a)),))


def _square(a: Any) -> Symbol:
    return Symbol("power", (a, 2.0))


_RULES: dict[str, Callable[..., Any]] = {
    "add": _add,
    "subtract": _subtract,
    "multiply": _multiply,
    "divide": _divide,
    "power": _power,
    "negative": _negative,
    "square": _square,
    "expm1": _expm1,
    "log1p": _log1p,
}
