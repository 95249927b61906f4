import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import compose, edits
from graph_engine.graph import Edge, make_node


@pytest.fixture
def document():
    return ge.example("two_paths").open()


def test_removing_takes_the_wires_along_and_frees_the_target(document):
    before = storage.to_bytes(document)
    undo = compose.remove(document, ["n6", "n4", "n6"]).apply(document)
    assert [node.name for node in document.graph.nodes] == ["a", "b", "1", "d"]
    assert len(list(document.graph.edges)) == 2
    assert document.target is None
    undo.apply(document)
    assert storage.to_bytes(document) == before


def test_removing_a_wire_alone_leaves_the_nodes(document):
    compose.remove(document, [], [Edge("n1", "n4", "x")]).apply(document)
    assert len(document.graph) == 6
    assert document.graph.inputs("n4") == {"y": "n2"}


def test_connecting_replaces_the_wire_in_the_port(document):
    compose.connect(document, Edge("n1", "n5", "y")).apply(document)
    assert document.graph.inputs("n5") == {"x": "n2", "y": "n1"}


def test_a_dragged_end_moves_its_wire(document):
    old = Edge("n4", "n6", "x")
    compose.connect_all(document, [Edge("n1", "n6", "x")], [old]).apply(document)
    assert not document.graph.has_edge(old)
    compose.connect_all(document, [Edge("n4", "n5", "y")], [Edge("n5", "n6", "y")]).apply(document)
    assert document.graph.inputs("n6") == {"x": "n1"}


def test_a_connection_that_is_refused_keeps_the_old_wire(document):
    before = storage.to_bytes(document)
    with pytest.raises(ge.Refused, match="cycle: c → e → c"):
        compose.connect(document, Edge("n6", "n4", "x")).apply(document)
    assert storage.to_bytes(document) == before


def test_a_node_dropped_on_a_wire_is_inserted_into_it(document):
    edits.AddNode(make_node("n7", "negate", "minus"), (0.0, 0.0)).apply(document)
    compose.insert_on(document, Edge("n4", "n6", "x"), "n7", "x").apply(document)
    assert document.graph.inputs("n6")["x"] == "n7"
    assert document.graph.inputs("n7") == {"x": "n4"}


def test_what_is_copied_is_pasted_with_its_inner_wires_new_ids_and_free_names(document):
    part = compose.extract(document, ["n2", "n4", "n6"])
    assert {node.name for node in part.graph.nodes} == {"b", "c", "e"}
    assert set(part.graph.edges) == {Edge("n2", "n4", "y"), Edge("n4", "n6", "x")}
    edit, ids = compose.insert(document, part, (10.0, 20.0))
    edit.apply(document)
    assert ids == ["n7", "n8", "n9"]
    assert [document.graph.node(id).name for id in ids] == ["b 2", "c 2", "e 2"]
    assert document.graph.inputs("n9") == {"x": "n8"}
    assert document.positions["n7"] == tuple(a + b for a, b in zip(document.positions["n2"], (10, 20), strict=True))


def test_pasting_twice_names_once_more(document):
    part = compose.extract(document, ["n1"])
    for expected in ("a 2", "a 3"):
        edit, (id,) = compose.insert(document, part)
        edit.apply(document)
        assert document.graph.node(id).name == expected


def test_copies_inside_one_part_do_not_take_each_others_names():
    document, part = ge.Document(), ge.Document()
    edits.AddNode(make_node("a", "variable", "x")).apply(document)
    for id, name in (("a", "x"), ("b", "x 2")):
        edits.AddNode(make_node(id, "variable", name)).apply(part)
    edit, ids = compose.insert(document, part)
    edit.apply(document)
    assert [document.graph.node(id).name for id in ids] == ["x 2", "x 3"]


def test_copies_of_copies_are_counted_on():
    document = ge.Document()
    edits.AddNode(make_node("n1", "variable", "tax")).apply(document)
    for _ in range(3):
        last = max(node.id for node in document.graph.nodes)
        compose.insert(document, compose.extract(document, [last]))[0].apply(document)
    assert [node.name for node in document.graph.nodes] == ["tax", "tax 2", "tax 3", "tax 4"]
