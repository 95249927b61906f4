"""Someone writes a backward rule of their own, gets it wrong, and the check shows where."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF, Qt

from graph_engine.document import edits
from graph_engine.graph import Edge
from gui.canvas.offers import Kind
from gui.panels.check import CheckPanel
from tests.hand import CONTROL

LONG = 30_000


def retype(hand, field, text):
    hand.click(hand.on(field))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type(text)
    hand.key(Qt.Key.Key_Return)


@pytest.fixture
def mine(hand, window, opened):
    """A node of one's own beside two paths, fed by a = 2 and b = 1, selected and differentiated."""
    session = opened("two_paths")
    hand.click(hand.node("e"))
    x, y = session.document.positions[hand.id("e")]
    window.area.adder.add(Kind("custom"), QPointF(x, y + 190))
    (node,) = session.selection.nodes
    session.do(edits.Rename(node, "mine"), "Rename")
    hand.key(Qt.Key.Key_Home)
    for source, port in (("a", "x"), ("b", "y")):
        hand.drag(hand.output(source), hand.input("mine", port))
    session.do(edits.SetTarget(node), "Target")
    hand.click(hand.node("mine"))
    return node


def test_a_wrong_derivative_turns_its_own_wire_red(hand, window, session, qtbot, mine):
    form, scene, a = window.inspector.form, window.area.view.canvas, hand.id("a")
    retype(hand, form.fields["formula"], "x*y + sin(x)")
    retype(hand, form.fields["dx"], "y + cos(x)")
    assert session.results.value(mine) == 2 * 1 + math.sin(2)
    assert session.results.gradient(a) == 1 + math.cos(2)
    window.docks["check"].raise_()
    qtbot.waitUntil(lambda: session.checked.complete, timeout=LONG)
    assert session.checked.faults == frozenset()

    window.docks["inspector"].raise_()
    retype(hand, form.fields["dx"], "y - cos(x)")
    window.docks["check"].raise_()
    qtbot.waitUntil(lambda: session.checked.complete, timeout=LONG)
    wire = Edge(a, mine, "x")
    assert [edge for edge, item in scene.edges.items() if item.look.fault] == [wire]
    panel = window.panel(CheckPanel)
    assert panel.summary.text().endswith("Look first at a → mine.")
    assert {v.what for v in session.checked.failed} == {wire, a}

    session.history.undo()
    qtbot.waitUntil(lambda: session.checked.complete, timeout=LONG)
    assert not any(item.look.fault for item in scene.edges.values())
    window.docks["check"].hide()


def test_what_can_not_be_read_is_said_with_its_column_and_changes_nothing(hand, window, session, mine):
    form = window.inspector.form
    hand.click(hand.on(form.fields["formula"]))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type("x*q")
    assert form.wrong.text() == "formula: column 3: there is no “q” here; there are: x, y, w"
    assert form.fields["formula"].property("wrong")
    assert session.document.graph.node(mine).attributes["formula"] != "x*q"


def test_the_inputs_follow_the_formula(hand, window, session, mine):
    form, item = window.inspector.form, window.area.view.canvas.nodes[mine]
    assert not form.fields["dw"].isVisible()
    retype(hand, form.fields["formula"], "x*y*w")
    assert [port.name for port in item.look.ports] == ["x", "y", "w"]
    assert item.look.badge == "error"
    assert form.fields["dw"].isVisible()
    retype(hand, form.fields["formula"], "x*y")
    assert [port.name for port in item.look.ports] == ["x", "y"]
    assert item.look.badge == ""
