import numpy as np
import pytest

from graph_engine import ops

DROPOUT = ops.by_key("dropout")
X = np.random.default_rng(4).uniform(0.5, 1.5, (200, 50))


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.8])
def test_about_its_rate_is_silenced_and_the_rest_scaled_so_that_the_mean_stays(rate, alone):
    out = np.asarray(alone(DROPOUT, [X], rate=rate).value)
    assert np.mean(out == 0) == pytest.approx(rate, abs=0.02)
    np.testing.assert_allclose(out[out != 0], (X / (1 - rate))[out != 0], rtol=1e-15)
    assert np.mean(out) == pytest.approx(np.mean(X), rel=0.05)


def test_the_same_seed_gives_the_same_mask_and_another_seed_another(alone):
    first, again, other = (np.asarray(alone(DROPOUT, [X], seed=seed).value) for seed in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    assert np.mean((first == 0) != (other == 0)) > 0.3


def test_the_mask_does_not_depend_on_the_values_nor_on_their_precision(alone):
    masks = [np.asarray(alone(DROPOUT, [x]).value) == 0 for x in (X, -3 * X, X.astype(np.float32))]
    assert np.array_equal(masks[0], masks[1])
    assert np.array_equal(masks[0], masks[2])


def test_both_modes_go_through_the_mask_of_the_value(alone):
    single = alone(DROPOUT, [X], rate=0.3, seed=9)
    mask = np.asarray(single.value) / X
    moved = np.random.default_rng(5).uniform(-1, 1, X.shape)
    np.testing.assert_allclose(single.pull(moved)[0], moved * mask, rtol=1e-14)
    np.testing.assert_allclose(single.push([moved]), moved * mask, rtol=1e-14)


@pytest.mark.parametrize(
    "settings", [{"training": False, "rate": 0.9}, {"rate": 0.0}, {"training": False, "rate": 1.0}]
)
def test_in_evaluation_or_at_rate_zero_everything_passes(settings, alone):
    single = alone(DROPOUT, [X], **settings)
    np.testing.assert_array_equal(single.value, X)
    np.testing.assert_array_equal(single.pull(X)[0], X)


def test_at_rate_one_nothing_passes_and_nothing_is_divided_by_zero(alone):
    single = alone(DROPOUT, [X], rate=1.0)
    np.testing.assert_array_equal(single.value, np.zeros_like(X))
    np.testing.assert_array_equal(single.pull(X)[0], np.zeros_like(X))


@pytest.mark.parametrize("x", [2.0, np.zeros((0, 3)), np.ones((1, 1, 1, 1))])
def test_any_shape_passes(x, alone):
    assert np.shape(alone(DROPOUT, [x]).value) == np.shape(x)
