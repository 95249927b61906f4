"""Random graphs of all ops: gradients as PyTorch's autograd, and both modes transposes of each other."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from tests.random_graphs import random_graph

CLOSE = 1e-10


def error(ours, theirs):
    """The largest difference, relative to the largest entry."""
    return np.max(np.abs(ours - theirs), initial=0.0) / max(np.max(np.abs(theirs), initial=0.0), 1e-3)


def assert_as_autograd(seed):
    pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
    from tests.torch_twins import replay

    grown, loss = random_graph(seed)
    evaluation = ge.evaluate(grown.graph)
    found, theirs = ge.gradients(evaluation, loss), replay(grown.graph)
    theirs[loss].backward()
    for id, tensor in theirs.items():
        assert error(np.asarray(evaluation.value(id)), tensor.detach().numpy()) <= CLOSE, (seed, grown.graph.node(id))
    for id in grown.sources:
        gradient = theirs[id].grad
        ours = found.of(id, evaluation.value(id))
        assert error(ours, 0.0 if gradient is None else gradient.numpy()) <= CLOSE, (seed, grown.graph.node(id))


def assert_modes_are_transposes(seed):
    grown, _ = random_graph(seed)
    evaluation, rng = ge.evaluate(grown.graph), np.random.default_rng(seed)
    for target in [id for id in grown.values if not grown.graph.node(id).is_source][-4:]:
        u = rng.uniform(-1, 1, grown.values[target].shape)
        found = ge.gradients(evaluation, target, seed=u)
        for source in grown.sources:
            v = rng.uniform(-1, 1, grown.values[source].shape)
            pushed = ge.tangents(evaluation, source, direction=v).get(target, np.zeros(u.shape))
            pulled = found.of(source, evaluation.value(source))
            size = np.sum(np.abs(u * pushed)) + np.sum(np.abs(v * pulled))
            assert abs(np.sum(u * pushed) - np.sum(pulled * v)) <= 1e-11 * size + 1e-13, (seed, target, source)


@pytest.mark.parametrize("seed", range(60))
def test_a_random_graph_has_the_gradients_of_autograd(seed):
    assert_as_autograd(seed)


@pytest.mark.parametrize("seed", range(60))
def test_reverse_mode_is_the_transpose_of_forward_mode(seed):
    assert_modes_are_transposes(seed)


@pytest.mark.slow
@pytest.mark.parametrize("tens", range(200))
def test_two_thousand_random_graphs_have_the_gradients_of_autograd(tens):
    for seed in range(1000 + 10 * tens, 1010 + 10 * tens):
        assert_as_autograd(seed)
        assert_modes_are_transposes(seed)


def test_the_random_graphs_use_every_op():
    drawn = {node.op.key for seed in range(60) for node in random_graph(seed)[0].graph.nodes if not node.is_source}
    assert drawn == {op.key for op in ops.ALL} - {"dropout", "custom"}
