"""Transpose, reshape, concatenate: entries keep their values and only change places."""

import numpy as np
import pytest

from graph_engine import ops
from graph_engine.errors import ValueMismatch
from graph_engine.explain import local_formula

TRANSPOSE, RESHAPE, CONCATENATE = (ops.by_key(key) for key in ("transpose", "reshape", "concatenate"))
X = np.arange(24.0).reshape(2, 3, 4)
OPEN = [None] * 6


@pytest.mark.parametrize("axes", [None, (0, 1, 2), (2, 0, 1), (-1, 0, -2)])
def test_transposing_there_and_back_is_the_gradient(axes, alone, derivatives_agree):
    single = alone(TRANSPOSE, [X], axes=axes)
    np.testing.assert_array_equal(single.value, X.transpose(axes))
    np.testing.assert_array_equal(single.pull(single.value)[0], X)
    derivatives_agree(TRANSPOSE, (X,), axes=axes)


@pytest.mark.parametrize("axes", [(0,), (0, 0, 1), (0, 1, 3), (0, 2, -1), ()])
def test_each_axis_must_be_named_once(axes):
    with pytest.raises(ValueMismatch, match=r"but x is \(2, 3, 4\); each of its axes must be named once"):
        TRANSPOSE.shape((2, 3, 4), axes=axes)


@pytest.mark.parametrize("shape", [(24,), (-1,), (4, -1), (2, 1, 12), (3, -1, 2, 4)])
def test_reshaping_keeps_the_order_of_entries(shape, alone, derivatives_agree):
    np.testing.assert_array_equal(alone(RESHAPE, [X], shape=shape).value, X.reshape(shape))
    derivatives_agree(RESHAPE, (X,), shape=shape)


def test_a_single_entry_becomes_a_scalar_and_back(alone):
    assert alone(RESHAPE, [np.array([[7.0]])], shape=()).value == 7.0
    np.testing.assert_array_equal(alone(RESHAPE, [7.0], shape=(1, -1)).value, [[7.0]])


@pytest.mark.parametrize(
    ("x", "shape", "sentence"),
    [
        ((2, 3), (4,), "x is (2, 3) with 6 entries, which don't fill (4,)"),
        ((2, 3), (4, -1), "which don't fill (4, -1)"),
        ((2, 3), (), "which don't fill scalar"),
        ((0, 3), (0, -1), "x is (0, 3) with 0 entries"),
        ((2, 3), (0, -1), "with 6 entries"),
        ((), (2,), "x is scalar with 1 entries"),
    ],
)
def test_a_shape_that_the_entries_do_not_fill_is_refused(x, shape, sentence):
    with pytest.raises(ValueMismatch) as refused:
        RESHAPE.shape(x, shape=shape)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_joining_puts_arrays_side_by_side_and_the_gradient_takes_them_apart(axis, alone, derivatives_agree):
    parts = [X, 2 * X, -X]
    point = [*parts[:2], None, parts[2], *OPEN[:4]]
    single = alone(CONCATENATE, point, axis=axis)
    np.testing.assert_array_equal(single.value, np.concatenate(parts, axis))
    pulled = [d for d in single.pull(single.value) if d is not None]
    for part, gradient in zip(parts, pulled, strict=True):
        np.testing.assert_array_equal(gradient, part)
    derivatives_agree(CONCATENATE, point, axis=axis)


@pytest.mark.parametrize(
    ("shapes", "axis", "port", "sentence"),
    [
        (((), ()), 0, "a", "axis 0 is not one of a, which is scalar"),
        (((2,), (3,)), 1, "a", "axis 1 is not one of a, which is (2,)"),
        (((2, 3), (2, 4)), 0, "b", "a is (2, 3) but b is (2, 4); apart from axis 0 their sizes must match"),
        (((2, 3), (3,)), 0, "b", "a is (2, 3) but b is (3,)"),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_port(shapes, axis, port, sentence):
    with pytest.raises(ValueMismatch) as refused:
        CONCATENATE.shape(*shapes, *OPEN, axis=axis)
    assert sentence in str(refused.value)
    assert refused.value.port == port


def test_no_port_is_called_like_the_upstream_gradient():
    assert [op.key for op in ops.ALL if {"g", "z", "out"} & set(op.ports)] == []
    assert local_formula(CONCATENATE, {"axis": 0}, "b", {"a": "left", "b": "right"}) == "g[right]"
