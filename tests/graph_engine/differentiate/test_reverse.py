import numpy as np
import pytest

import graph_engine as ge
from graph_engine.errors import GraphError
from graph_engine.graph import Edge


@pytest.fixture
def graph():
    """z = x·y beside w = −y; the wires of z carry gradients, that of w does not."""
    graph = ge.Graph()
    x, y = graph.add("variable", "x", value=2), graph.add("variable", "y", value=3)
    graph.add("multiply", "z", x=x, y=y)
    graph.add("negate", "w", x=y)
    return graph


def test_only_what_feeds_the_target_has_a_gradient(graph):
    found = ge.gradients(ge.evaluate(graph), "n3")
    assert found.nodes == {"n3": 1.0, "n1": 3.0, "n2": 2.0}
    assert found.edges == {Edge("n1", "n3", "x"): 3.0, Edge("n2", "n3", "y"): 2.0}
    assert found.of("n4", 7.0) == 0.0
    assert found.of("n4", np.ones(2)).tolist() == [0.0, 0.0]


def test_a_target_that_is_an_array_is_seeded_with_ones(graph):
    graph.set_value("n1", [1, 2, 3])
    found = ge.gradients(ge.evaluate(graph), "n3")
    assert found.nodes["n3"].tolist() == [1, 1, 1]
    assert found.nodes["n2"] == 6.0


def test_a_source_as_target_has_the_gradient_one(graph):
    assert ge.gradients(ge.evaluate(graph), "n1").nodes == {"n1": 1.0}


def test_contributions_of_several_wires_add_up():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=3)
    cube = graph.add("multiply", "x³", x=graph.add("multiply", "x²", x=x, y=x), y=x)
    found = ge.gradients(ge.evaluate(graph), cube)
    assert found.nodes[x] == 27.0
    assert sorted(found.edges.values()) == [3.0, 9.0, 9.0, 9.0]


def test_a_node_without_value_can_not_be_differentiated(graph):
    graph.disconnect(Edge("n2", "n4", "x"))
    with pytest.raises(GraphError, match="“w” has no value, so nothing can be differentiated from it"):
        ge.gradients(ge.evaluate(graph), "n4")


def test_a_gradient_that_overflows_is_infinite_and_raises_nothing():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=0)
    y = graph.add("reciprocal", "1/x", x=x)
    found = ge.gradients(ge.evaluate(graph), y)
    assert found.nodes[x] == -np.inf
