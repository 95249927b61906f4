"""The same values, gradients, tangents and Jacobians as PyTorch, in both precisions."""

from __future__ import annotations

import itertools
from functools import partial

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from tests.torch_twins import TWINS, tensor, torch

RNG = np.random.default_rng(11)
LOOSE = {"float64": (1e-12, 1e-13), "float32": (5e-5, 2e-6)}
ONE = [(), (1,), (5,), (0,), (2, 3), (2, 0, 3), (2, 1, 3, 2)]
TWO = [
    ((), ()),
    ((), (3,)),
    ((2, 3), ()),
    ((3, 1), (1, 4)),
    ((2, 3), (3,)),
    ((1,), (2, 2)),
    ((0, 3), (1, 3)),
    ((2, 1, 3), (4, 1)),
    ((1, 2, 1, 2), (3, 1, 2, 1)),
]
DOT = [
    *[((3,), (3,)), ((3,), (3, 2)), ((4, 3), (3,)), ((4, 3), (3, 2)), ((2, 4, 3), (3, 2)), ((4, 3), (2, 3, 2))],
    *[((2, 4, 3), (2, 3, 2)), ((3,), (2, 3, 2)), ((2, 4, 3), (3,)), ((2, 1, 2, 3), (4, 3, 2)), ((0, 3), (3, 2))],
    *[((2, 0), (0, 3)), ((1, 1), (1, 1))],
]
REDUCED = [
    *[((), None), ((3,), None), ((2, 3), None), ((2, 3), (0,)), ((2, 3), (-1,)), ((2, 3), (1, 0)), ((2, 3), ())],
    *[((2, 1, 3), (1,)), ((2, 3, 2, 2), (0, -2)), ((0, 3), (1,)), ((1, 1), (0,))],
]
LEADS = [(), (1,), (5,), (2, 3), (2, 1, 2)]
POSITIVE = {"log", "sqrt"}
BINARY = {"add", "subtract", "multiply", "divide", "maximum", "minimum"}
SETTINGS = {
    "elu": [{}, {"alpha": 0.3}, {"alpha": 2.0}],
    "leaky_relu": [{}, {"slope": 0.3}, {"slope": 0.0}],
    "power": [{"n": n} for n in (-2.0, -1.0, 0.0, 1.0, 2.0, 3.0)],
}


def anywhere(shape):
    """Numbers of both signs, clear of kinks and poles."""
    return RNG.uniform(0.2, 2.5, shape) * RNG.choice([-1.0, 1.0], shape)


def elementwise():
    for op in ops.ALL:
        if op.key in BINARY:
            yield from ((op.key, [anywhere(shape) for shape in shapes], {}) for shapes in TWO)
        elif op.elementwise and op.needs is None:
            for shape, settings in itertools.product(ONE, SETTINGS.get(op.key, [{}])):
                yield op.key, [abs(anywhere(shape)) if op.key in POSITIVE else anywhere(shape)], settings
    yield from (("power", [abs(anywhere((4,)))], {"n": n}) for n in (-0.5, 0.5, 1.7))


def linear():
    yield from (("dot", [anywhere(shape) for shape in shapes], {}) for shapes in DOT)
    for x, b, layout in itertools.product(
        [(3,), (1, 3), (4, 3), (2, 4, 3), (0, 3)], [True, False], ["in_out", "out_in"]
    ):
        W = anywhere((3, 2) if layout == "in_out" else (2, 3))
        yield "affine", [anywhere(x), W, anywhere((2,)) if b else None], {"layout": layout}
    for shape, axes in [
        ((), None),
        ((3,), None),
        ((2, 3, 4), None),
        ((2, 3, 4), (1, -1, 0)),
        ((2, 0), (1, 0)),
        ((), ()),
    ]:
        yield "transpose", [anywhere(shape)], {"axes": axes}
    for shape, new in [
        ((2, 3), (-1,)),
        ((2, 3), (3, 2)),
        ((), (1, 1)),
        ((1,), ()),
        ((0, 3), (-1, 3)),
        ((4, 1), (2, -1, 2)),
    ]:
        yield "reshape", [anywhere(shape)], {"shape": new}
    for shapes, axis in [([(2, 3), (1, 3)], 0), ([(2, 3), (2, 0)], -1), ([(2,)] * 8, 0), ([(1, 2, 1), (1, 2, 3)], 2)]:
        parts = [anywhere(shape) for shape in shapes]
        yield "concatenate", parts + [None] * (8 - len(parts)), {"axis": axis}
    yield "concatenate", [anywhere((2,)), anywhere((1,)), None, anywhere((3,)), *[None] * 4], {}


def reductions():
    for (shape, axis), keepdims in itertools.product(REDUCED, [False, True]):
        for key in ("sum", "mean", "max"):
            yield key, [anywhere(shape)], {"axis": axis, "keepdims": keepdims}
    yield from (("sum", [anywhere(shape)], {"axis": axis}) for shape, axis in [((0,), None), ((0, 3), (0,))])
    yield from (("softmax", [anywhere((*lead, 4))], {}) for lead in [*LEADS, (0,)])
    yield "softmax", [anywhere((3, 1))], {}


def losses():
    for lead in LEADS:
        scores, rows = anywhere((*lead, 4)), RNG.dirichlet(np.ones(4), lead)
        numbers = RNG.integers(0, 4, lead).astype(float)
        for t in (rows, np.eye(4)[numbers.astype(int)], numbers):
            yield "softmax_with_loss", [scores, t], {}
            yield "cross_entropy", [RNG.dirichlet(np.ones(4), lead), t], {}
            for margin in (1.0, 0.3):
                yield "hinge", [scores, t], {"margin": margin}
    for shape in [(), (1,), (3,), (4, 1), (4, 2), (2, 3, 2), (2, 1, 2, 2)]:
        yield "mean_squared_error", [anywhere(shape), anywhere(shape)], {}
        yield "half_squared_error", [anywhere(shape), anywhere(shape)], {}
        yield "sigmoid_with_loss", [anywhere(shape), RNG.uniform(0, 1, shape)], {}
    yield from (("l2_penalty", [anywhere(shape)], {"strength": 0.3}) for shape in ONE)


def batches():
    for x, training in itertools.product([(4, 2), (3, 2, 4), (2, 3, 2, 2), (5, 1)], [True, False]):
        gamma, beta, mean = (anywhere((x[1],)) for _ in range(3))
        variance = abs(anywhere((x[1],)))
        yield "batch_normalization", [anywhere(x), gamma, beta, None, None], {"training": training}
        yield "batch_normalization", [anywhere(x), gamma, beta, mean, variance], {"training": training, "epsilon": 0.1}


CASES = [*elementwise(), *linear(), *reductions(), *losses(), *batches()]
EVERY_CASE = pytest.mark.parametrize(("key", "point", "settings"), CASES, ids=[case[0] for case in CASES])


def differentiable(single, place):
    """Class numbers are not, nor the classes that hinge reads off rows, nor statistics that training leaves alone."""
    key, inputs = single.work.op.key, single.evaluation.inputs_of(single.work)
    if place == 1 and key in ("softmax_with_loss", "cross_entropy", "hinge"):
        return key != "hinge" and np.ndim(inputs[0]) == np.ndim(inputs[1])
    return key != "batch_normalization" or place < 3 or not single.work.attributes["training"]


def dense(local, like, out):
    """A local derivative as the whole Jacobian."""
    value = np.asarray(local.value)
    if local.kind == "jacobian":
        return value
    units = [unit.reshape(np.shape(like)) for unit in np.eye(np.size(like))]
    moved = [value * np.broadcast_to(unit, np.shape(out)) for unit in units]
    return np.stack(moved, -1).reshape(np.shape(out) + np.shape(like))


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@EVERY_CASE
def test_values_and_derivatives_are_those_of_pytorch(key, point, settings, dtype, alone):
    point = [None if x is None else np.asarray(x, dtype) for x in point]
    single = alone(ops.by_key(key), point, **settings)
    tensors = [None if x is None else tensor(x).requires_grad_() for x in point]
    expected = TWINS[key](*tensors, **settings)
    close = partial(np.testing.assert_allclose, rtol=LOOSE[dtype][0], atol=LOOSE[dtype][1])
    close(single.value, expected.detach().numpy())
    assert np.asarray(single.value).dtype == dtype
    upstream = np.asarray(RNG.uniform(-1, 1, tuple(expected.shape)), dtype)
    pulled = single.pull(upstream)
    for place, x in enumerate(point):
        if x is None or not differentiable(single, place):
            assert x is None or not np.any(pulled[place])
            continue
        (gradient,) = torch.autograd.grad(expected, tensors[place], tensor(upstream), retain_graph=True)
        close(pulled[place], gradient.numpy())
        assert np.asarray(pulled[place]).dtype == dtype

        def moving(t, place=place):
            return TWINS[key](*[t if i == place else other for i, other in enumerate(tensors)], **settings)

        tangent = np.asarray(RNG.uniform(-1, 1, x.shape), dtype)
        _, pushed = torch.func.jvp(moving, (tensors[place].detach(),), (tensor(tangent),))
        close(single.push([tangent if i == place else None for i in range(len(point))]), pushed.detach().numpy())
        if dtype == "float64" and expected.numel() * x.size > 0:
            jacobian = torch.func.jacrev(moving)(tensors[place].detach()).detach().numpy()
            close(dense(single.local(place), x, single.value), jacobian)


def test_every_op_has_a_twin_and_is_compared():
    without = {"dropout", "custom"}  # chosen at random, written by the user
    assert set(TWINS) - without == {op.key for op in ops.ALL} - without
    assert {case[0] for case in CASES} == set(TWINS) - without


def test_a_whole_network_has_the_gradients_of_pytorch():
    shapes = {"x": (6, 4), "W1": (4, 5), "b1": (5,), "W2": (3, 5), "b2": (3,)}
    values = {name: RNG.normal(size=shape) for name, shape in shapes.items()}
    graph, labels = ge.Graph(), np.array([0, 2, 1, 1, 0, 2])
    ids = {name: graph.add("parameter", name, value=value) for name, value in values.items()}
    z1 = graph.add("affine", "z1", x=ids["x"], W=ids["W1"], b=ids["b1"])
    a1 = graph.add("tanh", "a1", x=z1)
    z2 = graph.add("affine", "z2", attributes={"layout": "out_in"}, x=a1, W=ids["W2"], b=ids["b2"])
    loss = graph.add("softmax_with_loss", "loss", x=z2, t=graph.add("constant", "t", value=labels))
    found = ge.gradients(ge.evaluate(graph), loss)

    t = {name: tensor(value).requires_grad_() for name, value in values.items()}
    hidden = torch.tanh(t["x"] @ t["W1"] + t["b1"])
    F = torch.nn.functional
    F.cross_entropy(F.linear(hidden, t["W2"], t["b2"]), torch.tensor(labels)).backward()
    for name, id in ids.items():
        np.testing.assert_allclose(found.nodes[id], t[name].grad.numpy(), rtol=1e-12, atol=1e-14)
