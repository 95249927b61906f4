"""An expression as Python source on plain floats: what scalar graphs run instead of NumPy's 0-d arrays."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from .symbol import Symbol

_OPERATORS = {
    "add": "({} + {})",
    "subtract": "({} - {})",
    "multiply": "({} * {})",
    "divide": "({} / {})",
    "negative": "(-{})",
    "square": "({0} * {0})",
    "greater": "({} > {})",
    "less": "({} < {})",
    "where": "({1} if {0} else {2})",
    "power": "pow({}, {})",
    # Comparisons written so that NaN comes through, as it does in NumPy.
    "maximum": "({0} if {0} >= {1} or {0} != {0} else {1})",
    "minimum": "({0} if {0} <= {1} or {0} != {0} else {1})",
    "absolute": "abs({})",
}
_FUNCTIONS = {name: getattr(math, name) for name in ("exp", "log", "sqrt", "sin", "cos", "tanh", "pow")}


def to_python(expression: Any) -> str:
    """`expression` as source; fails with a sentence for a function it does not know.

    >>> from .symbol import symbols
    >>> x, y = symbols("x", "y")
    >>> to_python(1 / (x + y))
    '(1.0 / (x + y))'
    """
    if not isinstance(expression, Symbol):
        return repr(float(expression))
    if not expression.args:
        return expression.head
    inner = [to_python(a) for a in expression.args]
    if expression.head in _OPERATORS:
        return _OPERATORS[expression.head].format(*inner)
    if expression.head in _FUNCTIONS:
        return f"{expression.head}({', '.join(inner)})"
    raise LookupError(f"np.{expression.head} has no counterpart for plain floats")


def compile_scalar(arguments: Sequence[str], expressions: Sequence[Any]) -> Callable[..., tuple[float, ...]]:
    """A function of floats that returns the value of each expression.

    Where the floats leave the range of `math` it raises ArithmeticError or ValueError; NumPy then says inf or NaN.
    """
    body = ", ".join(to_python(e) for e in expressions)
    return _function(arguments, f"({body},)")


def compile_value(arguments: Sequence[str], expression: Any) -> Callable[..., float]:
    """Like `compile_scalar`, for one expression, returned bare."""
    return _function(arguments, to_python(expression))


def _function(arguments: Sequence[str], body: str) -> Callable[..., Any]:
    # The source is made from our own op declarations only; nothing a file or a person typed gets here.
    return eval(f"lambda {', '.join(arguments)}: {body}", {**_FUNCTIONS, "abs": abs, "__builtins__": {}})  # type: ignore[no-any-return]
