import sys

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import costs, gradients, jacobian, local_cell, local_derivative, local_matrix, tangents


@pytest.fixture
def layers():
    """x (2, 3) through affine, tanh and softmax."""
    rng = np.random.default_rng(5)
    graph = ge.Graph()
    x = graph.add("variable", "x", value=rng.normal(size=(2, 3)))
    W = graph.add("parameter", "W", value=rng.normal(size=(3, 2)))
    z = graph.add("affine", "z", x=x, W=W)
    graph.add("softmax", "y", x=graph.add("tanh", "a", x=z))
    return graph, ge.evaluate(graph)


def test_both_modes_give_the_same_jacobian(layers):
    graph, evaluation = layers
    y, W = graph.id_of("y"), graph.id_of("W")
    ahead, back = jacobian(evaluation, y, W, mode="forward"), jacobian(evaluation, y, W, mode="reverse")
    assert ahead.value.shape == back.value.shape == (2, 2, 3, 2)
    np.testing.assert_allclose(ahead.value, back.value, rtol=1e-12, atol=1e-15)
    assert (ahead.mode, back.mode) == ("forward", "reverse")


def test_the_cheaper_mode_is_chosen_and_both_costs_are_told(layers):
    graph, evaluation = layers
    y, x = graph.id_of("y"), graph.id_of("x")
    ahead, back = costs(evaluation, y, x)
    assert (ahead.sweeps, back.sweeps) == (6, 4)
    assert (ahead.operations, back.operations) == (18, 12)
    assert jacobian(evaluation, y, x).mode == "reverse"
    total = graph.add("sum", "s", x=y)
    assert jacobian(ge.evaluate(graph), total, x).reverse.sweeps == 1


def test_a_jacobian_between_scalars_is_a_number():
    graph = ge.example("two_paths").open().graph
    evaluation = ge.evaluate(graph)
    assert jacobian(evaluation, graph.id_of("e"), graph.id_of("b")).value == 5.0
    assert jacobian(evaluation, graph.id_of("c"), graph.id_of("1")).value == 0.0


def test_the_jacobian_of_softmax_is_diag_y_minus_y_y_transposed():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[0.2, -1.0, 3.0])
    y = graph.add("softmax", "y", x=x)
    evaluation = ge.evaluate(graph)
    out = evaluation.value(y)
    expected = np.diag(out) - np.outer(out, out)
    np.testing.assert_allclose(jacobian(evaluation, y, x).value, expected, rtol=1e-12, atol=1e-16)


def test_one_cell_of_a_large_local_jacobian_needs_no_matrix():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.arange(600.0).reshape(2, 300))
    W = graph.add("parameter", "W", value=np.ones((300, 400)))
    z = graph.add("affine", "z", x=x, W=W)
    evaluation = ge.evaluate(graph)
    _, edge = graph.edges_in(z)
    assert local_derivative(evaluation, edge).kind == "large"
    assert local_derivative(evaluation, edge).shape == (2, 400, 300, 400)
    assert local_cell(evaluation, edge, (1, 7), (5, 7)) == 305.0
    assert local_cell(evaluation, edge, (1, 7), (5, 8)) == 0.0


def test_an_elementwise_op_as_a_matrix_knows_its_broadcasting():
    graph = ge.Graph()
    x, y = graph.add("variable", "x", value=[2.0, 3.0]), graph.add("variable", "y", value=5.0)
    p = graph.add("multiply", "p", x=x, y=y)
    evaluation = ge.evaluate(graph)
    assert local_matrix(evaluation, graph.edges_in(p)[0]).tolist() == [[5.0, 0.0], [0.0, 5.0]]
    assert local_matrix(evaluation, graph.edges_in(p)[1]).tolist() == [[2.0], [3.0]]


def test_an_element_that_is_not_there_is_refused_by_name(layers):
    graph, evaluation = layers
    with pytest.raises(ge.ValueMismatch, match=r"“y” has the shape \(2, 2\); there is no element \[2, 0\]"):
        ge.gradients(evaluation, graph.id_of("y"), element=(2, 0))
    with pytest.raises(ge.ValueMismatch, match=r"\(3,\) was given to start with, but “y” has the shape \(2, 2\)"):
        ge.gradients(evaluation, graph.id_of("y"), seed=[1, 2, 3])


def test_only_what_is_wanted_is_visited(layers):
    graph, evaluation = layers
    y, W = graph.id_of("y"), graph.id_of("W")
    found = ge.gradients(evaluation, y, wanted=[W], seed=np.ones((2, 2)))
    assert set(found.nodes) == {W, y, graph.id_of("z"), graph.id_of("a")}
    np.testing.assert_array_equal(found.nodes[W], ge.gradients(evaluation, y, seed=np.ones((2, 2))).nodes[W])


@pytest.mark.parametrize(("mode", "by_columns", "by_rows"), [("forward", 3, 0), ("reverse", 0, 1), (None, 0, 1)])
def test_the_mode_that_is_named_is_the_one_that_swept(monkeypatch, mode, by_columns, by_rows):
    swept = {"tangents": 0, "gradients": 0}
    for name, sweep in (("tangents", tangents), ("gradients", gradients)):

        def counted(*args, name=name, sweep=sweep, **keywords):
            swept[name] += 1
            return sweep(*args, **keywords)

        monkeypatch.setattr(sys.modules[jacobian.__module__], name, counted)
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[1.0, 2.0, 3.0])
    total = graph.add("sum", "s", x=x)
    found = jacobian(ge.evaluate(graph), total, x, mode=mode)
    assert swept == {"tangents": by_columns, "gradients": by_rows}
    assert found.mode == (mode or "reverse")
