"""Nodes dragged out of the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.graph import make_node
from graph_engine.storage import to_bytes
from gui.canvas.adding import fresh_name
from gui.widgets.ghost import Ghost


def test_a_node_lands_where_it_is_dropped(hand, apple_tax):
    at = hand.place(450, -60)
    hand.drag(hand.entry("exp"), at)
    id = apple_tax.selection.only_node
    assert apple_tax.document.graph.node(id).kind == "exp"
    assert (hand.node("exp") - at).manhattanLength() <= 2
    assert apple_tax.history.undoText() == "Add exp"
    assert hand.view.hasFocus()


def test_a_source_gets_a_value_and_a_free_letter(hand, session):
    for place in range(3):
        hand.drag(hand.entry("variable"), hand.middle() + QPoint(160 * place - 300, 200))
    nodes = list(session.document.graph.nodes)
    assert [node.name for node in nodes] == ["x", "y", "z"]
    assert [node.value for node in nodes] == [1.0, 1.0, 1.0]


def test_when_the_letters_run_out_they_get_numbers(session):
    graph = session.document.graph
    for place, letter in enumerate("ck"):
        graph.add_node(make_node(f"n{place}", "constant", letter, 1.0))
    assert fresh_name(graph, "constant") not in ("c", "k")
    assert not graph.has_name(fresh_name(graph, "constant"))


def test_dropped_on_a_wire_it_is_inserted_in_one_step(hand, apple_tax):
    before, graph = to_bytes(apple_tax.document), apple_tax.document.graph
    hand.drag(hand.entry("negate"), hand.wire("tax", "price", "y"))
    new = apple_tax.selection.only_node
    assert graph.inputs(new) == {"x": hand.id("tax")}
    assert graph.inputs(hand.id("price"))["y"] == new
    assert apple_tax.results.value(hand.id("price")) == pytest.approx(-220)
    assert apple_tax.history.count() == 1
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert to_bytes(apple_tax.document) == before


def test_the_wire_it_would_go_into_lights_up_meanwhile(hand, apple_tax, window):
    wire, start = hand.wire("tax", "price", "y"), hand.entry("negate")
    item = window.area.view.canvas.edges[hand.edge("tax", "price", "y")]
    hand.press(start)
    hand.glide(start, wire)
    assert item.hovered
    hand.glide(wire, hand.corner())
    assert not item.hovered
    hand.release(hand.corner())


def test_a_source_is_never_inserted_into_a_wire(hand, apple_tax):
    wires = list(apple_tax.document.graph.edges)
    hand.drag(hand.entry("variable"), hand.wire("tax", "price", "y"))
    assert list(apple_tax.document.graph.edges) == wires
    assert len(apple_tax.document.graph) == 6


@pytest.mark.parametrize("panel", ["inspector", "palette_panel"])
def test_dropped_outside_the_canvas_nothing_happens(hand, apple_tax, window, panel):
    start = hand.entry("exp")
    hand.drag(start, hand.on(getattr(window, panel)) + QPoint(0, 60))
    assert len(apple_tax.document.graph) == 5
    assert apple_tax.history.count() == 0


def test_escape_gives_it_up(hand, apple_tax, window):
    start, wire = hand.entry("negate"), hand.wire("tax", "price", "y")
    hand.press(start)
    hand.glide(start, wire)
    assert window.findChild(Ghost).isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert not any(ghost.isVisible() for ghost in window.findChildren(Ghost))
    assert not window.area.view.canvas.edges[hand.edge("tax", "price", "y")].hovered
    hand.move(wire + QPoint(5, 5))
    hand.release(wire)
    assert len(apple_tax.document.graph) == 5


def test_a_double_click_on_an_entry_puts_it_in_the_middle(hand, apple_tax):
    for _ in range(2):
        hand.double_click(hand.entry("exp"))
    places = apple_tax.document.positions
    assert len(set(places.values())) == len(places) == 7


def test_a_click_on_an_entry_creates_nothing(hand, apple_tax):
    hand.click(hand.entry("exp"))
    assert len(apple_tax.document.graph) == 5
