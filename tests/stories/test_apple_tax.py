"""The first story: apple tax built by hand from an empty canvas, stepped, undone, redone, saved and opened again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.storage import read, to_bytes
from gui.canvas.appearance import Moment, edge_look, node_look

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def build(hand, session):
    """Drags five nodes in, names them, gives the sources their values, and wires them."""
    middle = hand.view.viewport().mapTo(hand.window, hand.view.viewport().rect().center())
    for kind, name, value, x, y in (
        ("variable", "apple price", "100", -260, -220),
        ("variable", "apple count", "2", -260, -90),
        ("variable", "tax", "1.1", -60, 40),
        ("multiply", "apple total", None, -40, -160),
        ("multiply", "price", None, 160, -100),
    ):
        hand.drag(hand.entry(kind), middle + QPoint(x, y))
        rename(hand, session, name)
        if value is not None:
            hand.double_click(hand.node(name))
            hand.type(value)
            hand.key(Qt.Key.Key_Return)
    hand.drag(hand.output("apple price"), hand.input("apple total", "x"))
    hand.drag(hand.input("apple total", "y"), hand.output("apple count"))  # from either end
    hand.drag(hand.output("apple total"), hand.input("price", "x"))
    hand.drag(hand.output("tax"), hand.input("price", "y"))


def rename(hand, session, name):
    field = hand.window.inspector.name
    field.setFocus()
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type(name)
    hand.key(Qt.Key.Key_Return)
    hand.view.setFocus()
    assert session.document.graph.node(session.selection.only_node).name == name


def picture(session):
    """Everything that is drawn, as data."""
    moment = Moment(session.document, session.results, session.playhead.seen(), session.playhead.step)
    graph = session.document.graph
    nodes = {node.id: (node_look(moment, node.id), session.document.positions[node.id]) for node in graph.nodes}
    return nodes, {edge: edge_look(moment, edge) for edge in graph.edges}


def numbers(session):
    graph, results = session.document.graph, session.results
    gradients = {name: results.gradient(graph.id_of(name)) for name in ("apple price", "apple count", "tax")}
    return results.value(graph.id_of("price")), gradients


def test_apple_tax_from_an_empty_canvas_to_a_reopened_file(hand, session, window, tmp_path):
    build(hand, session)
    exact = {"apple price": 2.2, "apple count": 110.00000000000001, "tax": 200.0}
    assert numbers(session) == (220.00000000000003, exact)

    window.actions_made.trigger("run.reset")
    told = []
    for _ in range(session.playhead.last):
        hand.key(Qt.Key.Key_Period)
        told.append(window.area.narration.plain())
    assert any("apple total = apple price × apple count = 100 × 2 = 200" in text for text in told)
    assert any("∂price/∂apple price = upstream × local = 1.1 × 2 = 2.2" in text for text in told)
    window.area.bar.finish()

    built, drawn = to_bytes(session.document), picture(session)
    while session.history.canUndo():
        hand.key(Qt.Key.Key_Z, CONTROL)
    assert len(session.document.graph) == 0
    assert not window.area.view.canvas.nodes
    assert not window.area.view.canvas.edges
    while session.history.canRedo():
        hand.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert to_bytes(session.document) == built
    assert numbers(session) == (220.00000000000003, exact)
    assert picture(session) == drawn

    from gui.session import files

    path = tmp_path / "apple_tax.json"
    assert files.save(session, path)
    assert not session.dirty
    window.actions_made.trigger("file.new")
    assert len(session.document.graph) == 0
    assert files.open_file(session, path)
    assert to_bytes(session.document) == built == path.read_bytes()
    assert picture(session) == drawn
    assert to_bytes(read(path)) == built


def test_a_price_changed_in_place_is_evaluated_while_it_is_typed(hand, apple_tax):
    hand.double_click(hand.node("apple price"))
    hand.type("30")
    assert apple_tax.results.value(hand.id("price")) == pytest.approx(66.0)
    hand.type("0")
    assert apple_tax.results.value(hand.id("price")) == pytest.approx(660.0)
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.history.count() == 1
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.results.value(hand.id("price")) == 220.00000000000003
