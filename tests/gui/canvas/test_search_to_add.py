"""Search-to-add: opened by key, double-click or a pulled wire; what is typed is what stands there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import compose
from graph_engine.storage import to_bytes
from tests.hand import CONTROL


@pytest.fixture
def popup(window):
    return window.area.search_to_add.popup


def texts(popup):
    return [popup.list.item(row).text() for row in range(popup.list.count())]


def names(session):
    return sorted(node.name for node in session.document.graph.nodes)


def feeding(session, name):
    graph = session.document.graph
    return {port: graph.node(id).name for port, id in graph.inputs(graph.id_of(name)).items()}


OPENERS = {
    "Tab": lambda hand: hand.key(Qt.Key.Key_Tab),
    "Space": lambda hand: hand.key(Qt.Key.Key_Space),
    "a double-click": lambda hand: hand.double_click(hand.place(450, -60)),
}


@pytest.mark.parametrize("opener", OPENERS)
def test_it_opens_at_the_pointer_and_enter_adds_there(hand, apple_tax, popup, opener):
    at = hand.place(450, -60)
    hand.click(at)
    OPENERS[opener](hand)
    assert popup.isVisible()
    assert popup.field.hasFocus()
    hand.type("mul")
    assert texts(popup)[0] == "multiply"
    hand.key(Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert hand.view.hasFocus()
    assert (hand.node("multiply") - at).manhattanLength() <= 2
    assert apple_tax.history.undoText() == "Add multiply"


def test_space_and_drag_still_pans(hand, apple_tax, popup):
    before = hand.node("tax")
    hand.click(hand.corner())
    with hand.holding(Qt.Key.Key_Space):
        hand.drag(hand.middle(), hand.middle() + QPoint(30, 20))
    assert not popup.isVisible()
    assert hand.node("tax") == before + QPoint(30, 20)


def test_a_double_click_on_a_node_still_edits_it(hand, apple_tax, popup):
    hand.double_click(hand.node("tax"))
    assert not popup.isVisible()
    assert hand.view.editor.isVisible()


def test_up_and_down_walk_the_list_and_a_click_takes_a_row(hand, apple_tax, popup):
    hand.double_click(hand.corner())
    hand.type("m")
    first = texts(popup)
    hand.key(Qt.Key.Key_Down)
    assert popup.list.currentRow() == 1
    hand.key(Qt.Key.Key_Up)
    hand.key(Qt.Key.Key_Up)
    assert popup.list.currentRow() == len(first) - 1
    row = popup.list.visualItemRect(popup.list.item(len(first) - 1)).center()
    hand.click(popup.list.viewport().mapTo(hand.window, row))
    assert first[-1] == "m"
    assert apple_tax.history.undoText() == "Add variable"
    assert apple_tax.document.graph.has_name("m")


@pytest.mark.parametrize("away", ["escape", "click"])
def test_it_goes_away_and_nothing_is_added(hand, apple_tax, popup, away):
    hand.double_click(hand.corner())
    hand.type("exp")
    if away == "escape":
        hand.key(Qt.Key.Key_Escape)
    else:
        hand.click(hand.place(450, -80))
    assert not popup.isVisible()
    assert hand.view.hasFocus()
    assert apple_tax.history.count() == 0


def test_what_was_used_most_comes_first_and_is_remembered(hand, apple_tax, popup, app):
    for _ in range(2):
        hand.double_click(hand.corner())
        hand.type("tanh")
        hand.key(Qt.Key.Key_Return)
        hand.key(Qt.Key.Key_Delete)
    hand.double_click(hand.corner())
    assert texts(popup)[0] == "tanh"
    assert app.settings.uses() == {"tanh": 2}
    hand.key(Qt.Key.Key_Escape)


def test_a_number_makes_a_constant(hand, session, popup):
    hand.double_click(hand.corner())
    hand.type("-2.5")
    hand.key(Qt.Key.Key_Return)
    (node,) = session.document.graph.nodes
    assert (node.kind, node.name, node.value) == ("constant", "-2.5", -2.5)


def test_a_formula_makes_its_graph_with_the_nodes_that_are_there(hand, apple_tax, popup):
    before = to_bytes(apple_tax.document)
    hand.double_click(hand.corner())
    hand.type("tax * (rate + 1)")
    assert texts(popup)[0] == "tax * (rate + 1)"
    assert popup.note.text() == "Makes 4 nodes; uses tax"
    hand.key(Qt.Key.Key_Return)
    assert names(apple_tax) == [
        "1",
        "add",
        "apple count",
        "apple price",
        "apple total",
        "multiply",
        "price",
        "rate",
        "tax",
    ]
    assert feeding(apple_tax, "multiply") == {"x": "tax", "y": "add"}
    assert len(apple_tax.selection.nodes) == 4
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert to_bytes(apple_tax.document) == before


def test_a_wrong_formula_says_why_and_adds_nothing(hand, apple_tax, popup):
    hand.double_click(hand.corner())
    hand.type("(tax + 1")
    assert popup.note.text() == "column 9: “)” is missing here"
    hand.key(Qt.Key.Key_Return)
    assert popup.isVisible()
    hand.type(")")
    hand.key(Qt.Key.Key_Return)
    assert feeding(apple_tax, "add")["x"] == "tax"


def test_a_new_name_makes_a_variable(hand, session, popup):
    hand.double_click(hand.corner())
    hand.type("zeta")
    hand.key(Qt.Key.Key_Return)
    (node,) = session.document.graph.nodes
    assert (node.kind, node.name) == ("variable", "zeta")


def test_x_times_y_is_the_op_unless_there_is_an_x(hand, session, popup):
    for typed, first in (("x*y", "multiply"), ("x", "variable"), ("x*y", "x*y")):
        hand.double_click(hand.corner())
        hand.type(typed)
        assert texts(popup)[0] == first
        if first == "variable":
            hand.key(Qt.Key.Key_Return)
            hand.drag(hand.node("x"), hand.node("x") + QPoint(200, 200))
        else:
            hand.key(Qt.Key.Key_Escape)


def test_a_wire_pulled_from_an_output_is_offered_what_takes_it(hand, apple_tax, popup):
    before = to_bytes(apple_tax.document)
    at = hand.place(520, 420)
    hand.drag(hand.output("tax"), at)
    assert {"variable", "constant", "x·W"}.isdisjoint(texts(popup))
    assert "dot" not in texts(popup), "a number has no inner size"
    hand.type("square")
    hand.key(Qt.Key.Key_Return)
    assert feeding(apple_tax, "square") == {"x": "tax"}
    assert (hand.input("square", "x") - at).manhattanLength() <= 2
    assert apple_tax.history.count() == 1
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert to_bytes(apple_tax.document) == before


def test_a_wire_pulled_out_stands_in_for_the_new_name_of_a_formula(hand, apple_tax, popup):
    hand.drag(hand.output("tax"), hand.place(520, 420))
    hand.type("u^2 + price")
    hand.key(Qt.Key.Key_Return)
    assert feeding(apple_tax, "power") == {"x": "tax"}
    assert feeding(apple_tax, "add") == {"x": "power", "y": "price"}
    assert not apple_tax.document.graph.has_name("u")


def test_an_input_pulled_backward_is_offered_sources_and_ops(hand, session, popup):
    hand.drag(hand.entry("add"), hand.middle())
    hand.drag(hand.input("add", "x"), hand.input("add", "x") + QPoint(-160, -120))
    assert {"variable", "exp"} <= set(texts(popup))
    hand.type("3")
    hand.key(Qt.Key.Key_Return)
    assert feeding(session, "add") == {"x": "3"}
    hand.drag(hand.input("add", "y"), hand.input("add", "y") + QPoint(-160, 120))
    hand.type('"3" * k')
    hand.key(Qt.Key.Key_Return)
    assert feeding(session, "add") == {"x": "3", "y": "multiply"}
    assert session.history.count() == 3


def test_on_a_wire_it_inserts(hand, apple_tax, popup):
    hand.double_click(hand.wire("tax", "price", "y"))
    hand.type("neg")
    hand.key(Qt.Key.Key_Return)
    assert feeding(apple_tax, "negate") == {"x": "tax"}
    assert feeding(apple_tax, "price")["y"] == "negate"
    assert apple_tax.history.count() == 1


def test_neighbours_give_way_where_there_is_no_room(hand, apple_tax, popup):
    places = dict(apple_tax.document.positions)
    hand.double_click(hand.wire("apple price", "apple total", "x"))
    hand.type("sigmoid")
    hand.key(Qt.Key.Key_Return)
    now = apple_tax.document.positions
    nodes = hand.view.canvas.nodes
    for left, right in (("apple price", "sigmoid"), ("sigmoid", "apple total")):
        start, end = nodes[hand.id(left)].output_point(), nodes[hand.id(right)].input_point("x")
        assert end[0] - start[0] >= 80
    assert now[hand.id("price")][0] > places[hand.id("price")][0]
    assert now[hand.id("apple price")] == places[hand.id("apple price")]
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.document.positions == places


def test_chinese_names_find_in_an_english_window(hand, session, popup):
    hand.double_click(hand.corner())
    popup.field.setText("乘")
    assert texts(popup)[0] == "multiply"
    popup.field.setText("（ａ＋２）＊ｂ")
    hand.key(Qt.Key.Key_Return)
    assert names(session) == ["2", "a", "add", "b", "multiply"]


def test_it_closes_when_what_it_was_to_be_wired_to_goes(hand, apple_tax, popup):
    hand.drag(hand.output("apple total"), hand.place(450, -60))
    assert popup.isVisible()
    apple_tax.do(compose.remove(apple_tax.document, [hand.id("apple total")]), "Delete")
    assert not popup.isVisible()
