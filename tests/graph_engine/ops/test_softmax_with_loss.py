import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from graph_engine.differentiate import central_differences

LOSS = ops.by_key("softmax_with_loss")
SCORES = np.array([[0.3, 2.9, 4.0], [1.0, -2.0, 0.5]])
ONE_HOT = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def test_what_flows_back_is_y_minus_t_over_the_batch(alone):
    (gradient, _) = alone(LOSS, [SCORES, ONE_HOT]).pull(1.0)
    np.testing.assert_allclose(gradient, (softmax(SCORES) - ONE_HOT) / 2, rtol=1e-14)


def test_class_numbers_and_one_hot_rows_give_the_same(alone):
    hot, index = alone(LOSS, [SCORES, ONE_HOT]), alone(LOSS, [SCORES, np.array([2.0, 0.0])])
    assert hot.value == index.value
    np.testing.assert_array_equal(hot.pull(1.0)[0], index.pull(1.0)[0])
    np.testing.assert_array_equal(index.pull(1.0)[1], [0.0, 0.0])


def test_a_class_number_may_be_a_scalar_beside_one_row(alone):
    single = alone(LOSS, [SCORES[0], 2.0])
    assert single.value == pytest.approx(-np.log(softmax(SCORES[0])[2]), rel=1e-14)
    np.testing.assert_allclose(single.pull(1.0)[0], softmax(SCORES[0]) - ONE_HOT[0], rtol=1e-14)


def test_targets_may_be_probabilities_in_any_number_of_axes(derivatives_agree):
    rng = np.random.default_rng(2)
    derivatives_agree(LOSS, (rng.normal(size=(2, 3, 4)), softmax(rng.normal(size=(2, 3, 4)))))


def test_targets_that_do_not_sum_to_one_are_differentiated_as_computed(derivatives_agree):
    derivatives_agree(LOSS, (SCORES, np.array([[0.5, 0.0, 2.0], [0.0, 0.0, 0.0]])))


@pytest.mark.parametrize("targets", [ONE_HOT, [2.0, 0.0]])
def test_a_class_ruled_out_by_its_score_can_be_checked(targets):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.where(SCORES == 2.9, -np.inf, SCORES))
    loss = graph.add("softmax_with_loss", "loss", x=x, t=graph.add("constant", "t", value=targets))
    evaluation = ge.evaluate(graph)
    numerical, _ = central_differences(evaluation, loss, x)
    np.testing.assert_allclose(numerical, ge.gradients(evaluation, loss).nodes[x], atol=1e-9)


def test_index_targets_in_float32_keep_float32(alone):
    single = alone(LOSS, [SCORES.astype(np.float32), np.array([2, 0], np.float32)])
    assert np.asarray(single.value).dtype == np.float32
    assert np.asarray(single.pull(np.float32(1))[0]).dtype == np.float32
