import numpy as np
import pytest

import graph_engine as ge
from graph_engine.evaluate import forward_steps, plan_for
from graph_engine.graph import Edge


@pytest.fixture
def graph():
    """p = x·y, q = −x, r = p + q."""
    graph = ge.Graph()
    x, y = graph.add("variable", "x", value=2), graph.add("variable", "y", value=3)
    p = graph.add("multiply", "p", x=x, y=y)
    q = graph.add("negate", "q", x=x)
    graph.add("add", "r", x=p, y=q)
    return graph


def named_values(graph, evaluation):
    return {node.name: evaluation.value(node.id) for node in graph.nodes}


def test_every_node_gets_its_value(graph):
    assert named_values(graph, ge.evaluate(graph)) == {"x": 2.0, "y": 3.0, "p": 6.0, "q": -2.0, "r": 4.0}


def test_a_changed_source_re_runs_only_what_depends_on_it(graph):
    evaluation = ge.evaluate(graph)
    graph.set_value("n2", 5)
    assert evaluation.update(["n2"]) == {"n2", "n3", "n5"}
    assert named_values(graph, evaluation) == {"x": 2.0, "y": 5.0, "p": 10.0, "q": -2.0, "r": 8.0}


def test_nodes_with_open_inputs_and_what_follows_them_have_no_value_and_the_rest_has(graph):
    graph.disconnect(Edge("n1", "n4", "x"))
    evaluation = ge.evaluate(graph)
    assert named_values(graph, evaluation) == {"x": 2.0, "y": 3.0, "p": 6.0, "q": None, "r": None}
    assert [str(p.sentence) for p in evaluation.plan.problems["n4"]] == ["“q” needs a wire into x"]
    assert [step.node for step in forward_steps(evaluation)] == ["n3"]


def test_a_shape_that_no_longer_fits_is_reported_and_later_forgotten(graph):
    evaluation = ge.evaluate(graph)
    graph.set_value("n1", [1, 2])
    graph.set_value("n2", [1, 2, 3])
    evaluation.update(["n1", "n2"])
    assert evaluation.value("n3") is evaluation.value("n5") is None
    assert evaluation.failures["n3"].sentence == (
        "multiply “p”: x (2,), y (3,) don't broadcast: counted from the right, sizes must be equal or 1"
    )
    graph.set_value("n2", 2)
    evaluation.update(["n2"])
    assert evaluation.failures == {}
    assert evaluation.value("n5").tolist() == [1.0, 2.0]


def test_the_plan_is_compiled_once_for_each_structure(graph):
    plan = plan_for(graph)
    graph.set_value("n1", 7)
    assert plan_for(graph) is plan
    graph.add("negate", "s", x="n5")
    assert plan_for(graph) is not plan


def test_another_attribute_gives_another_value():
    graph = ge.Graph()
    power = graph.add("power", "x²", x=graph.add("variable", "x", value=3))
    document = ge.Document(graph, {"n1": (0.0, 0.0), power: (0.0, 0.0)})
    assert ge.evaluate(graph).value(power) == 9.0
    ge.document.edits.SetAttribute(power, "n", 3).apply(document)
    assert ge.evaluate(graph).value(power) == 27.0


def test_a_value_too_large_for_memory_is_a_failure_and_not_a_crash():
    graph = ge.Graph()
    column = graph.add("variable", "column", value=np.zeros((2**24, 1)))
    row = graph.add("variable", "row", value=np.zeros((1, 2**24)))
    huge = graph.add("add", "huge", x=column, y=row)
    evaluation = ge.evaluate(graph)
    assert evaluation.value(huge) is None
    assert "too large" in evaluation.failures[huge].sentence
