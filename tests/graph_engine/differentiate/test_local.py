import numpy as np

import graph_engine as ge
from graph_engine.graph import Edge


def local(kind, port, **values):
    graph = ge.Graph()
    ids = {name: graph.add("variable", name, value=value) for name, value in values.items()}
    out = graph.add(kind, "out", **ids)
    return ge.local_derivative(ge.evaluate(graph), Edge(ids[port], out, port))


def test_between_scalars_it_is_a_number():
    found = local("multiply", "x", x=2, y=5)
    assert (found.kind, found.shape, found.value) == ("number", (), 5.0)


def test_of_an_elementwise_op_it_is_an_array_like_its_output():
    found = local("multiply", "x", x=[[1], [2]], y=[3, 4])
    assert (found.kind, found.shape) == ("elementwise", (2, 2))
    assert found.value.tolist() == [[3, 4], [3, 4]]


def test_of_an_op_that_mixes_entries_it_is_a_jacobian():
    found = local("dot", "x", x=[1, 2], W=[[1, 2, 3], [4, 5, 6]])
    assert (found.kind, found.shape) == ("jacobian", (3, 2))
    assert found.value.tolist() == [[1, 4], [2, 5], [3, 6]]


def test_of_an_op_between_scalars_that_mixes_entries_it_is_a_number():
    found = local("softmax_with_loss", "t", x=[0.5, 0.5], t=1)
    assert found.shape == ()
    assert (found.kind, found.value) == ("number", 0.0)


def test_a_jacobian_too_large_is_described_and_not_built():
    found = local("dot", "x", x=np.zeros((300, 300)), W=np.zeros((300, 300)))
    assert (found.kind, found.shape, found.value) == ("large", (300, 300, 300, 300), None)


def test_where_there_is_no_value_there_is_none():
    graph = ge.Graph()
    half = graph.add("add", "half", x=graph.add("variable", "x"))
    assert ge.local_derivative(ge.evaluate(graph), Edge("n1", half, "x")) is None


def test_a_jacobian_times_upstream_is_the_gradient_of_the_wire():
    graph, rng = ge.Graph(), np.random.default_rng(1)
    x, t = graph.add("variable", "x", value=rng.normal(size=(2, 3))), graph.add("constant", "t", value=[0, 2])
    W = graph.add("variable", "W", value=rng.normal(size=(3, 3)))
    scores = graph.add("dot", "scores", x=x, W=W)
    loss = graph.add("softmax_with_loss", "loss", x=scores, t=t)
    evaluation = ge.evaluate(graph)
    found = ge.gradients(evaluation, loss)
    edge = Edge(W, scores, "W")
    jacobian = ge.local_derivative(evaluation, edge)
    np.testing.assert_allclose(np.tensordot(found.nodes[scores], jacobian.value, 2), found.edges[edge], rtol=1e-13)
