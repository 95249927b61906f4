"""Sums, means and largest entries over the axes that are named."""

import numpy as np
import pytest

from graph_engine import ops
from graph_engine.errors import ValueMismatch

REDUCE = {"sum": np.sum, "mean": np.mean, "max": np.max}
X = np.random.default_rng(1).normal(size=(2, 3, 4))


@pytest.mark.parametrize("key", REDUCE)
@pytest.mark.parametrize("keepdims", [False, True])
@pytest.mark.parametrize("axis", [None, (0,), (-1,), (2, 0), (0, 1, 2), ()])
def test_axes_are_named_as_in_numpy(key, axis, keepdims, alone, derivatives_agree):
    op = ops.by_key(key)
    expected = REDUCE[key](X, axis=axis, keepdims=keepdims)
    np.testing.assert_allclose(alone(op, [X], axis=axis, keepdims=keepdims).value, expected, rtol=1e-15)
    assert op.shape(X.shape, axis=axis, keepdims=keepdims) == expected.shape
    derivatives_agree(op, (X,), axis=axis, keepdims=keepdims)


def test_one_axis_may_be_given_as_a_number_even_numpys_own(alone):
    for axis in (1, 1.0, np.int64(1), [1]):
        np.testing.assert_array_equal(alone(ops.by_key("max"), [X], axis=axis).value, X.max(1))


@pytest.mark.parametrize("key", REDUCE)
@pytest.mark.parametrize(
    ("shape", "axis", "sentence"),
    [
        ((2, 3), (2,), "axis is 2, but x is (2, 3); name each axis at most once, from -2 to 1"),
        ((2, 3), (-3,), "axis is -3, but x is (2, 3)"),
        ((2, 3), (0, 0), "axis is 0, 0, but x is (2, 3)"),
        ((2, 3), (1, -1), "axis is 1, -1, but x is (2, 3)"),
        ((), (0,), "axis is 0, but x is a scalar and has none"),
    ],
)
def test_an_axis_that_is_not_there_or_named_twice_is_refused(key, shape, axis, sentence):
    with pytest.raises(ValueMismatch) as refused:
        ops.by_key(key).shape(shape, axis=axis)
    assert sentence in str(refused.value)
    assert refused.value.port == "x"


def test_the_sum_of_nothing_is_zero_and_the_mean_of_nothing_is_nan(alone):
    empty = np.zeros((0, 3))
    assert alone(ops.by_key("sum"), [empty]).value == 0
    assert np.isnan(alone(ops.by_key("mean"), [empty]).value)
    np.testing.assert_array_equal(alone(ops.by_key("sum"), [empty], axis=0).value, np.zeros(3))
    single = alone(ops.by_key("mean"), [empty], axis=0)
    assert np.isnan(single.value).all()
    assert np.shape(single.pull(np.ones(3))[0]) == (0, 3)


def test_nothing_has_no_largest_entry_but_an_empty_axis_beside_is_fine(alone):
    largest = ops.by_key("max")
    for shape, axis in [((0,), None), ((0, 3), (0,)), ((2, 0), None)]:
        with pytest.raises(ValueMismatch, match="an empty axis has no largest entry"):
            largest.shape(shape, axis=axis)
    assert np.shape(alone(largest, [np.zeros((0, 3))], axis=1).value) == (0,)


def test_a_tie_shares_the_gradient_evenly_within_each_slice(alone):
    x = np.array([[1.0, 3.0, 3.0], [2.0, 2.0, 2.0]])
    (gradient,) = alone(ops.by_key("max"), [x], axis=1).pull(np.array([1.0, 6.0]))
    np.testing.assert_array_equal(gradient, [[0, 0.5, 0.5], [2, 2, 2]])


def test_nan_comes_through_each_of_them(alone):
    for key in REDUCE:
        assert np.isnan(alone(ops.by_key(key), [np.array([1.0, np.nan, np.inf])]).value)


def test_the_softmax_needs_a_score():
    for shape in ((), (3, 0)):
        with pytest.raises(ValueMismatch, match="softmax needs at least one score on the last axis"):
            ops.by_key("softmax").shape(shape)


def test_the_jacobian_of_softmax_is_whole(alone):
    single = alone(ops.by_key("softmax"), [np.array([0.3, 2.9, 4.0])])
    y = np.asarray(single.value)
    np.testing.assert_allclose(single.local(0).value, np.diag(y) - np.outer(y, y), rtol=1e-13)
