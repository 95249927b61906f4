"""Layers that arrive ready: parameters in shapes that fit."""

import numpy as np
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import compose, edits, regroup
from gui.canvas.offers import Kind


def test_p_gives_a_layer_its_parameters(hand, session, opened, said):
    opened("classifier")
    scores = hand.id("scores")
    session.selection.set([hand.id("W"), hand.id("b")])
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Delete)
    session.selection.set([scores])
    hand.key(Qt.Key.Key_P)
    assert set(session.document.graph.inputs(scores)) == {"x", "W", "b"}
    assert session.results.problems == {}
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert set(session.document.graph.inputs(scores)) == {"x"}


def test_parameters_are_fitted_to_other_inputs(app, session, opened, said):
    opened("classifier")
    graph = session.document.graph
    session.do(edits.SetValue(graph.id_of("x"), np.ones((5, 7))), "Change value")
    assert session.results.problems
    app.window.actions_made.trigger("node.refit")
    assert np.shape(graph.node(graph.id_of("W")).value) == (7, 3)
    assert not session.results.problems


def without_parameters(hand, session, opened):
    """The XOR network whose first layer has lost its weights and its bias."""
    opened("xor")
    graph = session.document.graph
    session.do(compose.remove(session.document, [graph.id_of("W1"), graph.id_of("b1")]), "Delete")
    return hand.id("z")


def shape(session, name, port):
    graph = session.document.graph
    return np.shape(graph.node(graph.inputs(graph.id_of(name))[port]).value)


def test_a_click_below_the_node_gives_it_parameters(hand, session, opened, window):
    z = without_parameters(hand, session, opened)
    window.area.view.actual_size()
    window.area.view.centre_on(z)
    item = window.area.view.canvas.nodes[z]
    assert str(item.look.offer) == "+ parameters"
    middle = item.offer_area().center()
    hand.click(hand.place(middle.x(), middle.y()))
    assert set(session.document.graph.inputs(z)) == {"x", "W", "b"}
    assert shape(session, "z", "W") == (2, 4), "as the layer that follows asks for"
    assert item.look.offer == ""
    assert session.results.problems == {}
    assert session.history.undoText() == "Give it parameters"


def test_a_press_that_leaves_the_offer_takes_nothing(hand, session, opened, window):
    z = without_parameters(hand, session, opened)
    middle = window.area.view.canvas.nodes[z].offer_area().center()
    at = hand.place(middle.x(), middle.y())
    hand.drag(at, at + QPoint(90, 60))
    assert set(session.document.graph.inputs(z)) == {"x"}


def test_the_inspector_offers_it_too(hand, session, opened, window):
    z = without_parameters(hand, session, opened)
    session.selection.set([z])
    button = window.inspector.remedy
    assert button.isVisible()
    assert button.text() == "Give it parameters"
    hand.click(hand.on(button))
    assert set(session.document.graph.inputs(z)) == {"x", "W", "b"}
    assert not button.isVisible()


def test_without_rows_at_x_it_says_what_is_missing(hand, session, window, said):
    window.area.adder.add(Kind("affine"), window.area.view.middle())
    (node,) = session.document.graph.nodes
    assert window.area.view.canvas.nodes[node.id].look.offer == ""
    hand.click(hand.on(window.inspector.remedy))
    assert said[-1] == "“affine” needs rows of numbers at x before its parameters have a shape"


def test_another_number_of_outputs_changes_the_shapes_that_follow(hand, session, opened, window):
    opened("xor")
    session.selection.set([hand.id("z")])
    field = window.inspector.form.fields["outputs of a layer"]
    assert field.text() == "4"
    hand.double_click(hand.on(field))
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type("7")
    hand.key(Qt.Key.Key_Return)
    assert (shape(session, "z", "W"), shape(session, "z", "b")) == ((2, 7), (7,))
    assert shape(session, "scores", "W") == (7, 2)
    assert session.results.problems == {}
    field.setFocus()
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type("0")
    assert field.property("wrong")
    assert window.inspector.form.wrong.text() == "A number of outputs is a whole number from 1 to 100000."
    session.history.undo()
    assert shape(session, "scores", "W") == (4, 2)


def test_it_says_what_no_longer_fits(hand, session, opened, window, said):
    opened("classifier")
    rows = np.shape(session.document.graph.node(hand.id("x")).value)[0]
    session.do(edits.SetValue(hand.id("t"), np.eye(rows, 3)), "One-hot targets")
    session.selection.set([hand.id("scores")])
    field = window.inspector.form.fields["outputs of a layer"]
    field.setFocus()
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type("5")
    assert "loss" in said[-1]
    assert window.area.view.canvas.nodes[hand.id("loss")].look.badge == "error"


def test_a_click_fits_what_does_not_fit(hand, session, opened, window):
    opened("classifier")
    graph = session.document.graph
    session.do(edits.SetValue(graph.id_of("x"), np.ones((5, 7))), "Change value")
    item = window.area.view.canvas.nodes[hand.id("scores")]
    assert str(item.look.offer) == "fit parameters"
    middle = item.offer_area().center()
    hand.click(hand.place(middle.x(), middle.y()))
    assert np.shape(graph.node(graph.id_of("W")).value) == (7, 3)
    assert item.look.offer == ""


def test_a_template_whose_layers_lack_parameters_offers_them_as_a_group(hand, session, opened, window):
    z = without_parameters(hand, session, opened)
    edit, group = regroup.group(session.document, [z, hand.id("h")], "hidden")
    session.do(edit, "Group")
    session.do(regroup.changed(session.document, group, collapsed=True), "Collapse")
    item = window.area.view.canvas.groups.boxes[group]
    assert str(item.look.offer) == "+ parameters"
    middle = item.offer_area().center()
    hand.click(hand.place(middle.x(), middle.y()))
    assert set(session.document.graph.inputs(z)) == {"x", "W", "b"}
