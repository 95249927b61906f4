import numpy as np
import pytest

import graph_engine as ge
from graph_engine.errors import GraphError
from graph_engine.graph import Edge


def test_only_what_depends_on_the_source_moves():
    graph = ge.Graph()
    x, y = graph.add("variable", "x", value=2), graph.add("variable", "y", value=3)
    z, w = graph.add("multiply", "z", x=x, y=y), graph.add("negate", "w", x=y)
    assert ge.tangents(ge.evaluate(graph), x) == {x: 1.0, z: 3.0}
    assert ge.tangents(ge.evaluate(graph), y) == {y: 1.0, z: 2.0, w: -1.0}


def test_the_source_may_be_any_node():
    graph = ge.Graph()
    a = graph.add("negate", "a", x=graph.add("variable", "x", value=2))
    square = graph.add("multiply", "a²", x=a, y=a)
    assert ge.tangents(ge.evaluate(graph), a) == {a: 1.0, square: -4.0}


def test_an_array_moves_by_one_in_all_its_entries():
    graph = ge.Graph()
    x, W = graph.add("variable", "x", value=[1, 2]), graph.add("variable", "W", value=[[1, 2], [3, 4]])
    out = graph.add("dot", "out", x=x, W=W)
    assert ge.tangents(ge.evaluate(graph), x)[out].tolist() == [4.0, 6.0]
    assert ge.tangents(ge.evaluate(graph), W)[out].tolist() == [3.0, 3.0]


def test_a_scalar_that_moves_an_array_moves_all_of_it():
    graph = ge.Graph()
    x, y = graph.add("variable", "x", value=2), graph.add("variable", "y", value=np.ones((2, 2)))
    total = graph.add("add", "total", x=x, y=y)
    assert ge.tangents(ge.evaluate(graph), x)[total].tolist() == [[1.0, 1.0], [1.0, 1.0]]


def test_what_has_no_value_can_not_be_differentiated_by():
    graph = ge.Graph()
    open_node = graph.add("negate", "open")
    follower = graph.add("exp", "follower", x=open_node)
    x = graph.add("variable", "x", value=1)
    graph.add("add", "sum", x=x, y=follower)
    with pytest.raises(GraphError, match="“open” has no value"):
        ge.tangents(ge.evaluate(graph), open_node)
    assert ge.tangents(ge.evaluate(graph), x) == {x: 1.0}
    assert Edge(open_node, follower, "x") in set(graph.edges)
