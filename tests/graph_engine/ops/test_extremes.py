"""Far from zero, where formulas written carelessly give NaN."""

import math

import numpy as np
import pytest

from graph_engine import ops


@pytest.mark.parametrize(
    ("key", "x", "value", "slope"),
    [
        ("sigmoid", 1000.0, 1.0, 0.0),
        ("sigmoid", -1000.0, 0.0, 0.0),
        ("tanh", 1000.0, 1.0, 0.0),
        ("tanh", -1000.0, -1.0, 0.0),
        ("relu", 1000.0, 1000.0, 1.0),
        ("relu", -1000.0, 0.0, 0.0),
        ("relu", 0.0, 0.0, 0.0),
        ("exp", 1000.0, math.inf, math.inf),
        ("exp", -1000.0, 0.0, 0.0),
        ("log", 1e-300, math.log(1e-300), 1 / 1e-300),
        ("log", 0.0, -math.inf, math.inf),
        ("reciprocal", 1e200, 1e-200, -0.0),
        ("power", 1e200, math.inf, 2e200),
    ],
)
@pytest.mark.parametrize("form", [float, lambda x: np.array([x])], ids=["float", "array"])
def test_a_value_far_out_is_the_limit_and_never_nan(key, x, value, slope, form, alone):
    single = alone(ops.by_key(key), [form(x)])
    assert float(np.squeeze(single.value)) == value
    (gradient,) = single.pull(np.ones(np.shape(single.value)) if np.shape(single.value) else 1.0)
    assert float(np.squeeze(gradient)) == slope


def test_the_sigmoid_far_left_keeps_its_small_value_and_slope(alone):
    single = alone(ops.by_key("sigmoid"), [-40.0])
    assert single.value == pytest.approx(math.exp(-40), rel=1e-15)
    assert single.pull(1.0)[0] == pytest.approx(math.exp(-40), rel=1e-15)


@pytest.mark.parametrize("x", [-1000.0, 1000.0])
def test_softmax_with_loss_stays_right_at_a_thousand(x, alone):
    scores, onehot = np.array([[x, 0.0, -x]]), np.array([[0.0, 0.0, 1.0]])
    for t in (onehot, np.array([2.0])):
        single = alone(ops.by_key("softmax_with_loss"), [scores, t])
        assert single.value == (2000.0 if x > 0 else 0.0)
        np.testing.assert_array_equal(single.pull(1.0)[0], [[1.0, 0.0, -1.0]] if x > 0 else [[0.0, 0.0, 0.0]])


def test_softmax_with_loss_does_not_care_how_high_all_scores_are(alone):
    op, scores, t = ops.by_key("softmax_with_loss"), np.array([[0.3, 2.9, 4.0]]), np.array([1.0])
    low, high = alone(op, [scores, t]), alone(op, [scores + 1e6, t])
    np.testing.assert_allclose(low.value, high.value, rtol=1e-9)
    np.testing.assert_allclose(low.pull(1.0)[0], high.pull(1.0)[0], rtol=1e-9)
