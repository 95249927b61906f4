import numpy as np
import pytest

from graph_engine import ops
from graph_engine.errors import ValueMismatch
from graph_engine.explain import local_formula
from graph_engine.ops.regularizing.batch_normalization import running_statistics

BN = ops.by_key("batch_normalization")
RNG = np.random.default_rng(8)
SHAPES = [(6, 3), (4, 3, 5), (2, 3, 4, 2)]


def over_batch(x):
    return tuple(axis for axis in range(x.ndim) if axis != 1)


@pytest.mark.parametrize("shape", SHAPES)
def test_in_training_each_channel_gets_mean_beta_and_deviation_gamma(shape, alone):
    x, gamma, beta = 5 + 3 * RNG.normal(size=shape), np.array([1.0, 2.0, 0.5]), np.array([0.0, -1.0, 3.0])
    out = np.asarray(alone(BN, [x, gamma, beta, None, None], epsilon=0.0).value)
    np.testing.assert_allclose(out.mean(over_batch(x)), beta, atol=1e-13)
    np.testing.assert_allclose(out.std(over_batch(x)), gamma, rtol=1e-13)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("momentum", [0.1, 0.5])
def test_running_statistics_and_both_behaviours_are_those_of_pytorch(shape, momentum, alone):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
    layer = {2: torch.nn.BatchNorm1d, 3: torch.nn.BatchNorm1d, 4: torch.nn.BatchNorm2d}[len(shape)]
    layer = layer(3, momentum=momentum, dtype=torch.float64)
    gamma, beta = RNG.normal(size=3), RNG.normal(size=3)
    layer.weight.data, layer.bias.data = torch.tensor(gamma), torch.tensor(beta)
    mean, variance = np.zeros(3), np.ones(3)
    for _ in range(3):
        x = RNG.normal(1, 2, shape)
        theirs = layer(torch.tensor(x)).detach().numpy()
        single = alone(BN, [x, gamma, beta, mean, variance])
        np.testing.assert_allclose(single.value, theirs, rtol=1e-12, atol=1e-13)
        mean, variance = running_statistics(x, mean, variance, momentum)
        np.testing.assert_allclose(mean, layer.running_mean.numpy(), rtol=1e-13)
        np.testing.assert_allclose(variance, layer.running_var.numpy(), rtol=1e-13)
    layer.eval()
    x = RNG.normal(size=shape)
    single = alone(BN, [x, gamma, beta, mean, variance], training=False)
    np.testing.assert_allclose(single.value, layer(torch.tensor(x)).detach().numpy(), rtol=1e-12, atol=1e-13)


def test_in_evaluation_a_sample_does_not_depend_on_the_others(alone):
    x, gamma, beta, mean, variance = RNG.normal(size=(4, 2)), *(RNG.uniform(0.5, 1, 2) for _ in range(4))
    out = np.asarray(alone(BN, [x, gamma, beta, mean, variance], training=False).value)
    one = np.asarray(alone(BN, [x[:1], gamma, beta, mean, variance], training=False).value)
    np.testing.assert_array_equal(out[:1], one)


@pytest.mark.parametrize("given", [(np.zeros(2), None), (None, np.ones(2))])
def test_in_evaluation_with_half_of_the_statistics_those_of_the_batch_are_used(given, alone):
    x, gamma, beta = RNG.normal(3, 2, (5, 2)), np.ones(2), np.zeros(2)
    single = alone(BN, [x, gamma, beta, *given], training=False)
    np.testing.assert_array_equal(single.value, alone(BN, [x, gamma, beta, None, None]).value)
    np.testing.assert_allclose(np.sum(single.pull(x**2)[0], 0), [0, 0], atol=1e-12)


def test_a_constant_channel_gives_beta_and_stops_the_gradient(alone):
    single = alone(BN, [np.full((4, 1), 7.0), np.array([2.0]), np.array([0.3]), None, None])
    np.testing.assert_array_equal(single.value, np.full((4, 1), 0.3))
    np.testing.assert_allclose(single.pull(np.ones((4, 1)))[0], np.zeros((4, 1)), atol=1e-12)


@pytest.mark.parametrize("shape", [(1, 3), (0, 3), (4, 0), (2, 3, 0)])
@pytest.mark.parametrize("training", [True, False])
def test_a_batch_of_one_or_none_runs_without_a_warning(shape, training, alone):
    per_channel = np.ones(shape[1])
    single = alone(BN, [np.ones(shape), *[per_channel] * 4], training=training)
    assert np.shape(single.value) == shape
    assert [np.shape(d) for d in single.pull(np.ones(shape))] == [shape, *[per_channel.shape] * 4]
    mean, variance = running_statistics(np.ones(shape), per_channel, per_channel)
    assert np.all(mean == 1)
    assert np.all(variance == (0.9 if 0 not in shape else 1))


@pytest.mark.parametrize(
    ("shapes", "port", "sentence"),
    [
        (((3,), (3,), (3,), None, None), "x", "batch normalization needs (batch, channels) or more axes"),
        (((), (), (), None, None), "x", "x is scalar"),
        (((4, 3), (4,), (3,), None, None), "gamma", "gamma is (4,) but x is (4, 3); gamma must be (3,)"),
        (((4, 3), (3,), (), None, None), "beta", "beta is scalar but x is (4, 3); beta must be (3,)"),
        (((4, 3), (3,), (3,), (3, 1), None), "mean", "mean must be (3,)"),
        (((4, 3), (3,), (3,), (3,), (2,)), "variance", "variance must be (3,)"),
    ],
)
def test_sizes_that_do_not_fit_are_refused_at_their_port(shapes, port, sentence):
    with pytest.raises(ValueMismatch) as refused:
        BN.shape(*shapes)
    assert sentence in str(refused.value)
    assert refused.value.port == port


def test_the_words_for_its_gradient_say_whether_the_statistics_move_along():
    assert "Σ g / n" in local_formula(BN, {"training": True, "epsilon": 1e-5}, "x")
    assert local_formula(BN, {"training": False, "epsilon": 1e-5}, "x") == "g · gamma / √(variance + ε)"
    assert local_formula(BN, {"training": True, "epsilon": 1e-5}, "mean") == "0"
