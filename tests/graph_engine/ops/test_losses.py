"""What all losses promise: the field's formulas, averages over the batch, targets in two forms, sentences."""

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from graph_engine.errors import ValueMismatch

RNG = np.random.default_rng(6)
OVER_CLASSES = ["softmax_with_loss", "cross_entropy", "hinge"]
ENTRYWISE = ["mean_squared_error", "half_squared_error", "sigmoid_with_loss"]
SCORES = np.array([[0.9, 2.9, 1.4], [1.0, 0.2, 0.5]])


def test_hinge_is_the_sum_over_wrong_classes_averaged_over_the_batch(alone):
    single = alone(ops.by_key("hinge"), [SCORES, np.array([2.0, 0.0])])
    assert single.value == pytest.approx(
        ((0.9 - 1.4 + 1) + (2.9 - 1.4 + 1) + (0.2 - 1 + 1) + (0.5 - 1 + 1)) / 2, rel=1e-14
    )
    np.testing.assert_array_equal(single.pull(1.0)[0], np.array([[1.0, 1.0, -2.0], [-2.0, 1.0, 1.0]]) / 2)


def test_hinge_is_flat_where_every_margin_is_kept_and_exactly_at_the_margin(alone):
    single = alone(ops.by_key("hinge"), [np.array([[3.0, 2.0, -5.0]]), np.array([0.0])])
    assert single.value == 0
    np.testing.assert_array_equal(single.pull(1.0)[0], np.zeros((1, 3)))


def test_hinge_takes_the_largest_of_soft_rows_as_the_right_class(alone):
    soft, hard = (
        alone(ops.by_key("hinge"), [SCORES, t]) for t in (np.array([[0.1, 0.2, 0.7], [0.6, 0.2, 0.2]]), [2, 0])
    )
    assert soft.value == hard.value
    np.testing.assert_array_equal(soft.pull(1.0)[1], np.zeros((2, 3)))


@pytest.mark.parametrize(("key", "weight"), [("mean_squared_error", 2 / 6), ("half_squared_error", 1 / 2)])
def test_squared_errors_send_back_the_difference_over_what_they_average(key, weight, alone):
    y, t = RNG.normal(size=(2, 3)), RNG.normal(size=(2, 3))
    to_y, to_t = alone(ops.by_key(key), [y, t]).pull(1.0)
    np.testing.assert_allclose(to_y, weight * (y - t), rtol=1e-14)
    np.testing.assert_allclose(to_t, weight * (t - y), rtol=1e-14)


def test_half_squared_error_takes_a_number_or_a_vector_as_one_sample(alone):
    assert alone(ops.by_key("half_squared_error"), [0.75, 0.5]).value == 0.03125
    assert alone(ops.by_key("half_squared_error"), [np.array([1.0, 3.0]), np.array([0.0, 1.0])]).value == 2.5


def test_sigmoid_with_loss_sends_back_y_minus_t_and_does_not_vanish_when_saturated(alone):
    x, t = np.array([-1000.0, -40.0, 0.0, 40.0, 1000.0]), np.array([1.0, 1.0, 0.25, 0.0, 0.0])
    single = alone(ops.by_key("sigmoid_with_loss"), [x, t])
    assert single.value == pytest.approx((1000 + 40 + np.log(2) + 40 + 1000) / 5, rel=1e-15)
    np.testing.assert_allclose(single.pull(5.0)[0], [-1.0, -1.0, 0.25, 1.0, 1.0], rtol=1e-15)


@pytest.mark.parametrize("key", OVER_CLASSES)
def test_class_numbers_and_one_hot_rows_are_the_same_loss(key, alone):
    y, numbers = RNG.dirichlet(np.ones(4), (3, 2)), RNG.integers(0, 4, (3, 2))
    index, rows = (alone(ops.by_key(key), [y, t]) for t in (numbers, np.eye(4)[numbers]))
    assert index.value == rows.value
    np.testing.assert_array_equal(index.pull(1.0)[0], rows.pull(1.0)[0])
    np.testing.assert_array_equal(index.pull(1.0)[1], np.zeros((3, 2)))
    assert index.push([None, np.ones((3, 2))]) == 0


def test_class_numbers_of_many_classes_need_no_square_matrix(alone):
    scores = np.zeros((2, 50_000))
    single = alone(ops.by_key("softmax_with_loss"), [scores, np.array([3.0, 49_999.0])])
    assert single.value == pytest.approx(np.log(50_000), rel=1e-12)


@pytest.mark.parametrize("key", OVER_CLASSES)
@pytest.mark.parametrize("wrong", [3.0, -1.0, 0.5, float("nan"), float("inf")])
def test_a_class_number_that_no_class_has_is_refused_with_a_sentence(key, wrong):
    graph = ge.Graph()
    x, t = graph.add("variable", "x", value=SCORES), graph.add("constant", "t", value=[0, wrong])
    loss = graph.add(key, "loss", **dict(zip(ops.by_key(key).ports, (x, t), strict=True)))
    evaluation = ge.evaluate(graph)
    assert evaluation.value(loss) is None
    assert evaluation.failures[loss].port == "t"
    assert "a class number is a whole number from 0 to 2" in evaluation.failures[loss].sentence


@pytest.mark.parametrize("key", OVER_CLASSES)
@pytest.mark.parametrize(
    ("x", "t", "sentence"),
    [
        ((2, 3), (3,), "t must be (2, 3) (one-hot) or (2,) (class numbers)"),
        ((2, 3), (2, 4), "t is (2, 4) but x is (2, 3)"),
        ((3,), (1,), "t must be (3,) (one-hot) or scalar (class numbers)"),
        ((), (), "scores need at least one class"),
        ((2, 0), (2,), "scores need at least one class"),
    ],
)
def test_targets_of_another_shape_are_refused(key, x, t, sentence):
    with pytest.raises(ValueMismatch) as refused:
        ops.by_key(key).shape(x, t)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("key", ENTRYWISE)
def test_a_column_is_not_compared_with_a_row_behind_ones_back(key):
    with pytest.raises(ValueMismatch, match=r"t is \(3,\), but what it is compared with is \(3, 1\)"):
        ops.by_key(key).shape((3, 1), (3,))


@pytest.mark.parametrize("key", [*OVER_CLASSES, *ENTRYWISE])
def test_an_empty_batch_gives_nan_as_a_mean_of_nothing_does_and_no_warning(key, alone):
    single = alone(ops.by_key(key), [np.zeros((0, 3)), np.zeros((0, 3))])
    assert np.isnan(single.value)
    assert [np.shape(d) for d in single.pull(1.0)] == [(0, 3), (0, 3)]


@pytest.mark.parametrize("key", [*OVER_CLASSES, *ENTRYWISE])
@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_nan_and_infinity_are_not_swallowed(key, bad, alone):
    x = np.array([[bad, 0.5, 0.5], [0.2, 0.3, 0.5]])
    t = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    assert not np.isfinite(alone(ops.by_key(key), [x, t]).value)


@pytest.mark.parametrize("key", [*OVER_CLASSES, *ENTRYWISE])
def test_float32_stays_beside_targets_in_float32(key, alone):
    y = RNG.dirichlet(np.ones(3), 4).astype(np.float32)
    t = np.eye(3, dtype=np.float32)[[0, 1, 2, 0]]
    assert np.asarray(alone(ops.by_key(key), [y, t]).value).dtype == np.float32
