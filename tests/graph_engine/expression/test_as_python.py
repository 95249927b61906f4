import math

import numpy as np
import pytest

from graph_engine.expression import compile_value, compile_values, symbols, to_python

X, Y = symbols("x", "y")
FORMULAS = [
    X + Y * 2 - 1 / Y,
    -X / (Y + 3),
    np.exp(-X) + np.log(Y) + np.sqrt(Y),
    np.sin(X) * np.cos(Y) + np.tanh(X),
    X**2 + np.square(Y) + Y**-0.5,
    np.maximum(X, Y) - np.minimum(X, Y) + np.absolute(X),
    np.where(X > Y, X, Y) + np.where(X < Y, 1.0, 0.0),
]


def with_numpy(node, values):
    if not hasattr(node, "head"):
        return node
    if not node.args:
        return values[node.head]
    return getattr(np, node.head)(*(with_numpy(a, values) for a in node.args))


@pytest.mark.parametrize("formula", FORMULAS, ids=to_python)
@pytest.mark.parametrize(("x", "y"), [(0.5, 2.0), (-1.5, 0.25), (3.0, 3.0)])
def test_compiled_source_computes_what_numpy_computes(formula, x, y):
    assert compile_value(("x", "y"), formula)(x, y) == pytest.approx(with_numpy(formula, {"x": x, "y": y}), rel=1e-15)


def test_several_expressions_make_one_function():
    assert compile_values(("x", "y"), (X + Y, 1.0, X))(2.0, 3.0) == (5.0, 1.0, 2.0)
    assert compile_values(("x", "y"), (X + Y,))(2.0, 3.0) == 5.0


@pytest.mark.parametrize(("function", "x", "y"), [(np.maximum, 1.0, math.nan), (np.minimum, math.nan, 1.0)])
def test_nan_comes_through_comparisons_as_in_numpy(function, x, y):
    assert math.isnan(compile_value(("x", "y"), function(X, Y))(x, y))


def test_a_function_without_counterpart_is_named():
    with pytest.raises(LookupError, match=r"np\.arctan2 has no counterpart"):
        to_python(np.arctan2(X, Y))


def test_compiled_source_reaches_no_builtins():
    with pytest.raises(NameError):
        compile_value(("x",), symbols("open")[0])(1.0)
