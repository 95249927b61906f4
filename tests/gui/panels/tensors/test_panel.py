"""The tensors panel: every number it shows is the engine's."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

import graph_engine as ge
from graph_engine.differentiate import local_cell, local_matrix
from graph_engine.document import Document, edits
from graph_engine.explain import exact, short
from gui.heat import Scale, spanning, symmetric
from gui.panels.tensors.statistics import histogram, statistics
from tests.eyes import words
from tests.hand import CONTROL

VALUE, GRADIENT, LOCAL = range(3)


@pytest.fixture
def panel(window, qapp):
    dock = window.docks["tensors"]
    dock.show()
    dock.raise_()
    qapp.processEvents()
    return dock.widget()


def show(session, graph, target):
    session.replace(Document(graph, {node.id: (0.0, 0.0) for node in graph.nodes}, target), None)


def read_all(panel):
    """Every cell, as the line below the heat map says it."""
    found = {}
    for cell in np.ndindex(panel.map.matrix.shape):
        panel.map.point(cell)
        name, _, number = words(panel.readout).partition(" = ")
        found[name] = number
    return found


def cell(hand, panel, row, column):
    return panel.map.mapTo(hand.window, panel.map.place_of((row, column)))


def entries(name, array):
    return {f"{name}{list(index) if index else ''}": exact(float(array[index])) for index in np.ndindex(array.shape)}


@pytest.mark.parametrize("name", ["x", "W", "b", "scores", "loss"])
def test_values_and_gradients_are_those_of_the_engine(opened, hand, panel, name):
    session = opened("classifier")
    evaluation = ge.evaluate(session.document.graph)
    gradients = ge.gradients(evaluation, hand.id("loss"))
    hand.click(hand.node(name))
    value, gradient = np.asarray(evaluation.value(hand.id(name))), np.asarray(gradients.nodes[hand.id(name)])
    assert read_all(panel) == entries(name, value)
    panel.tabs.setCurrentIndex(GRADIENT)
    assert read_all(panel) == entries(f"∂loss/∂{name}", gradient)
    found = statistics(gradient)
    shown = [short(x) for x in (gradient.min(), gradient.max(), gradient.mean(), gradient.std())]
    assert words(panel.numbers).split()[1::2] == [*shown, str(int((gradient == 0).sum())), "0"]
    assert found.size == gradient.size
    counts, edges = histogram(gradient)
    np.testing.assert_array_equal(panel.histogram.counts, counts)
    np.testing.assert_array_equal(panel.histogram.edges, edges)
    assert counts.sum() == gradient.size


def test_a_wire_has_its_own_gradient_and_local_derivative(opened, hand, panel):
    session = opened("two_paths")
    evaluation = ge.evaluate(session.document.graph)
    found = ge.gradients(evaluation, hand.id("e"))
    wire = hand.edge("b", "c", "y")
    session.selection.set(edges=[wire])
    assert panel.heading.text() == "b → c"
    panel.tabs.setCurrentIndex(GRADIENT)
    assert words(panel.readout) == f"∂e/∂b = {exact(found.edges[wire])}"
    panel.tabs.setCurrentIndex(LOCAL)
    assert words(panel.readout) == "∂c/∂b = 1"
    assert panel.words.text() == "A number: one entry in, one entry out."


@pytest.mark.parametrize(
    ("op", "shape", "words"),
    [
        ("softmax", (4,), "4 × 4 matrix, dense: each entry of the output depends on each entry of the input."),
        ("relu", (4,), "4 × 4 matrix, diagonal: each entry of the output depends on its own entry of the input alone."),
        ("softmax", (2, 3), "6 × 6 matrix, 2 blocks of 3 × 3 along the diagonal"),
    ],
)
def test_a_small_local_jacobian_is_shown_whole(session, panel, op, shape, words):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.arange(1.0, 1 + np.prod(shape)).reshape(shape))
    y = graph.add(op, "y", x=x)
    show(session, graph, y)
    panel.tabs.setCurrentIndex(LOCAL)
    matrix = local_matrix(ge.evaluate(graph), ge.Edge(x, y, "x"))
    expected = {
        f"∂y{list(row)}/∂x{list(column)}": exact(
            float(matrix[np.ravel_multi_index(row, shape), np.ravel_multi_index(column, shape)])
        )
        for row in np.ndindex(shape)
        for column in np.ndindex(shape)
    }
    assert read_all(panel) == expected
    assert panel.words.text().startswith(words)


def test_a_large_diagonal_is_shown_as_its_entries(session, panel):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.linspace(-1, 1, 100))
    y = graph.add("tanh", "y", x=x)
    show(session, graph, y)
    panel.tabs.setCurrentIndex(LOCAL)
    np.testing.assert_allclose(panel.map.matrix.ravel(), 1 - np.tanh(np.linspace(-1, 1, 100)) ** 2, rtol=1e-12)
    assert "100 × 100 matrix, diagonal" in panel.words.text()


def test_of_a_jacobian_too_large_any_cell_is_told_on_request(session, hand, panel):
    graph = ge.Graph()
    rng = np.random.default_rng(0)
    x, w = (
        graph.add("variable", "x", value=rng.normal(size=(60, 40))),
        graph.add("parameter", "W", value=rng.normal(size=(40, 30))),
    )
    z = graph.add("dot", "z", x=x, W=w)
    show(session, graph, z)
    panel.tabs.setCurrentIndex(LOCAL)
    assert not panel.map.isVisible()
    assert panel.words.text() == (
        "1800 × 2400 matrix, an entry of the input reaches at most 30 of 1800 entries of the output."
    )
    evaluation, edge = ge.evaluate(graph), ge.Edge(x, z, "x")
    for place, box in enumerate((*panel.row.boxes, *panel.place.boxes)):
        hand.click(hand.on(box))
        hand.key(Qt.Key.Key_A, CONTROL)
        hand.type(str((3, 4, 3, 7)[place]))
        hand.key(Qt.Key.Key_Return)
    assert words(panel.readout) == f"∂z[3, 4]/∂x[3, 7] = {exact(local_cell(evaluation, edge, (3, 4), (3, 7)))}"
    assert local_cell(evaluation, edge, (3, 4), (3, 7)) == graph.node(w).value[7, 4]
    panel.input.setCurrentIndex(1)
    panel.input.activated.emit(1)
    assert words(panel.readout).startswith("∂z[3, 4]/∂W[0, 0] = ")


def test_of_more_than_two_axes_a_slice_is_chosen(session, hand, panel):
    graph = ge.Graph()
    value = np.random.default_rng(0).normal(size=(2, 3, 4, 5))
    x = graph.add("variable", "x", value=value)
    show(session, graph, graph.add("sum", "s", x=x))
    session.selection.set([x])
    np.testing.assert_array_equal(panel.map.matrix, value[0, 0])
    panel.slice.boxes[1].setFocus()
    hand.key(Qt.Key.Key_Up)
    hand.key(Qt.Key.Key_Up)
    np.testing.assert_array_equal(panel.map.matrix, value[0, 2])
    panel.map.point((3, 1))
    assert words(panel.readout) == f"x[0, 2, 3, 1] = {exact(value[0, 2, 3, 1])}"


def test_the_number_under_the_pointer(opened, hand, panel):
    opened("classifier")
    hand.click(hand.node("W"))
    hand.move(cell(hand, panel, 1, 2))
    assert words(panel.readout) == "W[1, 2] = −0.2"
    hand.move(hand.on(panel.heading))
    assert words(panel.readout) == "Point at a cell, or move with the arrow keys; click it to ask why."


def test_the_keyboard_moves_from_cell_to_cell(opened, hand, panel):
    opened("classifier")
    hand.click(hand.node("W"))
    panel.map.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        hand.key(key)
    assert panel.map.cell == (1, 1)
    assert words(panel.readout) == "W[1, 1] = 0.3"


def test_it_follows_a_value_and_the_scale_can_be_held(opened, hand, panel):
    session = opened("classifier")
    hand.click(hand.node("b"))
    assert panel.map.scale == Scale(-0.1, 0.1)
    hand.click(hand.on(panel.scale.hold))
    session.do(edits.SetValue(hand.id("b"), np.array([0.5, 1.0, -4.0])), "Change value")
    assert panel.map.matrix.tolist() == [[0.5, 1.0, -4.0]]
    assert panel.map.scale == Scale(-0.1, 0.1)
    hand.click(hand.on(panel.scale.hold))
    assert panel.map.scale == Scale(-4.0, 4.0)
    hand.click(hand.on(panel.scale.limit))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type("2")
    hand.key(Qt.Key.Key_Return)
    assert panel.map.scale == Scale(-2.0, 2.0)
    assert panel.scale.hold.isChecked()


def test_what_has_not_happened_yet_is_not_shown(opened, hand, panel):
    session = opened("classifier")
    hand.click(hand.node("scores"))
    session.playhead.go(0)
    assert not panel.map.isVisible()
    assert panel.words.text() == "Not computed yet, or something is missing."
    session.playhead.go(1)
    assert panel.map.isVisible()
    panel.tabs.setCurrentIndex(GRADIENT)
    assert not panel.map.isVisible()


def test_nan_infinity_and_nothing_at_all(session, panel):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[1.0, float("nan"), float("inf"), 0.0])
    empty = graph.add("variable", "empty", value=np.zeros((0, 3)))
    show(session, graph, graph.add("exp", "y", x=x))
    session.selection.set([x])
    assert words(panel.numbers) == "least 0 most 1 mean 0.5 deviation 0.5 zeros 1 NaN 1 infinite 1"
    assert read_all(panel) == {"x[0]": "1", "x[1]": "NaN", "x[2]": "∞", "x[3]": "0"}
    panel.map.repaint()
    session.selection.set([empty])
    assert panel.words.text() == "It has no entries."
    session.replace(Document(), None)
    assert panel.words.text() == "Select a node or a wire."


def test_colours_tell_signs_apart_and_zero_from_both(session, panel):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[-2.0, 0.0, 2.0])
    show(session, graph, graph.add("exp", "y", x=x))
    session.selection.set([x])
    below, zero, above = panel.map.colours()[0].astype(int)
    assert below[0] > below[2], "brown"
    assert above[0] < above[1], "teal"
    assert zero.min() > 230


def test_scales():
    assert symmetric(np.array([-3.0, 1.0, np.nan, np.inf])) == Scale(-3.0, 3.0)
    assert spanning(np.array([2.0, 5.0])) == Scale(2.0, 5.0)
    assert spanning(np.array([-1.0, 5.0])) == Scale(-5.0, 5.0)
    assert Scale(2.0, 5.0).shade(np.array([2.0, 3.5, 5.0, 9.0])).tolist() == [0.0, 0.5, 1.0, 1.0]
    assert Scale(-5.0, -1.0).shade(np.array([-5.0, -1.0])).tolist() == [-1.0, 0.0]
    assert Scale(-2.0, 2.0).shade(np.array([-9.0, -1.0, 0.0, np.inf])).tolist() == [-1.0, -0.5, 0.0, 1.0]


def test_nothing_is_worked_out_while_it_is_hidden(opened, hand, panel, window):
    session = opened("classifier")
    before = panel.shown
    window.docks["inspector"].raise_()
    hand.click(hand.node("b"))
    session.do(edits.SetValue(hand.id("b"), np.array([0.5, 1.0, -4.0])), "Change value")
    assert panel.shown is before
    window.docks["tensors"].raise_()
    hand.click(hand.corner())
    assert panel.shown is not before
