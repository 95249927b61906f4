"""What is wrong inside a collapsed group: its mark, its words, and the way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible

from graph_engine.differentiate.verdict import Verdict
from graph_engine.doctor import Finding
from graph_engine.document import from_formula
from graph_engine.sentence import say
from tests.gui.canvas.test_groups import make_group
from tests.hand import CONTROL

Key = Qt.Key
DERIVATIVE = "The derivative of add by its input x is not what central differences say"


@pytest.fixture
def neuron(session, qapp):
    """y = exp(w·x + b), with w·x + b in a collapsed group."""
    session.replace(from_formula("y = exp(w*x + b)"), None)
    qapp.processEvents()
    return session


@pytest.fixture
def layer(hand, neuron):
    made = make_group(hand, "multiply", "add")
    hand.key(Key.Key_Home)
    return made


def find_wrong(session, *what):
    session.checked.add([Verdict(one, (), 2.0, 1.0, 1.0, 1.0, passed=False) for one in what])


def box_of(hand, group):
    return hand.view.canvas.groups.boxes[group]


def badge_of(hand, group):
    box = box_of(hand, group)
    at = box.pos() + QPointF(*box.badge_point())
    return hand.place(at.x(), at.y())


def test_a_group_in_which_nothing_is_wrong_has_no_mark(hand, layer):
    assert box_of(hand, layer).look.badge == ""
    hand.click(badge_of(hand, layer))
    assert hand.window.session.level.inside is None


def test_a_wrong_derivative_marks_the_box_and_the_mark_leads_to_the_wire(hand, neuron, layer, window):
    before = window.grab().toImage()
    wire = hand.edge("multiply", "add", "x")
    find_wrong(neuron, wire)
    assert box_of(hand, layer).look.badge == "error"
    assert DERIVATIVE in box_of(hand, layer).toolTip()
    assert window.grab().toImage() != before
    hand.click(hand.place(box_of(hand, layer).x(), box_of(hand, layer).y()))
    assert neuron.level.inside is None
    assert DERIVATIVE in window.inspector.problems.text()
    hand.click(badge_of(hand, layer))
    assert neuron.level.inside == layer
    assert neuron.selection.only_edge == wire
    assert hand.view.canvas.edges[wire].look.fault


def test_a_missing_wire_leads_to_its_node(hand, neuron, layer):
    hand.click(hand.wire("b", "add", "y"))
    hand.key(Key.Key_Delete)
    assert box_of(hand, layer).look.badge == "error"
    hand.click(badge_of(hand, layer))
    assert neuron.level.inside == layer
    assert neuron.selection.only_node == hand.id("add")


def test_what_the_doctor_says_is_a_warning(hand, neuron, layer, window):
    box = box_of(hand, layer)
    neuron.diagnosis.take([Finding("dead_relu", hand.id("add"), say("add rests"), say("Wake it."))])
    assert box.look.badge == "warning"
    assert "add rests" in box.toolTip()


def test_an_inner_group_is_opened_where_it_lies(hand, neuron):
    inner = make_group(hand, "multiply", name="inner")
    outer = make_group(hand, "multiply", "add", name="outer")
    find_wrong(neuron, hand.id("multiply"))
    hand.click(badge_of(hand, outer))
    assert neuron.level.inside == inner
    assert neuron.selection.only_node == hand.id("multiply")


def test_a_wire_from_outside_leads_to_the_node_that_it_enters(hand, neuron, layer):
    find_wrong(neuron, hand.edge("b", "add", "y"))
    assert hand.view.canvas.edges[hand.edge("b", "add", "y")].look.fault
    hand.click(badge_of(hand, layer))
    assert neuron.level.inside == layer
    assert neuron.selection.only_node == hand.id("add")


def test_the_menu_and_the_keyboard_lead_there_too(hand, neuron, layer):
    at = hand.place(box_of(hand, layer).x(), box_of(hand, layer).y())
    find_wrong(neuron, hand.edge("multiply", "add", "x"))
    assert "group.trouble" in hand.context_menu(at)
    hand.key(Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    hand.type("what is wrong inside")
    hand.key(Key.Key_Return)
    assert neuron.level.inside == layer


def test_the_mark_is_told_to_those_who_do_not_see_it(hand, neuron, layer):
    find_wrong(neuron, hand.edge("multiply", "add", "x"))
    tree = QAccessible.queryAccessibleInterface(hand.view)
    assert DERIVATIVE in tree.child(0).text(QAccessible.Text.Description)


def test_an_edit_of_numbers_takes_the_mark_away(hand, neuron, layer):
    find_wrong(neuron, hand.edge("multiply", "add", "x"))
    hand.double_click(hand.node("w"))
    hand.type("3\r")
    assert box_of(hand, layer).look.badge == ""
