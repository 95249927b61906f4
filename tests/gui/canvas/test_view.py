"""Zoom, pan, keys and menus of the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from graph_engine.storage import to_bytes
from tests.hand import CONTROL, SHIFT


@pytest.mark.parametrize("notches", [1, 3, -2])
def test_the_wheel_zooms_at_the_pointer(hand, apple_tax, notches):
    at = hand.node("price")
    under, scale = hand.view.mapToScene(hand.view.mapFrom(hand.window, at)), hand.view.scale_now
    hand.wheel(at, notches)
    assert (hand.view.scale_now > scale) == (notches > 0)
    assert (hand.place(under.x(), under.y()) - at).manhattanLength() <= 2


def test_zoom_has_limits(hand, apple_tax):
    for notches in (100, -200):
        hand.wheel(hand.node("tax"), notches)
        assert 0.05 <= hand.view.scale_now <= 4.0


def test_two_fingers_on_a_touchpad_pan(hand, apple_tax):
    before, scale = hand.node("tax"), hand.view.scale_now
    hand.wheel(before, 0.2, pixels=QPoint(10, -24))
    assert hand.node("tax") == before + QPoint(10, -24)
    assert hand.view.scale_now == scale


def test_a_pinch_zooms(hand, apple_tax):
    scale, at = hand.view.scale_now, QPointF(200, 200)
    kind = Qt.NativeGestureType.ZoomNativeGesture
    device = QPointingDevice.primaryPointingDevice()
    pinch = QNativeGestureEvent(kind, device, 2, at, at, at, 0.25, QPointF())
    QApplication.sendEvent(hand.view.viewport(), pinch)
    assert hand.view.scale_now == pytest.approx(1.25 * scale)


def test_f_frames_the_selection_and_home_frames_everything(hand, apple_tax):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_F)
    room = hand.view.viewport().rect().marginsRemoved(hand.view.covered).center()
    shown = hand.view.canvas.nodes[hand.id("tax")].extent().center()
    assert (hand.view.mapFromScene(shown) - room).manhattanLength() <= 3
    for _ in range(3):
        hand.wheel(hand.corner(), 4)
    hand.key(Qt.Key.Key_Home)
    everything = hand.view.mapFromScene(hand.view.canvas.bounds()).boundingRect()
    assert hand.view.viewport().rect().contains(everything)


def test_ctrl_0_is_actual_size_and_plus_and_minus_zoom(hand, apple_tax):
    hand.key(Qt.Key.Key_Plus, CONTROL)
    hand.key(Qt.Key.Key_Plus, CONTROL)
    hand.key(Qt.Key.Key_Minus, CONTROL)
    assert hand.view.scale_now != 1
    hand.key(Qt.Key.Key_0, CONTROL)
    assert hand.view.scale_now == pytest.approx(1)


def test_a_new_document_is_shown_whole(hand, opened):
    hand.wheel(hand.middle(), 20)
    opened("apples_and_oranges")
    everything = hand.view.mapFromScene(hand.view.canvas.bounds()).boundingRect()
    assert hand.view.viewport().rect().contains(everything)


def test_arrows_nudge_and_with_shift_by_a_grid_step(hand, apple_tax):
    hand.click(hand.node("tax"))
    for key, keys in (
        (Qt.Key.Key_Right, None),
        (Qt.Key.Key_Down, SHIFT),
        (Qt.Key.Key_Up, None),
        (Qt.Key.Key_Left, SHIFT),
    ):
        hand.key(key, keys or Qt.KeyboardModifier.NoModifier)
    assert apple_tax.document.positions[hand.id("tax")] == (300 + 2 - 24, 330 - 2 + 24)
    assert apple_tax.history.count() == 4


def test_with_nothing_selected_arrows_scroll(hand, apple_tax):
    hand.view.setFocus()
    before = hand.node("tax")
    hand.key(Qt.Key.Key_Right)
    assert hand.node("tax") == before - QPoint(40, 0)
    assert apple_tax.history.count() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_removes_nodes_with_their_wires_in_one_step(hand, apple_tax, key):
    before = to_bytes(apple_tax.document)
    hand.click(hand.node("apple total"))
    hand.key(key)
    assert not apple_tax.document.graph.has_name("apple total")
    assert len(list(apple_tax.document.graph.edges)) == 1
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert to_bytes(apple_tax.document) == before
    hand.key(Qt.Key.Key_Y, CONTROL)
    assert not apple_tax.document.graph.has_name("apple total")


def test_ctrl_delete_joins_the_neighbours(hand, apple_tax, said):
    hand.drag(hand.entry("exp"), hand.wire("tax", "price", "y"))
    before = to_bytes(apple_tax.document)
    hand.click(hand.node("exp"))
    hand.key(Qt.Key.Key_Delete, CONTROL)
    assert apple_tax.document.graph.inputs(hand.id("price"))["y"] == hand.id("tax")
    assert apple_tax.history.undoText() == "Delete and join"
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert to_bytes(apple_tax.document) == before
    hand.click(hand.node("apple total"))
    hand.key(Qt.Key.Key_Delete, CONTROL)
    assert to_bytes(apple_tax.document) == before
    assert said == ["“apple total” is fed by apple price, apple count: which of them should go on is not clear"]


def test_everything_can_be_deleted_even_the_target(hand, apple_tax):
    hand.key(Qt.Key.Key_A, CONTROL)
    assert len(apple_tax.selection.nodes) == 5
    assert len(apple_tax.selection.edges) == 4
    hand.key(Qt.Key.Key_Delete)
    assert len(apple_tax.document.graph) == 0
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.document.target == hand.id("price")


def test_escape_selects_nothing(hand, apple_tax):
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.key(Qt.Key.Key_Escape)
    assert not apple_tax.selection


def test_ctrl_d_duplicates_with_inner_wires(hand, apple_tax):
    hand.click(hand.node("apple price"))
    hand.click(hand.node("apple total"), keys=SHIFT)
    hand.key(Qt.Key.Key_D, CONTROL)
    graph = apple_tax.document.graph
    assert graph.inputs(hand.id("apple total 2")) == {"x": hand.id("apple price 2")}
    assert apple_tax.history.count() == 1


def test_ctrl_c_and_v_copy_and_ctrl_x_cuts(hand, apple_tax):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_C, CONTROL)
    hand.key(Qt.Key.Key_V, CONTROL)
    assert apple_tax.selection.only_node == hand.id("tax 2")
    hand.key(Qt.Key.Key_X, CONTROL)
    assert not apple_tax.document.graph.has_name("tax 2")
    hand.key(Qt.Key.Key_V, CONTROL)
    assert apple_tax.document.graph.has_name("tax 2")


def test_t_differentiates_the_selected_node(hand, apple_tax):
    hand.click(hand.node("apple total"))
    hand.key(Qt.Key.Key_T)
    assert apple_tax.document.target == apple_tax.results.target == hand.id("apple total")
    assert apple_tax.results.gradient(hand.id("tax")) is None
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.results.target == hand.id("price")


def test_ctrl_l_tidies_in_one_step(hand, apple_tax):
    hand.drag(hand.node("tax"), hand.node("tax") + QPoint(-250, 40))
    before = dict(apple_tax.document.positions)
    hand.key(Qt.Key.Key_L, CONTROL)
    assert apple_tax.document.positions != before
    assert apple_tax.history.count() == 2
    graph, places = apple_tax.document.graph, apple_tax.document.positions
    assert all(places[edge.source][0] < places[edge.target][0] for edge in graph.edges)
    hand.key(Qt.Key.Key_L, CONTROL)
    assert apple_tax.history.count() == 2
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.document.positions == before


def test_tidying_a_selection_leaves_the_others_where_they_are(hand, apple_tax):
    before = dict(apple_tax.document.positions)
    hand.click(hand.node("apple price"))
    hand.click(hand.node("price"), keys=SHIFT)
    hand.key(Qt.Key.Key_L, CONTROL)
    changed = {id for id, place in apple_tax.document.positions.items() if place != before[id]}
    assert changed <= {hand.id("apple price"), hand.id("price")}


@pytest.mark.parametrize(
    ("where", "entry"),
    [
        (lambda hand: hand.node("tax"), "edit.target"),
        (lambda hand: hand.wire("tax", "price", "y"), "edit.delete"),
        (lambda hand: hand.corner(), "edit.paste"),
    ],
)
def test_the_right_button_offers_what_belongs_to_the_thing_under_it(hand, apple_tax, where, entry):
    assert entry in hand.context_menu(where(hand))


def test_the_right_button_selects_the_node_it_points_at(hand, apple_tax):
    hand.context_menu(hand.node("tax"))
    assert apple_tax.selection.only_node == hand.id("tax")


def test_the_right_button_selects_the_wire_it_points_at(hand, apple_tax):
    hand.context_menu(hand.wire("tax", "price", "y"))
    assert apple_tax.selection.only_edge == hand.edge("tax", "price", "y")


def test_the_right_button_keeps_a_selection_that_it_points_into(hand, apple_tax):
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.context_menu(hand.node("tax"))
    assert len(apple_tax.selection.nodes) == 5


def test_what_the_pointer_is_over_is_marked_until_it_leaves(hand, apple_tax):
    item = hand.view.canvas.nodes[hand.id("tax")]
    hand.move(hand.corner())
    hand.move(hand.node("tax"))
    assert item.hovered
    hand.move(hand.corner())
    assert not item.hovered
