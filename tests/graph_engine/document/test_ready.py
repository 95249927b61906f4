import numpy as np
import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import edits, regroup
from graph_engine.document.ready import (
    can_be_given,
    can_be_refitted,
    give_all,
    give_parameters,
    lacks_parameters,
    outputs,
    refit,
    resize,
)
from graph_engine.errors import Refused
from graph_engine.graph import make_node


def chain(*kinds, x=None, t=None):
    """x → the kinds, one after the other; targets t feed the last."""
    document = ge.Document()
    edits.AddNode(make_node("x", "variable", "x", np.ones((5, 4)) if x is None else x)).apply(document)
    before = "x"
    for number, kind in enumerate(kinds):
        node = make_node(f"l{number}", kind, f"l{number}")
        edits.AddNode(node, (200.0 * number, 0.0)).apply(document)
        edits.Connect(ge.Edge(before, node.id, node.ports[0].name)).apply(document)
        before = node.id
    if t is not None:
        edits.AddNode(make_node("t", "variable", "t", t)).apply(document)
        edits.Connect(ge.Edge("t", before, "t")).apply(document)
    return document


def give(document, id, **options):
    return give_parameters(document, id, ge.evaluate(document.graph), **options).apply(document)


def shape_of(document, id, port):
    return np.shape(document.graph.node(document.graph.inputs(id)[port]).value)


def test_an_affine_gets_weights_and_bias_that_fit_what_feeds_it():
    document = chain("affine")
    before = storage.to_bytes(document)
    undo = give(document, "l0")
    assert (shape_of(document, "l0", "W"), shape_of(document, "l0", "b")) == ((4, 3), (3,))
    assert np.shape(ge.evaluate(document.graph).value("l0")) == (5, 3)
    assert not lacks_parameters(document, "l0")
    undo.apply(document)
    assert storage.to_bytes(document) == before


def test_the_layout_of_pytorch_is_kept():
    document = chain("affine")
    edits.SetAttribute("l0", "layout", "out_in").apply(document)
    give(document, "l0", size=7)
    assert shape_of(document, "l0", "W") == (7, 4)


def test_a_dot_gets_weights_alone():
    document = chain("dot")
    give(document, "l0")
    assert set(document.graph.inputs("l0")) == {"x", "W"}


def test_the_targets_of_a_loss_decide_the_outputs():
    document = chain("affine", "relu", "mean_squared_error", t=np.ones((5, 6)))
    give(document, "l0")
    assert shape_of(document, "l0", "W") == (4, 6)
    assert ge.evaluate(document.graph).value("l2") is not None


def test_the_next_layer_decides_the_outputs():
    document = chain("affine", "relu", "affine")
    edits.AddNode(make_node("W2", "parameter", "W2", np.ones((8, 2)))).apply(document)
    edits.Connect(ge.Edge("W2", "l2", "W")).apply(document)
    give(document, "l0")
    assert shape_of(document, "l0", "W") == (4, 8)


def test_without_rows_of_numbers_there_is_no_shape():
    document = chain("affine", x=1.0)
    with pytest.raises(Refused, match="“l0” needs rows of numbers at x before its parameters have a shape"):
        give(document, "l0")
    document = chain("affine", "relu")
    give(document, "l0")
    with pytest.raises(Refused, match="“l1” has no open port for parameters"):
        give(document, "l1")


def test_parameters_of_a_layer_in_a_group_are_in_it_too():
    document = chain("affine", "relu")
    edit, group = regroup.group(document, ["l0", "l1"])
    edit.apply(document)
    give(document, "l0")
    assert len(document.groups[group].members) == 4


@pytest.fixture
def network():
    document = chain("affine", "relu", "affine", "softmax_with_loss", t=np.eye(5, 2))
    give(document, "l0")
    give(document, "l2")
    return document


def test_another_hidden_size_leads_the_shapes_that_follow(network):
    before = storage.to_bytes(network)
    edit, left = resize(network, "l0", 10)
    undo = edit.apply(network)
    assert left == []
    assert shape_of(network, "l0", "W") == (4, 10)
    assert shape_of(network, "l0", "b") == (10,)
    assert shape_of(network, "l2", "W") == (10, 2)
    assert ge.evaluate(network.graph).value("l3") is not None
    undo.apply(network)
    assert storage.to_bytes(network) == before


def test_what_no_longer_fits_is_said(network):
    edit, left = resize(network, "l2", 3)
    edit.apply(network)
    assert len(left) == 1
    assert "t is (5, 2)" in left[0]


def test_other_inputs_are_followed_by_all_layers(network):
    edits.SetValue("x", np.ones((5, 9))).apply(network)
    edit, left = refit(network)
    edit.apply(network)
    assert left == []
    assert shape_of(network, "l0", "W") == (9, 3)


def test_a_layer_without_weights_has_no_size():
    with pytest.raises(Refused, match="“l0” has no weights of its own"):
        resize(chain("relu"), "l0", 3)


def test_all_layers_of_a_chain_get_parameters_in_the_order_of_work():
    document = chain("affine", "relu", "affine")
    edit, refused = give_all(document, ["l2", "l1", "l0"])
    edit.apply(document)
    assert refused == []
    assert (shape_of(document, "l0", "W"), shape_of(document, "l2", "W")) == ((4, 3), (3, 3))
    assert outputs(document, "l0") == 3
    assert outputs(document, "l1") is None


def test_what_has_nothing_at_x_is_refused_and_the_rest_is_given():
    document = chain("affine")
    edits.AddNode(make_node("lone", "affine", "lone"), (0.0, 0.0)).apply(document)
    edit, refused = give_all(document, ["l0", "lone"])
    edit.apply(document)
    assert [str(sentence) for sentence in refused] == [
        "“lone” needs rows of numbers at x before its parameters have a shape"
    ]
    assert not lacks_parameters(document, "l0")


def test_what_can_be_done_for_a_layer_is_said_before_it_is_done():
    document = chain("affine")
    assert can_be_given(document, "l0", ge.evaluate(document.graph))
    give(document, "l0")
    assert not can_be_given(document, "l0", ge.evaluate(document.graph))
    edits.SetValue("x", np.ones((5, 9))).apply(document)
    assert can_be_refitted(document, "l0", ge.evaluate(document.graph))
