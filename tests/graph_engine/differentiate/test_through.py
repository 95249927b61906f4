import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import difference, jacobian, through
from graph_engine.graph import Edge, Graph


def test_only_paths_that_begin_with_the_given_wires_count():
    graph = Graph()
    x = graph.add("variable", "x", value=3)
    inside = graph.add("square", "x²", x=x)
    outside = graph.add("exp", "e", x=x)
    out = graph.add("multiply", "z", x=inside, y=outside)
    values = ge.evaluate(graph)
    assert through(values, [Edge(x, inside, "x")], out).value == pytest.approx(6 * np.exp(3))
    both = [Edge(x, inside, "x"), Edge(x, outside, "x")]
    assert through(values, both, out).value == ge.gradients(values, out).nodes[x]


def test_an_elementwise_part_has_an_elementwise_derivative():
    graph = Graph()
    x = graph.add("variable", "x", value=[1.0, 2.0])
    minus = graph.add("multiply", "−x", x=x, y=graph.add("constant", "c", value=-1))
    out = graph.add("exp", "e", x=minus)
    local = through(ge.evaluate(graph), [Edge(x, minus, "x")], out)
    assert local.kind == "elementwise"
    np.testing.assert_allclose(local.value, -np.exp([-1.0, -2.0]))


def test_another_part_has_a_jacobian_or_says_how_large_it_is():
    graph = Graph()
    x = graph.add("variable", "x", value=[1.0, 2.0])
    out = graph.add("softmax", "y", x=x)
    values = ge.evaluate(graph)
    local = through(values, [Edge(x, out, "x")], out)
    assert local.kind == "jacobian"
    np.testing.assert_allclose(local.value, jacobian(values, out, x).value)
    graph.set_value(x, np.zeros(100))
    assert through(ge.evaluate(graph), [Edge(x, out, "x")], out).kind == "large"


def test_there_is_none_where_a_value_is_missing():
    graph = Graph()
    x = graph.add("variable", "x", value=1)
    out = graph.add("add", "y", x=x)
    assert through(ge.evaluate(graph), [Edge(x, out, "x")], out) is None


def test_the_difference_of_values_and_gradients():
    graph = Graph()
    x = graph.add("variable", "x", value=[1.0, 2.0])
    a, b, c = graph.add("square", "a", x=x), graph.add("multiply", "b", x=x, y=x), graph.add("exp", "c", x=x)
    values = ge.evaluate(graph)
    assert difference(values, a, b, [x]) == (0, 0)
    assert difference(values, a, c, [x]) == (np.exp(2) - 4, np.exp(2) - 4)
    total = graph.add("sum", "s", x=x)
    assert difference(ge.evaluate(graph), a, total, [x]) == (np.inf, np.inf)
