"""Far out, at 0, and where numbers end: the same as PyTorch for every elementwise op."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine import ops
from tests.torch_twins import TWINS, tensor, torch

SIDE = [5e-324, 1e-300, 1e-40, 1e-9, 1.0, 20.0, 40.0, 100.0, 709.0, 745.0, 1000.0, 1e300, float("inf")]
NUMBERS = [0.0, -0.0, *SIDE, *[-x for x in SIDE], float("nan")]
LOOSE = {"float64": (1e-12, 1e-15), "float32": (1e-5, 1e-7)}
ELEMENTWISE = [op for op in ops.ALL if op.elementwise and op.needs is None]
CASES = [(op, settings) for op in ELEMENTWISE for settings in ({}, *op.variants)]
# What a slope is at NaN is nobody's concern as long as the value is NaN.
UNLIKE_AT_NAN = {"absolute", "elu", "relu"}


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("op", "settings"), CASES, ids=[op.key for op, _ in CASES])
def test_values_and_slopes_at_the_ends_of_the_number_line(op, settings, dtype, alone):
    with np.errstate(all="ignore"):
        line = np.array(NUMBERS).astype(dtype)
    point = [line] if len(op.ports) == 1 else [np.repeat(line, len(line)), np.tile(line, len(line))]
    tensors = [tensor(x).requires_grad_() for x in point]
    single, expected = alone(op, point, **settings), TWINS[op.key](*tensors, **settings)
    relative, absolute = LOOSE[dtype]
    np.testing.assert_allclose(single.value, expected.detach().numpy(), rtol=relative, atol=absolute)
    slopes = torch.autograd.grad(expected.sum(), tensors)
    seen = ~np.isnan(line) if op.key in UNLIKE_AT_NAN else np.ones(len(point[0]), bool)
    for ours, theirs in zip(single.pull(np.ones_like(point[0])), slopes, strict=True):
        np.testing.assert_allclose(np.asarray(ours)[seen], theirs.numpy()[seen], rtol=relative, atol=absolute)


@pytest.mark.parametrize("scale", [1e-300, 1.0, 40.0, 1000.0, 1e300])
@pytest.mark.parametrize("key", ["softmax", "softmax_with_loss", "sigmoid_with_loss", "hinge", "max", "mean"])
def test_ops_that_mix_entries_far_out(key, scale, alone):
    scores = scale * np.array([[1.0, -1.0, 0.25], [-0.5, 0.0, 0.75]])
    targets = {"sigmoid_with_loss": np.array([[0.0, 1.0, 1.0], [0.0, 0.5, 1.0]])}
    t = targets.get(key, np.array([1.0, 2.0]))
    point = [scores] if len(ops.by_key(key).ports) == 1 else [scores, t]
    x = tensor(scores).requires_grad_()
    expected = TWINS[key](x, *map(tensor, point[1:]))
    single = alone(ops.by_key(key), point)
    np.testing.assert_allclose(single.value, expected.detach().numpy(), rtol=1e-12)
    upstream = np.random.default_rng(1).uniform(-1, 1, np.shape(single.value))
    expected.backward(tensor(upstream))
    np.testing.assert_allclose(single.pull(upstream)[0], x.grad.numpy(), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("t", [[0.0], [2.0]])
def test_a_class_ruled_out_by_minus_infinity_costs_nothing_when_it_is_not_the_target(t, alone):
    scores = np.array([[1.0, -np.inf, 2.0]])
    for key in ("softmax_with_loss", "hinge"):
        x = tensor(scores).requires_grad_()
        expected = (
            torch.nn.functional.cross_entropy(x, torch.tensor(t).long()) if key != "hinge" else TWINS[key](x, tensor(t))
        )
        single = alone(ops.by_key(key), [scores, np.array(t)])
        assert single.value == pytest.approx(expected.item(), rel=1e-14)
        expected.backward()
        np.testing.assert_allclose(single.pull(1.0)[0], x.grad.numpy(), rtol=1e-14)


def test_probabilities_of_zero_where_the_target_is_zero_count_nothing(alone):
    y, t = np.array([[0.0, 1.0], [0.25, 0.75]]), np.array([[0.0, 1.0], [0.5, 0.5]])
    rows = tensor(t).requires_grad_()
    expected = TWINS["cross_entropy"](tensor(y), rows)
    expected.backward()
    single = alone(ops.by_key("cross_entropy"), [y, t])
    assert single.value == pytest.approx(expected.item(), rel=1e-14)
    to_y, to_t = single.pull(1.0)
    np.testing.assert_allclose(to_y, [[0.0, -0.5], [-1.0, -1 / 3]], rtol=1e-14)
    np.testing.assert_allclose(to_t, rows.grad.numpy(), rtol=1e-14)
    assert single.push([None, np.array([[1.0, 0.0], [0.0, 0.0]])]) == 0


@pytest.mark.parametrize("key", ["maximum", "minimum", "max"])
def test_ties_share_as_in_pytorch(key, alone):
    x = np.array([[2.0, 2.0, -1.0], [0.0, -0.0, 0.0]])
    point = [x] if key == "max" else [x, np.array([[2.0, 1.0, -1.0], [-0.0, 0.0, 5.0]])]
    for settings in ({}, {"axis": (1,)}, {"axis": (0,), "keepdims": True}) if key == "max" else ({},):
        tensors = [tensor(p).requires_grad_() for p in point]
        TWINS[key](*tensors, **settings).sum().backward()
        single = alone(ops.by_key(key), point, **settings)
        for ours, theirs in zip(single.pull(np.ones(np.shape(single.value))), tensors, strict=True):
            np.testing.assert_array_equal(ours, theirs.grad.numpy())
