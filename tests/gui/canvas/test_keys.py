"""The canvas by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from graph_engine.document import Note
from graph_engine.document.edits import SetNote
from gui.canvas.walk import along, step, stops
from tests.hand import ALT, CONTROL, SHIFT


@pytest.fixture
def heard(session):
    texts = []
    session.announced.connect(texts.append)
    return texts


def test_tab_goes_through_nodes_and_wires_and_back(hand, apple_tax, heard):
    hand.click(hand.node("apple price"))
    reached = [hand.id("apple price")]
    for _ in range(9):
        hand.key(Qt.Key.Key_Tab)
        reached.append(apple_tax.selection.only_node or apple_tax.selection.only_edge)
    assert reached[9] == reached[0]
    assert set(reached) == {n.id for n in apple_tax.document.graph.nodes} | set(apple_tax.document.graph.edges)
    assert heard[1] == "Wire from apple price to apple total, input x"
    assert heard[-1] == "apple price, variable, value 100, gradient 2.2"
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert (apple_tax.selection.only_node or apple_tax.selection.only_edge) == reached[8]


def test_tab_reaches_notes_after_all_else_and_enter_writes_on_them(hand, apple_tax, heard):
    apple_tax.do(SetNote("note1", Note("note1", text="ask why", position=(0.0, 900.0))), "note")
    hand.click(hand.node("price"))
    hand.key(Qt.Key.Key_Tab)
    assert apple_tax.selection.only_note == "note1"
    assert heard[-1] == "Note: ask why"
    item = hand.view.canvas.notes.items["note1"]
    on_view = hand.view.mapFromScene(item.sceneBoundingRect()).boundingRect()
    assert hand.view.viewport().rect().intersects(on_view)
    hand.key(Qt.Key.Key_Return)
    assert hand.view.note_editor.isVisible()
    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Tab)
    assert apple_tax.selection.only_node == hand.id("apple price")
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert apple_tax.selection.only_note == "note1"


def test_shift_tab_reaches_the_graph_from_nowhere(hand, apple_tax):
    hand.click(hand.corner())
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert apple_tax.selection


def test_ctrl_tab_leaves_the_canvas(hand, apple_tax):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_Tab, CONTROL)
    assert QApplication.focusWidget() is not hand.view


def test_alt_and_arrows_go_along_wires(hand, apple_tax):
    hand.click(hand.node("apple count"))
    for key, name in (
        (Qt.Key.Key_Right, "apple total"),
        (Qt.Key.Key_Right, "price"),
        (Qt.Key.Key_Right, "price"),
        (Qt.Key.Key_Left, "apple total"),
        (Qt.Key.Key_Down, "tax"),
        (Qt.Key.Key_Up, "apple total"),
    ):
        hand.key(key, ALT)
        assert apple_tax.selection.only_node == hand.id(name)
    assert apple_tax.history.count() == 0


def test_from_a_wire_to_its_ends_and_its_neighbours(apple_tax, hand):
    document = apple_tax.document
    wire, other = hand.edge("apple price", "apple total", "x"), hand.edge("apple count", "apple total", "y")
    assert along(document, wire, 1, 0) == hand.id("apple total")
    assert along(document, wire, -1, 0) == hand.id("apple price")
    assert along(document, wire, 0, 1) == other
    assert along(document, wire, 0, -1) is None
    assert along(document, None, 1, 0) == stops(document)[0]


def test_in_an_empty_document_there_is_nowhere_to_go(session):
    assert step(session.document, None, 1) is None


def test_enter_edits_and_tab_goes_on_to_the_next_source(hand, apple_tax):
    hand.click(hand.node("apple price"))
    hand.key(Qt.Key.Key_Return)
    assert hand.view.editor.isVisible()
    hand.key(Qt.Key.Key_Tab)
    assert hand.view.editor.id == hand.id("apple count")
    hand.key(Qt.Key.Key_Escape)


def test_tab_reaches_an_open_group_before_what_it_holds_and_keys_open_and_close_it(hand, apple_tax, heard):
    apple_tax.selection.set([hand.id("apple total"), hand.id("price")])
    hand.view.setFocus()
    hand.key(Qt.Key.Key_G, CONTROL)
    hand.type("total")
    hand.key(Qt.Key.Key_Return)
    (group,) = apple_tax.document.groups
    held = set(apple_tax.document.groups[group].members)
    apple_tax.selection.set([next(e for e in apple_tax.document.graph.edges if e.source == hand.id("tax")).source])
    reached = []
    for _ in range(12):
        hand.key(Qt.Key.Key_Tab)
        reached.append(set(apple_tax.selection.nodes))
    assert held in reached
    place = reached.index(held)
    assert reached[place + 1] == {hand.id("apple total")}
    assert "total, group, 2 nodes" in heard
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    while set(apple_tax.selection.nodes) != held:
        hand.key(Qt.Key.Key_Backtab, SHIFT)
    hand.key(Qt.Key.Key_Right, ALT)
    assert apple_tax.selection.only_node == hand.id("apple total")
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    hand.key(Qt.Key.Key_C)
    assert group in hand.view.canvas.groups.boxes


def test_a_group_around_one_node_or_alike_to_another_is_no_second_stop(hand, session):
    from graph_engine.document import from_formula

    session.replace(from_formula("y = exp(w*x + b)"), None)
    hand.view.setFocus()
    for names in (["y"],):
        session.selection.set(hand.id(name) for name in names)
        hand.key(Qt.Key.Key_G, CONTROL)
        hand.key(Qt.Key.Key_Return)
    reached = []
    session.selection.set([hand.id("y")])
    while not reached or reached[-1] != {hand.id("y")}:
        hand.key(Qt.Key.Key_Tab)
        reached.append(set(session.selection.nodes))
    graph = session.document.graph
    assert len(reached) == len(graph) + graph.edge_count
