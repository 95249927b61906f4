from itertools import pairwise

import pytest

from graph_engine.errors import GraphError
from graph_engine.graph import Edge, Graph, Node, make_node, missing_inputs, natural


@pytest.fixture
def graph():
    """x → a → b, and x → b."""
    graph = Graph()
    x = graph.add("variable", "x", value=2)
    a = graph.add("negate", "a", x=x)
    graph.add("multiply", "b", x=a, y=x)
    return graph


def contents(graph):
    return {n.id: (n.kind, n.name, n.value) for n in graph.nodes}, set(graph.edges), graph.order()


def test_reads_back_what_was_built(graph):
    assert len(graph) == 3
    assert "n1" in graph
    assert "nope" not in graph
    assert graph.id_of("b") == "n3"
    assert graph.inputs("n3") == {"x": "n2", "y": "n1"}
    assert graph.edges_in("n3") == [Edge("n2", "n3", "x"), Edge("n1", "n3", "y")]
    assert graph.edges_out("n1") == [Edge("n1", "n2", "x"), Edge("n1", "n3", "y")]
    assert graph.edges_at("n2") == [Edge("n1", "n2", "x"), Edge("n2", "n3", "x")]
    assert graph.descendants("n1") == {"n2", "n3"}
    assert graph.ancestors("n3") == {"n1", "n2"}
    assert graph.sinks() == ["n3"]


def test_one_node_may_feed_both_inputs_of_another():
    graph = Graph()
    x = graph.add("variable", "x")
    square = graph.add("multiply", "square", x=x, y=x)
    assert graph.edges_in(square) == [Edge(x, square, "x"), Edge(x, square, "y")]


@pytest.mark.parametrize(
    ("edge", "sentence"),
    [
        (Edge("n3", "n2", "x"), "x of “a” is wired already"),
        (Edge("n1", "n3", "z"), "multiply has no input “z”; it has x, y"),
        (Edge("n3", "n1", "x"), "“x” holds a value and has no inputs"),
        (Edge("n9", "n3", "x"), "there is no node “n9”"),
        (Edge("n1", "n9", "x"), "there is no node “n9”"),
    ],
)
def test_a_wire_that_does_not_fit_is_refused_and_changes_nothing(graph, edge, sentence):
    before, version = contents(graph), graph.version
    with pytest.raises(GraphError) as refused:
        graph.connect(edge)
    assert str(refused.value) == sentence
    assert (contents(graph), graph.version) == (before, version)


def test_a_cycle_is_refused_by_naming_it(graph):
    assert graph.why_not(Edge("n3", "n2", "x"), replacing=True) == "that would make a cycle: a → b → a"
    assert graph.why_not(Edge("n2", "n2", "x"), replacing=True) == "“a” can't feed itself"
    assert graph.why_not(Edge("n1", "n2", "x"), replacing=True) is None


def test_names_are_unique_and_not_empty(graph):
    before = contents(graph)
    with pytest.raises(GraphError, match="there is a node named “x” already"):
        graph.add("variable", "x")
    with pytest.raises(GraphError, match="there is a node named “x” already"):
        graph.add("variable", "  x ")
    with pytest.raises(GraphError, match="a node needs a name"):
        graph.add("variable", "  ")
    with pytest.raises(GraphError, match="there is a node with the id “n1” already"):
        graph.add_node(make_node("n1", "variable", "fresh"))
    assert contents(graph) == before


def test_an_unknown_name_lists_those_there_are(graph):
    with pytest.raises(GraphError, match="there is no node named “price”; there are: x, a, b"):
        graph.id_of("price")


def test_a_node_whose_wires_do_not_fit_is_not_added_at_all(graph):
    before = contents(graph)
    with pytest.raises(GraphError, match="no input “q”"):
        graph.add("add", "sum", x="n1", q="n2")
    assert contents(graph) == before
    assert not graph.has_name("sum")


def test_a_node_with_wires_is_not_removed(graph):
    with pytest.raises(GraphError, match="“a” still has wires"):
        graph.remove_node("n2")
    assert "n2" in graph


def test_disconnecting_a_wire_that_is_not_there_is_refused(graph):
    with pytest.raises(GraphError, match="there is no such wire"):
        graph.disconnect(Edge("n1", "n2", "y"))


def test_only_sources_can_be_given_a_value(graph):
    with pytest.raises(GraphError, match="“a” computes its value"):
        graph.set_value("n2", 3)
    graph.set_value("n1", [1, 2])
    assert graph.node("n1").value.tolist() == [1.0, 2.0]


def test_structure_has_a_version_that_values_do_not_touch(graph):
    version = graph.version
    graph.set_value("n1", 5)
    assert graph.version == version
    graph.disconnect(Edge("n1", "n2", "x"))
    assert graph.version > version


def test_renaming_frees_the_old_name(graph):
    node = graph.node("n1")
    graph.replace(Node("n1", "variable", "input", node.value))
    assert graph.id_of("input") == "n1"
    assert not graph.has_name("x")


def test_fresh_ids_and_names_are_free(graph):
    assert graph.fresh_id() == "n4"
    assert graph.fresh_name("x") == "x 2"
    assert graph.fresh_name("new") == "new"
    graph.add_node(make_node("n5", "variable", "x 2"))
    assert graph.fresh_id() == "n6"
    assert graph.fresh_name("x") == "x 3"


def test_the_order_does_not_depend_on_how_the_graph_came_about(graph):
    other = Graph()
    for id in ("n3", "n1", "n2"):
        other.add_node(graph.node(id))
    for edge in reversed(list(graph.edges)):
        other.connect(edge)
    assert other.order() == graph.order() == ["n1", "n2", "n3"]


def test_long_chains_are_wired_quickly_from_either_end():
    graph = Graph()
    ids = [graph.add("negate", f"chain {i}") for i in range(3000)]
    for before, after in pairwise(ids):
        graph.connect(Edge(after, before, "x"))
    assert graph.order() == ids[::-1]


def test_every_two_ids_sort_one_way():
    assert sorted(["n10", "n02", "n2", "b", "n", "9", "n2a"], key=natural) == ["b", "n", "n02", "n2", "n2a", "n10", "9"]
    assert natural("n" + "9" * 10_000) > natural("n" + "1" * 10_000)
    assert natural("n١") != natural("n1")


@pytest.mark.parametrize(
    ("kind", "keywords", "sentence"),
    [
        ("sigmiod", {}, "unknown op “sigmiod”; did you mean “sigmoid”?"),
        ("add", {"value": 1.0}, "add computes its value; it can't be given one"),
        ("variable", {"attributes": {"n": 1}}, "variable has no attribute “n”"),
        ("power", {"attributes": {"m": 1}}, "power has no attribute “m”"),
        ("power", {"attributes": {"n": "two"}}, "power: n is 'two'; expected a number"),
    ],
)
def test_a_node_that_makes_no_sense_is_refused(kind, keywords, sentence):
    with pytest.raises(GraphError) as refused:
        make_node("n1", kind, "name", **keywords)
    assert str(refused.value) == sentence


def test_a_source_starts_at_zero_and_attributes_at_their_defaults():
    assert make_node("n1", "variable", "x").value == 0.0
    assert make_node("n1", "power", "p").attributes == {"n": 2.0}
    with pytest.raises(GraphError, match="holds a value and computes nothing"):
        _ = make_node("n1", "variable", "x").op


def test_open_inputs_are_listed_except_optional_ones():
    graph = Graph()
    layer = graph.add("affine", "layer", x=graph.add("variable", "x"))
    assert [(p.port, p.sentence) for p in missing_inputs(graph, layer)] == [("W", "“layer” needs a wire into W")]
