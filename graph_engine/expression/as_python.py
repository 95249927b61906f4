"""An expression as Python source on plain floats: what scalar graphs run instead of NumPy's 0-d arrays."""

from __future__ import annotations

import math
import operator
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
    "sign": "sign({})",
    "equal": "({} == {})",
    "greater_equal": "({} >= {})",
}
_FUNCTIONS = {
    name: getattr(math, name) for name in ("exp", "expm1", "log", "log1p", "sqrt", "sin", "cos", "tanh", "pow")
}
_BARE: dict[str, Callable[..., float]] = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
    "negative": operator.neg,
    **{name: _FUNCTIONS[name] for name in ("exp", "log", "sqrt", "sin", "cos", "tanh")},
}


def _sign(x: float) -> float:
    return x if x == 0 or x != x else math.copysign(1.0, x)


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


def compile_value(arguments: Sequence[str], expression: Any) -> Callable[..., float]:
    """A function of floats that returns the value of `expression`.

    Where the floats leave the range of `math` it raises ArithmeticError or ValueError; NumPy then says inf or NaN.
    """
    if isinstance(expression, Symbol) and [getattr(a, "head", None) for a in expression.args] == list(arguments):
        bare = _BARE.get(expression.head)
        if bare is not None:
            return bare
    return _function(arguments, to_python(expression))


def compile_values(arguments: Sequence[str], expressions: Sequence[Any]) -> Callable[..., Any]:
    """Like `compile_value` for several expressions, returned as a tuple; a single one is returned bare."""
    if len(expressions) == 1:
        return _function(arguments, to_python(expressions[0]))
    return _function(arguments, f"({', '.join(map(to_python, expressions))})")


def _function(arguments: Sequence[str], body: str) -> Callable[..., Any]:
    # Made of known functions, numbers and the names of ports: no text that a file or a person brought gets here.
    space = {**SCOPE, "__builtins__": {}}
    return eval(f"lambda {', '.join(arguments)}: {body}", space)  # type: ignore[no-any-return]


SCOPE: dict[str, Any] = {**_FUNCTIONS, "abs": abs, "sign": _sign, "inf": math.inf, "nan": math.nan}
