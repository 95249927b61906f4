"""A learner rebuilds figures from a book and checks the numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.storage import to_bytes
from tests.hand import CONTROL


def put(hand, session, kind, name, x, y, value=None):
    """Drags a node in, gives it a value and a name; x and y from the middle of the canvas."""
    hand.drag(hand.entry(kind), hand.middle() + QPoint(x, y))
    id = session.selection.only_node
    if value is not None:
        hand.key(Qt.Key.Key_Return)
        hand.type(value)
        hand.key(Qt.Key.Key_Return)
    if session.document.graph.node(id).name != name:
        hand.click(hand.on(hand.window.inspector.name))
        hand.key(Qt.Key.Key_A, CONTROL)
        hand.type(name)
        hand.key(Qt.Key.Key_Return)
        hand.view.setFocus()


def test_two_paths_to_b_are_built_and_add_up_to_five(hand, session, window):
    for kind, name, x, y, value in (
        ("variable", "a", -280, -220, "2"),
        ("variable", "b", -280, -90, "1"),
        ("constant", "one", -280, 40, "1"),
        ("add", "c", -60, -180, None),
        ("add", "d", -60, -20, None),
        ("multiply", "e", 140, -100, None),
    ):
        put(hand, session, kind, name, x, y, value)
    hand.drag(hand.output("a"), hand.node("c"))
    hand.drag(hand.output("b"), hand.node("c"))
    hand.drag(hand.output("b"), hand.node("d"))
    hand.drag(hand.output("one"), hand.node("d"))
    hand.drag(hand.output("c"), hand.node("e"))
    hand.drag(hand.output("d"), hand.node("e"))
    value, gradient = session.results.value, session.results.gradient
    assert {name: value(hand.id(name)) for name in "cde"} == {"c": 3, "d": 2, "e": 6}
    assert (gradient(hand.id("a")), gradient(hand.id("b"))) == (2, 5)
    hand.view.setFocus()
    window.actions_made.trigger("run.reset")
    told = []
    for _ in range(session.playhead.last):
        hand.key(Qt.Key.Key_Period)
        told.append(window.area.narration.plain())
    assert any("contributions add up" in text and "= 5" in text for text in told)
    before = to_bytes(session.document)
    hand.key(Qt.Key.Key_L, CONTROL)
    assert window.area.view.mapFromScene(window.area.view.canvas.bounds()).boundingRect().height() < window.height()
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert to_bytes(session.document) == before


def test_the_sigmoid_taken_apart_equals_the_sigmoid(hand, session, window):
    put(hand, session, "variable", "x", -300, -150, "0.5")
    put(hand, session, "constant", "one", -300, 30, "1")
    for place, kind in enumerate(("negate", "exp", "add", "reciprocal")):
        put(hand, session, kind, kind, -190 + 110 * place, -150)
    put(hand, session, "sigmoid", "y", -100, -10)
    for source, target in (("x", "negate"), ("negate", "exp"), ("exp", "add"), ("one", "add"), ("add", "reciprocal")):
        hand.drag(hand.output(source), hand.node(target))
    hand.drag(hand.output("x"), hand.node("y"))
    found = []
    for name in ("reciprocal", "y"):
        hand.click(hand.node(name))
        hand.key(Qt.Key.Key_T)
        found.append((session.results.value(hand.id(name)), session.results.gradient(hand.id("x"))))
    (value, slope), (fused, fused_slope) = found
    assert fused == pytest.approx(0.6224593312018546)
    assert value == pytest.approx(fused, abs=1e-15)
    assert fused_slope == pytest.approx(fused * (1 - fused), abs=1e-15)
    assert slope == pytest.approx(fused_slope, abs=1e-15)


def test_a_node_is_put_into_a_wire_found_by_typing_and_taken_out_again(hand, apple_tax, window):
    hand.drag(hand.entry("negate"), hand.wire("apple total", "price", "x"))
    assert apple_tax.results.value(hand.id("price")) == -220.00000000000003
    assert apple_tax.results.gradient(hand.id("tax")) == -200
    hand.key(Qt.Key.Key_Delete)
    assert apple_tax.results.value(hand.id("price")) is None
    assert "“price” needs a wire into x" in window.area.narration.plain()
    hand.drag(hand.input("price", "x"), hand.output("apple total"))
    assert apple_tax.results.value(hand.id("price")) == 220.00000000000003


def test_every_mistake_is_said_and_nothing_is_lost(hand, apple_tax, window, said, qapp):
    before = to_bytes(apple_tax.document)
    hand.drag(hand.output("price"), hand.node("apple total"))
    hand.double_click(hand.node("tax"))
    hand.type("much")
    hand.key(Qt.Key.Key_Escape)
    hand.double_click(hand.node("price"))
    hand.type("tax")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Escape)
    qapp.clipboard().setText("a shopping list")
    hand.key(Qt.Key.Key_V, CONTROL)
    hand.drag(hand.output("price"), hand.node("tax"))
    assert said[0].startswith("that would make a cycle")
    assert said[1].startswith("The clipboard can't be pasted")
    assert said[2] == "“tax” holds a value and has no inputs"
    assert to_bytes(apple_tax.document) == before
    assert not apple_tax.dirty


def test_division_by_zero_and_the_log_of_a_negative_are_said_at_their_node(hand, session):
    put(hand, session, "variable", "x", -200, -150, "0")
    put(hand, session, "reciprocal", "inverse", 0, -200)
    put(hand, session, "log", "logarithm", 0, -60)
    for name in ("inverse", "logarithm"):
        hand.drag(hand.output("x"), hand.node(name))
    hand.double_click(hand.node("x"))
    hand.type("-1")
    assert set(session.results.problems) == {hand.id("logarithm")}
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type("0")
    assert hand.id("inverse") in session.results.problems
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type("2")
    assert session.results.problems == {}
    hand.key(Qt.Key.Key_Return)
    assert session.results.value(hand.id("inverse")) == 0.5
