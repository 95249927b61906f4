from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import edits
from graph_engine.graph import make_node
from tests.hand import CONTROL, SHIFT


def places(session):
    graph = session.document.graph
    return {graph.node(id).name: point for id, point in session.document.positions.items()}


def moved(before, now):
    return {name: (now[name][0] - x, now[name][1] - y) for name, (x, y) in before.items() if now[name] != (x, y)}


def test_a_click_selects_and_moves_nothing(hand, apple_tax):
    hand.click(hand.node("tax"))
    assert apple_tax.selection.only_node == hand.id("tax")
    assert apple_tax.history.count() == 0


def test_a_drag_moves_a_node_in_one_step(hand, apple_tax):
    hand.view.actual_size()
    before = places(apple_tax)
    hand.drag(hand.node("tax"), hand.node("tax") + QPoint(60, -30))
    assert moved(before, places(apple_tax)) == {"tax": (60, -30)}
    assert apple_tax.history.count() == 1
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert places(apple_tax) == before


def test_two_drags_of_the_same_node_are_two_steps(hand, apple_tax):
    for _ in range(2):
        hand.drag(hand.node("tax"), hand.node("tax") + QPoint(30, 10))
    assert apple_tax.history.count() == 2


def test_a_drag_back_to_where_it_began_leaves_no_step(hand, apple_tax):
    at = hand.node("tax")
    hand.press(at)
    hand.glide(at, at + QPoint(60, 60))
    hand.glide(at + QPoint(60, 60), at)
    hand.release(at)
    assert apple_tax.history.count() == 0
    assert not apple_tax.dirty


def test_so_does_a_node_that_stands_between_pixels(hand, apple_tax):
    apple_tax.do(edits.Move(((hand.id("tax"), (300.4, 330.7)),)), "Move")
    at = hand.node("tax")
    hand.press(at)
    hand.glide(at, at + QPoint(60, 60))
    hand.glide(at + QPoint(60, 60), at)
    hand.release(at)
    assert apple_tax.history.count() == 1
    assert apple_tax.document.positions[hand.id("tax")] == (300.4, 330.7)


def test_a_trembling_click_is_not_a_drag(hand, apple_tax):
    at = hand.node("tax")
    hand.drag(at, at + QPoint(2, 1), steps=2)
    assert apple_tax.history.count() == 0


def test_what_is_selected_moves_together(hand, apple_tax):
    hand.view.actual_size()
    before = places(apple_tax)
    hand.click(hand.node("tax"))
    hand.click(hand.node("price"), keys=SHIFT)
    hand.drag(hand.node("price"), hand.node("price") + QPoint(40, 20))
    assert moved(before, places(apple_tax)) == {"tax": (40, 20), "price": (40, 20)}
    assert apple_tax.history.count() == 1
    assert len(apple_tax.selection.nodes) == 2


def test_a_click_on_one_of_several_selects_it_alone(hand, apple_tax):
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.click(hand.node("tax"))
    assert apple_tax.selection.only_node == hand.id("tax")


@pytest.mark.parametrize("key", [SHIFT, CONTROL])
def test_a_click_with_shift_or_control_adds_and_takes_away(hand, apple_tax, key):
    hand.click(hand.node("tax"))
    hand.click(hand.node("price"), keys=key)
    assert apple_tax.selection.nodes == {hand.id("tax"), hand.id("price")}
    hand.click(hand.node("tax"), keys=key)
    assert apple_tax.selection.nodes == {hand.id("price")}


def test_zoomed_out_a_node_stays_under_the_pointer(hand, apple_tax, window):
    window.area.view.zoom(0.5)
    to = hand.node("tax") + QPoint(50, 50)
    hand.drag(hand.node("tax"), to)
    assert (hand.node("tax") - to).manhattanLength() <= 2


def test_escape_puts_the_nodes_back(hand, apple_tax, window):
    before, at = places(apple_tax), hand.node("tax")
    hand.press(at)
    hand.glide(at, at + QPoint(60, 60))
    assert places(apple_tax) != before
    hand.key(Qt.Key.Key_Escape)
    hand.move(at + QPoint(90, 90))
    hand.release(at + QPoint(90, 90))
    assert places(apple_tax) == before
    assert apple_tax.history.count() == 0
    assert window.area.view.gesture is None


def loose_node(hand, session, kind="exp"):
    session.do(edits.AddNode(make_node("loose", kind, "loose", None), (0.0, -150.0)), "Add")
    hand.view.fit()
    return session.history.count()


def test_a_node_without_wires_dropped_on_a_wire_is_inserted_in_one_step(hand, apple_tax):
    count = loose_node(hand, apple_tax)
    before = places(apple_tax)["loose"]
    hand.press(hand.node("loose"))
    target = hand.wire("tax", "price", "y")
    hand.glide(hand.node("loose"), target)
    assert hand.view.canvas.edges[hand.edge("tax", "price", "y")].hovered
    hand.release(target)
    graph = apple_tax.document.graph
    assert graph.inputs(hand.id("price"))["y"] == "loose"
    assert graph.inputs("loose") == {"x": hand.id("tax")}
    assert apple_tax.history.count() == count + 1
    assert apple_tax.history.undoText() == "Insert node"
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert graph.inputs(hand.id("price"))["y"] == hand.id("tax")
    assert places(apple_tax)["loose"] == before


def test_a_node_that_passes_over_a_wire_or_has_wires_is_not_inserted(hand, apple_tax):
    count = loose_node(hand, apple_tax)
    hand.press(hand.node("loose"))
    target = hand.wire("tax", "price", "y")
    hand.glide(hand.node("loose"), target)
    hand.glide(target, target + QPoint(0, 150))
    hand.release(target + QPoint(0, 150))
    assert not apple_tax.document.graph.edges_at("loose")
    assert apple_tax.history.undoText() == "Move"
    hand.drag(hand.node("apple count"), hand.wire("tax", "price", "y"))
    assert len(list(apple_tax.document.graph.edges)) == 4
    assert apple_tax.history.count() == count + 2
