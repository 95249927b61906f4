"""The same values and gradients as PyTorch in float64."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine import ops

torch = pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
F = torch.nn.functional

RNG = np.random.default_rng(11)
ONE = {
    "exp": torch.exp,
    "log": torch.log,
    "negate": torch.neg,
    "power": lambda x: x**2.0,
    "reciprocal": torch.reciprocal,
    "relu": torch.relu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
}
TWO = {"add": torch.add, "divide": torch.div, "multiply": torch.mul, "subtract": torch.sub}
SHAPES = [((), ()), ((), (3,)), ((3, 1), (1, 4)), ((2, 3), (3,)), ((1,), (2, 2)), ((0, 3), (1, 3))]
DOT_SHAPES = [
    ((3,), (3,)),
    ((3,), (3, 2)),
    ((4, 3), (3,)),
    ((4, 3), (3, 2)),
    ((2, 4, 3), (3, 2)),
    ((4, 3), (2, 3, 2)),
    ((2, 4, 3), (2, 3, 2)),
    ((3,), (2, 3, 2)),
    ((2, 4, 3), (3,)),
    ((2, 1, 2, 3), (4, 3, 2)),
    ((0, 3), (3, 2)),
]


def same_as_torch(alone, op, point, function, *, differentiable=None, **attributes):
    tensors = [torch.tensor(np.asarray(x), requires_grad=True) for x in point if x is not None]
    expected = function(*tensors)
    single = alone(op, point, **attributes)
    np.testing.assert_allclose(single.value, expected.detach().numpy(), rtol=1e-13, atol=1e-14)
    upstream = RNG.uniform(-1, 1, tuple(expected.shape))
    expected.backward(torch.tensor(upstream))
    found = [d for d in single.pull(upstream if upstream.shape else float(upstream)) if d is not None]
    for place, (ours, tensor) in enumerate(zip(found, tensors, strict=True)):
        if differentiable is None or place in differentiable:
            np.testing.assert_allclose(ours, tensor.grad.numpy(), rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("key", ONE)
@pytest.mark.parametrize("shape", [(), (1,), (5, 7), (0,)])
def test_ops_with_one_input(key, shape, alone):
    same_as_torch(alone, ops.by_key(key), [RNG.uniform(0.2, 3, shape)], ONE[key])
    if key != "log":
        same_as_torch(alone, ops.by_key(key), [RNG.uniform(-3, -0.2, shape)], ONE[key])


@pytest.mark.parametrize("key", ["exp", "relu", "sigmoid", "tanh"])
def test_extremes(key, alone):
    same_as_torch(alone, ops.by_key(key), [np.array([-1000.0, -40.0, 0.0, 40.0, 700.0])], ONE[key])


@pytest.mark.parametrize("n", [-2.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0])
def test_powers(n, alone):
    same_as_torch(alone, ops.by_key("power"), [RNG.uniform(0.2, 3, 5)], lambda x: x**n, n=n)


@pytest.mark.parametrize("key", TWO)
@pytest.mark.parametrize("shapes", SHAPES)
def test_ops_with_two_inputs(key, shapes, alone):
    point = [RNG.uniform(0.5, 2, shape) for shape in shapes]
    same_as_torch(alone, ops.by_key(key), point, TWO[key])


@pytest.mark.parametrize("shapes", DOT_SHAPES)
def test_dot(shapes, alone):
    same_as_torch(alone, ops.by_key("dot"), [RNG.normal(size=shape) for shape in shapes], torch.matmul)


@pytest.mark.parametrize("x", [(3,), (4, 3), (2, 4, 3), (0, 3)])
@pytest.mark.parametrize("with_b", [True, False])
@pytest.mark.parametrize("layout", ["in_out", "out_in"])
def test_affine(x, with_b, layout, alone):
    def linear(x, W, b=None):
        return F.linear(x, W if layout == "out_in" else W.T, b)

    W = RNG.normal(size=(3, 2) if layout == "in_out" else (2, 3))
    point = [RNG.normal(size=x), W, RNG.normal(size=2) if with_b else None]
    same_as_torch(alone, ops.by_key("affine"), point, linear, layout=layout)


@pytest.mark.parametrize("scale", [1.0, 1000.0])
@pytest.mark.parametrize("lead", [(), (1,), (5,), (2, 3)])
def test_softmax_with_loss_on_class_numbers(lead, scale, alone):
    def loss(x, t):
        return F.cross_entropy(x.reshape(-1, 4), t.reshape(-1).long())

    point = [scale * RNG.uniform(-1, 1, (*lead, 4)), RNG.integers(0, 4, lead).astype(float)]
    same_as_torch(alone, ops.by_key("softmax_with_loss"), point, loss, differentiable={0})


@pytest.mark.parametrize("lead", [(), (1,), (5,), (2, 3)])
def test_softmax_with_loss_on_probabilities(lead, alone):
    def loss(x, t):
        return F.cross_entropy(x.reshape(-1, 4), t.reshape(-1, 4))

    point = [RNG.normal(size=(*lead, 4)), RNG.dirichlet(np.ones(4), lead)]
    same_as_torch(alone, ops.by_key("softmax_with_loss"), point, loss)


def test_index_targets_are_not_differentiated(alone):
    scores, t = RNG.normal(size=(3, 4)), np.array([0.0, 3.0, 1.0])
    np.testing.assert_array_equal(alone(ops.by_key("softmax_with_loss"), [scores, t]).pull(1.0)[1], np.zeros(3))


def test_a_whole_network_has_the_gradients_of_pytorch():
    import graph_engine as ge

    shapes = {"x": (6, 4), "W1": (4, 5), "b1": (5,), "W2": (3, 5), "b2": (3,)}
    values = {name: RNG.normal(size=shape) for name, shape in shapes.items()}
    graph, labels = ge.Graph(), np.array([0, 2, 1, 1, 0, 2])
    ids = {name: graph.add("parameter", name, value=value) for name, value in values.items()}
    z1 = graph.add("affine", "z1", x=ids["x"], W=ids["W1"], b=ids["b1"])
    a1 = graph.add("tanh", "a1", x=z1)
    z2 = graph.add("affine", "z2", attributes={"layout": "out_in"}, x=a1, W=ids["W2"], b=ids["b2"])
    loss = graph.add("softmax_with_loss", "loss", x=z2, t=graph.add("constant", "t", value=labels))
    found = ge.gradients(ge.evaluate(graph), loss)

    t = {name: torch.tensor(value, requires_grad=True) for name, value in values.items()}
    hidden = torch.tanh(t["x"] @ t["W1"] + t["b1"])
    F.cross_entropy(F.linear(hidden, t["W2"], t["b2"]), torch.tensor(labels)).backward()
    for name, id in ids.items():
        np.testing.assert_allclose(found.nodes[id], t[name].grad.numpy(), rtol=1e-12, atol=1e-14)
