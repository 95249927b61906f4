"""A program gives what evaluating and differentiating give, run after run, for every op and for random graphs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from tests.random_graphs import Grown

CLOSE = {"rtol": 1e-12, "atol": 1e-14}


def network(x, t, sizes=(2, 3, 2), dtype=np.float64):
    rng = np.random.default_rng(0)
    graph = ge.Graph()
    data = graph.add("variable", "x", value=np.asarray(x, dtype))
    out, parameters = data, []
    for number, (before, after) in enumerate(pairwise(sizes)):
        W = graph.add("parameter", f"W{number}", value=rng.normal(size=(before, after)).astype(dtype))
        b = graph.add("parameter", f"b{number}", value=rng.normal(size=after).astype(dtype))
        parameters += [W, b]
        out = graph.add("affine", f"z{number}", x=out, W=W, b=b)
        if number < len(sizes) - 2:
            out = graph.add("relu", f"a{number}", x=out)
    targets = graph.add("variable", "t", value=t)
    loss = graph.add("softmax_with_loss", "loss", x=out, t=targets)
    return graph, data, targets, parameters, out, loss


def agree(program, graph, target):
    """Two runs, both equal to evaluating and differentiating afresh."""
    evaluation = ge.evaluate(graph)
    expected = ge.gradients(evaluation, target)
    for _ in range(2):
        np.testing.assert_allclose(program.run(), evaluation.value(target), **CLOSE)
        for id, slope in program.gradients.items():
            wanted = expected.of(id, evaluation.value(id))
            np.testing.assert_allclose(slope, wanted, **CLOSE)
            assert np.shape(slope) == np.shape(wanted)
            assert np.asarray(slope).dtype == np.asarray(wanted).dtype


def all_examples():
    for op in ops.ALL:
        for settings in ({}, *op.variants):
            for number, example in enumerate(op.examples):
                yield pytest.param(
                    op, settings, example, id=f"{op.key}-{number}-{'-'.join(map(str, settings.values()))}"
                )


@pytest.mark.parametrize(("op", "settings", "example"), list(all_examples()))
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_every_op(op, settings, example, dtype):
    graph = ge.Graph()
    wires = {
        port: graph.add("parameter", port, value=np.asarray(value, dtype))
        for port, value in zip(op.ports, example, strict=False)
        if value is not None
    }
    out = graph.add(op.key, "out", attributes=settings, **wires)
    target = graph.add("sum", "target", x=graph.add("square", "squared", x=out))
    program = ge.Program(ge.evaluate(graph), target, wanted=list(wires.values()))
    evaluation = ge.evaluate(graph)
    expected = ge.gradients(evaluation, target)
    tolerance = {"rtol": 1e-12, "atol": 1e-14} if dtype == np.float64 else {"rtol": 1e-5, "atol": 1e-5}
    for _ in range(2):
        np.testing.assert_allclose(program.run(), evaluation.value(target), **tolerance)
        for id, slope in program.gradients.items():
            np.testing.assert_allclose(slope, expected.of(id, evaluation.value(id)), **tolerance)
            assert np.shape(slope) == np.shape(evaluation.value(id))


@pytest.mark.parametrize("seed", range(60))
def test_random_graphs(seed):
    grown = Grown(seed)
    for _ in range(12):
        grown.grow()
    loss = grown.loss()
    agree(ge.Program(ge.evaluate(grown.graph), loss), grown.graph, loss)
    agree(ge.Program(ge.evaluate(grown.graph), loss, wanted=grown.sources[:2]), grown.graph, loss)


def test_plain_floats():
    document = ge.from_formula("(a+b)*(b+1) + sigmoid(a*b)*exp(a)")
    document.graph.set_value(document.graph.id_of("a"), 2.0)
    assert document.target is not None
    agree(ge.Program(ge.evaluate(document.graph), document.target), document.graph, document.target)


def test_what_is_wanted_moves_in_place_and_the_graph_stays():
    graph, _, _, parameters, _, loss = network([[1.0, 2.0]], [[0.0, 1.0]])
    program = ge.Program(ge.evaluate(graph), loss, wanted=parameters)
    before = {id: graph.node(id).value.copy() for id in parameters}
    losses = []
    for _ in range(20):
        losses.append(program.run())
        for id, slope in program.gradients.items():
            program.value(id)[...] -= 0.1 * slope
    assert losses == sorted(losses, reverse=True)
    for id in parameters:
        assert np.array_equal(graph.node(id).value, before[id])
        graph.set_value(id, program.value(id))
    agree(program, graph, loss)


def test_gradients_lie_in_the_arrays_that_were_brought_for_them():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[[1.0, 2.0], [0.5, -1.0]])
    W, b = graph.add("parameter", "W", value=[[0.3, -0.2], [0.1, 0.4]]), graph.add("parameter", "b", value=[0.1, 0.2])
    y = graph.add("sum", "y", x=graph.add("tanh", "a", x=graph.add("affine", "z", x=x, W=W, b=b)))
    evaluation, homes = ge.evaluate(graph), {W: np.empty((2, 2)), b: np.empty(2)}
    program, alone = (ge.Program(evaluation, y, [W, b], slopes=s) for s in (homes, {}))
    for value in (graph.node(x).value, np.ones((2, 2)), np.ones((3, 2))):
        program.put(x, value)
        alone.put(x, value)
        assert program.run() == alone.run(silenced=True)
        for id, home in homes.items():
            assert program.gradients[id] is home
            assert np.array_equal(home, alone.gradients[id])


def test_a_home_of_another_kind_is_left_alone():
    graph = ge.Graph()
    x, W = graph.add("variable", "x", value=[[1.0, 2.0]]), graph.add("parameter", "W", value=[[3.0], [4.0]])
    y = graph.add("sum", "y", x=graph.add("dot", "xW", x=x, W=W))
    home = np.zeros((2, 1), np.float32)
    program = ge.Program(ge.evaluate(graph), y, [W], slopes={W: home})
    program.run()
    assert program.gradients[W].tolist() == [[1.0], [2.0]]
    assert not home.any()


def test_data_may_change_its_shape():
    graph, x, t, parameters, scores, loss = network(np.ones((4, 2)), [0, 1, 1, 0])
    program = ge.Program(ge.evaluate(graph), loss, wanted=parameters, keep=[scores])
    rng = np.random.default_rng(1)
    for rows in (4, 4, 3, 1, 4, 3):
        batch, targets = rng.normal(size=(rows, 2)), rng.integers(0, 2, rows).astype(float)
        graph.set_value(x, batch), graph.set_value(t, targets)
        program.put(x, batch), program.put(t, targets)
        agree(program, graph, loss)
        assert program.value(scores).shape == (rows, 2)
        np.testing.assert_allclose(program.value(scores), ge.evaluate(graph).value(scores), **CLOSE)


def test_float32_stays_float32():
    graph, _, _, parameters, _, loss = network(np.ones((4, 2)), [0, 1, 1, 0], dtype=np.float32)
    program = ge.Program(ge.evaluate(graph), loss, wanted=parameters)
    program.run()
    assert {slope.dtype for slope in program.slopes} == {np.dtype(np.float32)}


def test_a_source_the_target_does_not_depend_on_has_zeros():
    graph, *_, loss = network(np.ones((1, 2)), [0])
    other = graph.add("parameter", "other", value=[1, 2, 3])
    program = ge.Program(ge.evaluate(graph), loss, wanted=[other])
    program.run()
    assert np.array_equal(program.gradients[other], np.zeros(3))


def test_outside_the_range_of_floats_the_answer_is_numpys():
    document = ge.from_formula("exp(a)")
    graph, target = document.graph, document.target
    a = graph.id_of("a")
    program = ge.Program(ge.evaluate(graph), target)
    program.put(a, 1000.0)
    assert program.run() == np.inf
    program.put(a, 0.0)
    assert (program.run(), program.gradients[a]) == (1.0, 1.0)


def test_refusals():
    graph, x, t, parameters, _, loss = network(np.ones((2, 2)), [0, 1])
    program = ge.Program(ge.evaluate(graph), loss, wanted=parameters)
    with pytest.raises(ge.ValueMismatch, match=r"\(3,\) was given, but “W0” has the shape \(2, 3\)"):
        program.put(parameters[0], np.zeros(3))
    program.put(x, np.ones((2, 5)))
    with pytest.raises(ge.GraphError, match="their inner sizes 5 and 2 must match"):
        program.run()
    program.put(x, np.ones((2, 2)))
    program.put(t, np.array([0.0, 7.0]))
    with pytest.raises(ge.GraphError, match="class number"):
        program.run()
    graph.add("affine", "open")
    with pytest.raises(ge.GraphError):
        ge.Program(ge.evaluate(graph), graph.id_of("open"))


def test_what_does_not_lead_to_the_target_may_be_broken():
    graph = ge.Graph()
    W = graph.add("parameter", "W", value=[1.0, 2.0, 3.0])
    total = graph.add("sum", "total", x=graph.add("square", "s", x=W))
    astray = graph.add("add", "astray", x=W, y=graph.add("constant", "c", value=[1.0, 2.0]))
    graph.add("exp", "further astray", x=astray)
    evaluation = ge.evaluate(graph)
    program = ge.Program(evaluation, total, [W])
    assert program.run() == 14.0
    np.testing.assert_array_equal(program.gradients[W], [2.0, 4.0, 6.0])
    with pytest.raises(ge.GraphError, match=r"“astray”.*don't broadcast"):
        ge.Program(evaluation, total, [W], keep=[astray]).run()
