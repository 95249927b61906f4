import numpy as np
import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.differentiate import difference
from graph_engine.document import apart, compose, edits, groups, regroup
from graph_engine.document.apart import compare, match, put_together, take_apart, twin
from graph_engine.document.interface import interface
from graph_engine.document.recipes import KINDS
from graph_engine.errors import Refused
from graph_engine.graph import make_node

SCORES = np.array([[0.3, 2.9, -4.0], [1.0, -2.0, 0.5]])
ONE_HOT = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
CASES = {
    "sigmoid": ({"x": SCORES}, {}),
    "tanh": ({"x": SCORES}, {}),
    "softmax": ({"x": SCORES}, {}),
    "softmax_with_loss": ({"x": SCORES, "t": ONE_HOT}, {}),
    "sigmoid_with_loss": ({"x": SCORES, "t": ONE_HOT}, {}),
    "mean_squared_error": ({"y": SCORES, "t": ONE_HOT}, {}),
    "affine": ({"x": SCORES, "W": ONE_HOT.T, "b": np.array([1.0, 2.0])}, {}),
    "affine without b": ({"x": SCORES, "W": ONE_HOT.T}, {}),
    "affine out_in": ({"x": SCORES, "W": ONE_HOT, "b": np.array([1.0, 2.0])}, {"layout": "out_in"}),
}


def document_of(case):
    """The op between its sources and a square that reads it; it is the target."""
    inputs, attributes = CASES[case]
    document = ge.Document()
    for port, value in inputs.items():
        edits.AddNode(make_node(port, "variable", port, value)).apply(document)
    edits.AddNode(make_node("op", case.split()[0], "it", None, attributes), (300.0, 100.0)).apply(document)
    edits.AddNode(make_node("after", "square", "after")).apply(document)
    for port in inputs:
        edits.Connect(ge.Edge(port, "op", port)).apply(document)
    edits.Connect(ge.Edge("op", "after", "x")).apply(document)
    edits.SetTarget("op").apply(document)
    return document


def test_every_recipe_is_tried():
    assert {case.split()[0] for case in CASES} == KINDS


@pytest.mark.parametrize("case", CASES)
def test_taken_apart_it_gives_the_same_and_goes_back_together(case):
    document = document_of(case)
    before, fused = storage.to_bytes(document), ge.evaluate(document.graph)
    sources = list(CASES[case][0])
    gradients = {id: ge.gradients(fused, "op").nodes[id] for id in sources}
    edit, group = take_apart(document, "op")
    undo = edit.apply(document)
    values = ge.evaluate(document.graph)
    np.testing.assert_allclose(values.value("op"), fused.value("op"), rtol=1e-14)
    np.testing.assert_allclose(values.value("after"), fused.value("after"), rtol=1e-14)
    for id in sources:
        np.testing.assert_allclose(ge.gradients(values, "op").nodes[id], gradients[id], rtol=1e-12, atol=1e-15)
    assert document.target == "op"
    assert [port.name for port in interface(document, group).inputs] == sources
    together, id = put_together(document, group)
    together.apply(document)
    assert (id, document.graph.node(id).kind, document.groups) == ("op", case.split()[0], {})
    np.testing.assert_array_equal(ge.evaluate(document.graph).value("after"), fused.value("after"))
    document = document_of(case)
    undo = take_apart(document, "op")[0].apply(document)
    undo.apply(document)
    assert storage.to_bytes(document) == before


@pytest.mark.parametrize("case", CASES)
def test_beside_the_fused_node_the_difference_is_rounding(case):
    document = document_of(case)
    edit, group = take_apart(document, "op")
    edit.apply(document)
    assert twin(document, group) is None
    edit, fused = compare(document, group, target="op")
    edit.apply(document)
    assert twin(document, group) == fused
    values = ge.evaluate(document.graph)
    value, gradient = difference(values, "op", fused, list(CASES[case][0]))
    assert value <= 1e-14
    assert gradient <= 1e-14


def test_the_sigmoid_agrees_to_the_last_place():
    document = ge.Document()
    edits.AddNode(make_node("x", "variable", "x", 0.35)).apply(document)
    edits.AddNode(make_node("y", "sigmoid", "y")).apply(document)
    edits.Connect(ge.Edge("x", "y", "x")).apply(document)
    edit, group = take_apart(document, "y")
    edit.apply(document)
    edit, fused = compare(document, group)
    edit.apply(document)
    for x in np.linspace(-8, 8, 161):
        document.graph.set_value("x", x)
        assert max(difference(ge.evaluate(document.graph), "y", fused, ["x"])) <= 1e-15


def test_the_example_of_the_chapter_is_a_sigmoid():
    document = ge.example("sigmoid_taken_apart").open()
    inside = {node.id for node in document.graph.nodes if node.kind not in ("variable", "sigmoid")}
    edit, group = regroup.group(document, inside, "σ")
    edit.apply(document)
    found = match(document, group)
    assert found is not None
    assert found.variant.kind == "sigmoid"
    assert document.graph.node(twin(document, group)).kind == "sigmoid"


def test_an_op_that_is_not_made_of_others_says_so():
    document = document_of("sigmoid")
    with pytest.raises(Refused, match="square is not made of simpler nodes"):
        take_apart(document, "after")
    with pytest.raises(Refused, match="variable is not made of simpler nodes"):
        take_apart(document, "x")


def test_a_group_that_was_changed_is_no_longer_the_op():
    document = document_of("sigmoid")
    edit, group = take_apart(document, "op")
    edit.apply(document)
    minus_one = next(n.id for n in document.graph.nodes if n.kind == "constant" and n.value == -1)
    edits.SetValue(minus_one, -2.0).apply(document)
    assert match(document, group) is None
    with pytest.raises(Refused, match="“sigmoid” is not the structure of a single op"):
        put_together(document, group)
    with pytest.raises(Refused, match="is not the structure of a single op"):
        compare(document, group)


def test_inside_a_group_it_stays_inside_and_names_of_ports_stay():
    document = document_of("sigmoid")
    edit, outer = regroup.group(document, ["op", "after"], "outer")
    edit.apply(document)
    names = (ge.document.PortName("op", "x", "in"), ge.document.PortName("after", "", "out"))
    regroup.changed(document, outer, ports=names).apply(document)
    before = storage.to_bytes(document)
    edit, group = take_apart(document, "op")
    undo = edit.apply(document)
    assert document.groups[group].parent == outer
    assert [port.name for port in interface(document, outer).inputs] == ["in"]
    assert groups.members(document.groups, outer) > groups.members(document.groups, group)
    edit, fused = compare(document, group)
    compared = edit.apply(document)
    assert fused in document.groups[outer].members
    compared.apply(document)
    edit, id = put_together(document, group)
    back = edit.apply(document)
    assert document.groups[outer].members == ("after", id)
    assert [port.name for port in interface(document, outer).inputs] == ["in"]
    back.apply(document)
    undo.apply(document)
    assert storage.to_bytes(document) == before


def test_without_inputs_it_can_be_taken_apart_too():
    document = ge.Document()
    edits.AddNode(make_node("op", "softmax_with_loss", "loss")).apply(document)
    edit, group = take_apart(document, "op")
    edit.apply(document)
    assert {port.name for port in interface(document, group).inputs} == {"x", "t"}
    put_together(document, group)[0].apply(document)
    assert [node.kind for node in document.graph.nodes] == ["softmax_with_loss"]


def test_a_copy_of_it_goes_together_too():
    document = document_of("tanh")
    edit, group = take_apart(document, "op")
    edit.apply(document)
    part = compose.extract(document, groups.members(document.groups, group))
    edit, _ = compose.insert(document, part, (0.0, 300.0))
    edit.apply(document)
    copy = next(id for id in document.groups if id != group)
    put_together(document, copy)[0].apply(document)
    assert sum(node.kind == "tanh" for node in document.graph.nodes) == 1


def test_the_places_are_around_where_the_op_stood():
    document = document_of("sigmoid")
    edit, group = apart.take_apart(document, "op")
    edit.apply(document)
    assert groups.middle(document, group) == pytest.approx((300.0, 100.0), abs=1.0)


def test_the_fused_twin_stands_on_no_other_node():
    document = document_of("sigmoid")
    edit, group = take_apart(document, "op")
    edit.apply(document)
    trial, _ = compare(document, group)
    x, y = next(part.position for part in edits.flat(trial) if isinstance(part, edits.AddNode))
    edits.AddNode(make_node("there", "variable", "there", 1.0), (x + 30.0, y + 10.0)).apply(document)
    edit, fused = compare(document, group)
    edit.apply(document)
    assert document.positions[fused][1] >= y + 100.0
