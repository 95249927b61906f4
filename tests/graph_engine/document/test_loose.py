from graph_engine.document import Document, edits, from_formula, loose
from graph_engine.document.networks import affine_relu, two_layers
from graph_engine.graph import make_node


def test_a_layer_is_entered_at_x_and_left_at_its_activation():
    part = affine_relu(2, 5)
    assert loose.way_in(part) == ("a1", "x")
    assert loose.way_out(part) == "h1"


def test_of_several_open_inputs_the_first_by_the_order_of_work():
    part = two_layers(2, 8, 3)
    assert loose.way_in(part) == ("a1", "x")
    assert loose.way_out(part) == "loss"


def test_a_finished_graph_has_no_way_in_and_a_lone_source_no_way_out():
    assert loose.way_in(from_formula("(a+b)*2")) is None
    lone = Document()
    edits.AddNode(make_node("x", "variable", "x", 1.0), (0.0, 0.0)).apply(lone)
    assert loose.way_out(lone) is None
