import numpy as np
import pytest

from graph_engine.expression import Symbol, simplify, symbols

(X,) = symbols("x")


def test_a_symbol_records_what_numpy_was_asked_to_do():
    assert repr(2 * np.exp(X) + X.T) == "add(multiply(2, exp(x)), transpose(x))"
    assert repr(np.sum(X)) == "sum(x)"


def test_a_rule_may_not_branch_on_a_symbol():
    with pytest.raises(TypeError, match=r"use np\.where"):
        bool(X > 0)


def test_reducing_a_symbol_with_a_ufunc_is_refused():
    with pytest.raises(TypeError):
        np.add.reduce(X)


def test_simplifying_drops_what_no_person_would_write():
    cases = {
        "x": [X + 0, 0 + X, X - 0, 1 * X, X * 1, X / 1, X**1, np.negative(-X)],
        "negative(x)": [0 - X],
        "1.0": [X**0],
    }
    for expected, expressions in cases.items():
        assert [repr(simplify(e)) for e in expressions] == [expected] * len(expressions)


def test_simplifying_reaches_the_inside():
    assert repr(simplify(np.exp(X * 1) + 0)) == "exp(x)"
    assert isinstance(simplify(X * 0), Symbol), "0 × x stays: at x = ∞ it is NaN"
