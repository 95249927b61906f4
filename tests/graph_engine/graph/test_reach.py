from graph_engine import Graph
from graph_engine.graph import between, downstream, upstream


def diamond():
    """a feeds b and c, which feed d; e stands alone, f feeds c."""
    graph = Graph()
    ids = {name: graph.add("variable", name, value=1.0) for name in "aef"}
    ids["b"] = graph.add("tanh", "b", x=ids["a"])
    ids["c"] = graph.add("add", "c", x=ids["a"], y=ids["f"])
    ids["d"] = graph.add("add", "d", x=ids["b"], y=ids["c"])
    return graph, ids


def names(graph, ids):
    return "".join(sorted(graph.node(id).name for id in ids))


def test_what_leads_to_a_node_and_what_follows():
    graph, ids = diamond()
    assert names(graph, upstream(graph, [ids["c"]])) == "acf"
    assert names(graph, downstream(graph, [ids["f"]])) == "cdf"
    assert names(graph, upstream(graph, [ids["b"], ids["e"]])) == "abe"


def test_paths_are_found_from_either_end():
    graph, ids = diamond()
    for one, other in (("a", "d"), ("d", "a")):
        assert names(graph, between(graph, ids[one], ids[other])) == "abcd"
    assert names(graph, between(graph, ids["f"], ids["d"])) == "cdf"


def test_where_no_path_joins_them_nothing_lies_between():
    graph, ids = diamond()
    assert between(graph, ids["b"], ids["c"]) == frozenset()
    assert between(graph, ids["e"], ids["d"]) == frozenset()
