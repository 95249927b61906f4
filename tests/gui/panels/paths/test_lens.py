"""The paths lens: every number it shows is the engine's, a row lights its path, and it rests while it is hidden."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt

import graph_engine as ge
from graph_engine.differentiate import costs
from graph_engine.document import Document, edits
from graph_engine.explain import exact, one_line, short
from gui.panels.paths.found import LISTED, many
from tests.eyes import look, wire_look, words

SHOWN = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def lens(window, qapp):
    dock = window.docks["paths"]
    dock.show()
    dock.raise_()
    qapp.processEvents()
    return dock.widget()


def rows(lens):
    return [lens.rows.index(place).data(SHOWN) for place in range(lens.rows.rowCount())]


def row_at(hand, lens, place):
    index = lens.rows.index(place)
    lens.list.scrollTo(index)
    return lens.list.viewport().mapTo(hand.window, lens.list.visualRect(index).center())


def lit(session):
    return {node.name for node in session.document.graph.nodes if not look(session, node.name).dimmed}


def test_two_paths_are_listed_with_their_products_and_their_sum(opened, lens):
    opened("two_paths")
    assert rows(lens) == ["b → c → e: 1 × 2 = 2", "b → d → e: 1 × 3 = 3"]
    assert "2 paths sum of the products = 5 ∂e/∂b = 5 ✓ equal = d + c = 2 + 3" in words(lens.summary)


def test_three_wires_between_each_pair_are_nine_paths_shown_factored(opened, lens):
    opened("nine_paths")
    assert sorted(int(row.rpartition(" ")[2]) for row in rows(lens)) == sorted(
        a * b for a in (2, 3, 5) for b in (7, 11, 13)
    )
    text = words(lens.summary)
    assert "9 paths" in text
    assert "= (α + β + γ) × (δ + ε + ζ) = (2 + 3 + 5) × (7 + 11 + 13)" in text
    assert text.count("= 310") == 2


@pytest.mark.parametrize("name", ["apple_tax", "apples_and_oranges", "two_paths", "nine_paths", "sigmoid_taken_apart"])
def test_its_numbers_are_those_of_the_engine(opened, lens, name, hand):
    session = opened(name)
    graph, target = session.document.graph, session.document.target
    evaluation = ge.evaluate(graph)
    found = ge.gradients(evaluation, target)
    for node in [n for n in graph.nodes if n.is_source and n.id in found.nodes]:
        session.selection.set([node.id])
        paths = ge.Paths(evaluation, node.id, target)
        assert [row.rpartition(" = ")[2] for row in rows(lens)] == [short(path.product) for path in paths]
        text = words(lens.summary)
        assert f"products = {exact(paths.total)}" in text
        assert f"= {exact(found.nodes[node.id])} ✓" in text
        ahead, back = costs(evaluation, target, node.id)
        wires = sum(len(path.edges) for path in paths)
        assert words(lens.costs).endswith(
            f"sweeps – {ahead.sweeps} {back.sweeps} multiplications {wires} {ahead.operations} {back.operations}"
        )


def test_between_arrays_each_path_carries_a_part_of_the_gradient(session, lens):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[[1, -2], [3, 0.5]])
    y = graph.add("multiply", "y", x=graph.add("tanh", "tanh", x=x), y=x)
    z = graph.add("sum", "z", x=y)
    session.replace(Document(graph, {node.id: (0.0, 0.0) for node in graph.nodes}, z), None)
    evaluation = ge.evaluate(graph)
    parts = [np.tanh(graph.node(x).value), (1 - np.tanh(graph.node(x).value) ** 2) * graph.node(x).value]
    assert {row.partition(": ")[2] for row in rows(lens)} == {one_line(part) for part in parts}
    gradient = ge.gradients(evaluation, z).nodes[x]
    np.testing.assert_allclose(lens.found.total, gradient, rtol=1e-14)
    assert f"∂z/∂x = {one_line(gradient)} ✓ equal" in words(lens.summary)


def test_x_times_x_names_the_port(session, lens):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=3)
    y = graph.add("multiply", "y", x=x, y=x)
    session.replace(Document(graph, {x: (0.0, 0.0), y: (200.0, 0.0)}, y), None)
    assert rows(lens) == ["x → y (x): 3 = 3", "x → y (y): 3 = 3"]


def test_too_many_to_list_are_counted_summed_and_ranked(session, lens, hand, qapp):
    graph = ge.Graph()
    node = graph.add("variable", "x", value=0.5)
    for _ in range(60):
        three = graph.add("add", x=graph.add("add", x=node, y=node), y=node)
        node = graph.add("tanh", x=three)
    session.replace(Document(graph, {n.id: (0.0, 0.0) for n in graph.nodes}, node), None)
    evaluation = ge.evaluate(graph)
    assert lens.rows.rowCount() == LISTED
    assert f"{many(3**60)} paths" in words(lens.summary)
    assert lens.note.text() == f"the first 300 of {many(3**60)}"
    assert f"= {exact(ge.gradients(evaluation, node).nodes['n1'])}" in words(lens.summary)
    qapp.processEvents()
    hand.click(hand.on(lens.largest))
    expected = ge.Paths(evaluation, "n1", node).largest(10)
    assert [path.product for path in lens.rows.paths] == [path.product for path in expected]
    assert not lens.note.isVisible()


def test_a_row_under_the_pointer_lights_its_path_until_the_pointer_leaves(opened, hand, lens, qapp):
    session = opened("nine_paths")
    hand.move(row_at(hand, lens, 0))
    assert lit(session) == {"X", "αX", "αX + βX", "Y", "δY", "δY + εY", "Z"}
    assert wire_look(session, "β", "βX", "y").dimmed
    qapp.sendEvent(lens.list.viewport(), QEvent(QEvent.Type.Leave))
    assert session.spotlight.nodes is None


def test_one_of_two_parallel_wires_is_lit_alone(session, lens, hand):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=3)
    y = graph.add("multiply", "y", x=x, y=x)
    session.replace(Document(graph, {x: (0.0, 0.0), y: (200.0, 0.0)}, y), None)
    hand.move(row_at(hand, lens, 1))
    assert wire_look(session, "x", "y", "x").dimmed
    assert not wire_look(session, "x", "y", "y").dimmed


def test_the_keyboard_lights_one_path_after_the_other(opened, hand, lens):
    session = opened("two_paths")
    hand.click(row_at(hand, lens, 0))
    hand.key(Qt.Key.Key_Down)
    assert lit(session) == {"b", "d", "e"}


def test_hiding_the_panel_lights_all_again(opened, hand, lens, window):
    session = opened("two_paths")
    hand.click(row_at(hand, lens, 0))
    assert session.spotlight.nodes
    window.docks["paths"].hide()
    assert session.spotlight.nodes is None


def test_the_lit_path_goes_when_a_wire_of_it_does(opened, hand, lens):
    session = opened("two_paths")
    hand.click(row_at(hand, lens, 0))
    session.do(edits.Disconnect(hand.edge("c", "e", "x")), "Disconnect")
    assert session.spotlight.nodes is None


def test_the_source_is_the_selected_node_or_the_one_with_most_paths(opened, hand, lens):
    opened("two_paths")
    assert lens.source.box.currentText() == "b"
    hand.click(hand.node("a"))
    assert lens.source.box.currentText() == "a"
    assert rows(lens) == ["a → c → e: 1 × 2 = 2"]
    hand.click(hand.node("c"))
    assert rows(lens) == ["c → e: 2 = 2"]


def test_both_ends_are_picked_on_the_canvas(opened, hand, lens):
    opened("two_paths")
    hand.click(hand.on(lens.target.pick))
    hand.click(hand.node("d"))
    assert not lens.target.pick.isChecked()
    assert lens.target.box.currentText() == "d"
    hand.click(hand.on(lens.source.pick))
    hand.click(hand.node("b"))
    hand.click(hand.node("a"))
    assert rows(lens) == ["b → d: 1 = 1"], "what was picked stays"


def test_both_ends_are_chosen_from_a_list(opened, hand, lens):
    opened("two_paths")
    lens.target.box.setFocus()
    assert [lens.target.box.itemText(i) for i in range(lens.target.box.count())] == ["e", "c", "d", "e"]
    hand.key(Qt.Key.Key_Down)
    assert lens.ends.target == hand.id("c")
    lens.source.box.setFocus()
    hand.key(Qt.Key.Key_End)
    assert lens.ends.source == hand.id("e")
    assert "no path" in words(lens.summary)


def test_it_follows_a_value_as_it_changes_and_keeps_its_row(opened, hand, lens):
    session = opened("two_paths")
    hand.click(row_at(hand, lens, 1))
    session.do(edits.SetValue(hand.id("a"), 7.0), "Change value")
    assert rows(lens) == ["b → c → e: 1 × 2 = 2", "b → d → e: 1 × 8 = 8"]
    assert lens.list.currentIndex().row() == 1
    assert lit(session) == {"b", "d", "e"}


def test_nothing_is_worked_out_while_it_is_hidden(opened, hand, lens, window):
    session = opened("two_paths")
    window.docks["inspector"].raise_()
    hand.click(hand.corner())
    before = lens.found
    session.do(edits.SetValue(hand.id("a"), 7.0), "Change value")
    assert lens.found is before
    window.docks["paths"].raise_()
    hand.click(hand.corner())
    assert rows(lens)[1].endswith("= 8")


def test_without_derivatives_it_says_so(session, lens):
    session.replace(Document(), None)
    assert "Nothing here has derivatives yet." in words(lens.summary)
    assert rows(lens) == []
    assert not lens.costs.isVisible()


def test_the_view_menu_brings_it_to_the_front(window, qapp):
    action = window.docks["paths"].toggleViewAction()
    assert action.text() == "Paths"
    action.trigger()
    qapp.processEvents()
    assert window.panel(type(window.docks["paths"].widget())).isVisible()


def test_a_graph_that_takes_long_is_shown_when_the_numbers_rest(opened, hand, lens, qtbot, monkeypatch):
    session = opened("two_paths")
    monkeypatch.setattr(lens, "_lasted", 1.0)
    for value in (5.0, 6.0, 7.0):
        session.do(edits.SetValue(hand.id("a"), value), "Change value")
    assert rows(lens)[1].endswith("= 3")
    qtbot.waitUntil(lambda: rows(lens)[1].endswith("= 8"))


def test_hundreds_of_nodes_in_a_tangle_are_no_trouble(session, lens):
    graph = ge.Graph()
    row = [graph.add("variable", value=0.1 + place / 10) for place in range(4)]
    for place in range(1500):
        row[place % 4] = graph.add("add", x=graph.add("tanh", x=row[place % 4]), y=row[(place + 1) % 4])
    session.replace(Document(graph, {n.id: (0.0, 0.0) for n in graph.nodes}, row[0]), None)
    assert "✓" in words(lens.summary)
    assert lens.rows.rowCount() == LISTED
