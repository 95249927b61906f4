"""Wires pulled by hand, from either end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import edits
from graph_engine.graph import make_node
from graph_engine.storage import to_bytes


@pytest.fixture
def loose(apple_tax, window):
    """Apple tax with one more op, not wired: a sum below its total."""
    apple_tax.do(edits.AddNode(make_node("n9", "add", "sum"), (520.0, 330.0)), "Add")
    window.area.view.fit()
    apple_tax.history.clear()
    return apple_tax


def sources(session, name):
    graph = session.document.graph
    return {port: graph.node(id).name for port, id in graph.inputs(graph.id_of(name)).items()}


def test_a_wire_is_pulled_from_an_output_to_an_input(hand, loose):
    hand.drag(hand.output("tax"), hand.input("sum", "y"))
    assert sources(loose, "sum") == {"y": "tax"}
    assert loose.history.undoText() == "Connect"


def test_a_wire_is_pulled_from_an_input_to_an_output(hand, loose):
    hand.drag(hand.input("sum", "x"), hand.output("tax"))
    assert sources(loose, "sum") == {"x": "tax"}


def test_from_an_input_the_body_of_a_node_will_do(hand, loose):
    hand.drag(hand.input("sum", "x"), hand.node("apple total"))
    assert sources(loose, "sum") == {"x": "apple total"}


def test_on_a_body_the_first_free_input_is_meant(hand, loose):
    for name in ("tax", "apple total"):
        hand.drag(hand.output(name), hand.node("sum"))
    assert sources(loose, "sum") == {"x": "tax", "y": "apple total"}
    assert loose.results.value(hand.id("sum")) == 201.1


def test_on_a_body_without_a_free_input_the_first_is_replaced(hand, loose):
    hand.drag(hand.output("tax"), hand.node("apple total"))
    assert sources(loose, "apple total") == {"x": "tax", "y": "apple count"}


def test_what_was_in_an_occupied_input_is_replaced_in_one_step(hand, loose):
    before = to_bytes(loose.document)
    hand.drag(hand.output("tax"), hand.input("apple total", "x"))
    assert sources(loose, "apple total") == {"x": "tax", "y": "apple count"}
    assert loose.history.count() == 1
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert to_bytes(loose.document) == before


def test_wires_that_would_make_a_cycle_are_refused_with_a_reason(hand, loose, window):
    before, note = to_bytes(loose.document), window.area.view.editor._note
    sentence = "that would make a cycle: apple total → price → apple total"
    hand.press(hand.output("price"))
    hand.glide(hand.output("price"), hand.input("apple total", "x"))
    assert note.isVisible()
    assert note.text() == sentence
    hand.release(hand.input("apple total", "x"))
    assert not note.isVisible()
    assert window.area.toast.isVisible()
    assert window.area.toast.text() == sentence
    assert to_bytes(loose.document) == before
    assert loose.history.count() == 0


def test_a_node_cannot_feed_itself(hand, loose, said):
    hand.drag(hand.output("sum"), hand.input("sum", "x"))
    assert said == ["“sum” can't feed itself"]
    assert sources(loose, "sum") == {}


def test_a_source_takes_no_wire(hand, loose, said):
    hand.drag(hand.output("price"), hand.node("tax"))
    assert said == ["“tax” holds a value and has no inputs"]


def test_the_end_of_a_wire_is_moved_to_another_input(hand, loose):
    hand.drag(hand.input("price", "y"), hand.input("sum", "x"))
    assert sources(loose, "price") == {"x": "apple total"}
    assert sources(loose, "sum") == {"x": "tax"}
    assert loose.history.count() == 1


def test_the_end_of_a_wire_can_change_places_on_its_node(hand, loose):
    hand.drag(hand.input("price", "x"), hand.input("price", "y"))
    assert sources(loose, "price") == {"y": "apple total"}
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sources(loose, "price") == {"x": "apple total", "y": "tax"}


def test_the_end_of_a_wire_dropped_on_empty_canvas_is_disconnected(hand, loose):
    hand.drag(hand.input("price", "y"), hand.corner())
    assert sources(loose, "price") == {"x": "apple total"}
    assert loose.history.undoText() == "Disconnect"


def test_the_end_of_a_wire_let_go_where_it_was_stays(hand, loose):
    at = hand.input("price", "y")
    hand.press(at)
    hand.glide(at, at - QPoint(60, 0))
    hand.glide(at - QPoint(60, 0), at)
    hand.release(at)
    hand.click(at)
    assert sources(loose, "price") == {"x": "apple total", "y": "tax"}
    assert loose.history.count() == 0


def test_a_new_wire_dropped_on_empty_canvas_is_forgotten_with_escape(hand, loose, window):
    popup = window.area.search_to_add.popup
    for start in (hand.output("tax"), hand.input("sum", "x")):
        hand.drag(start, hand.corner())
        assert popup.isVisible()
        hand.key(Qt.Key.Key_Escape)
        assert not popup.isVisible()
        assert hand.view.hasFocus()
    assert loose.history.count() == 0


def test_pulling_the_same_wire_again_changes_nothing(hand, loose):
    hand.drag(hand.output("tax"), hand.input("price", "y"))
    assert loose.history.count() == 0


def test_nodes_that_cannot_be_the_other_end_are_paled_meanwhile(hand, loose, window):
    nodes = window.area.view.canvas.nodes
    start = hand.output("apple total")
    hand.press(start)
    hand.glide(start, start + QPoint(40, 80))
    pale = {item.look.name for item in nodes.values() if item.opacity() < 1}
    assert pale == {"apple price", "apple count", "tax"}
    hand.move(hand.input("sum", "x"))
    assert nodes[hand.id("sum")].lit_port == "x"
    hand.key(Qt.Key.Key_Escape)
    assert all(item.opacity() == 1 for item in nodes.values())
    assert nodes[hand.id("sum")].lit_port is None


def test_escape_lets_go_of_a_wire(hand, loose, window):
    before = to_bytes(loose.document)
    hand.press(hand.input("price", "y"))
    hand.glide(hand.input("price", "y"), hand.input("sum", "x"))
    hand.key(Qt.Key.Key_Escape)
    assert window.area.view.gesture is None
    hand.release(hand.input("sum", "x"))
    assert to_bytes(loose.document) == before
    assert loose.history.count() == 0
