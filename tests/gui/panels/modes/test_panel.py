"""Forward against reverse mode: each sweep fills a column and a row, with the engine's numbers and counts."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

import graph_engine as ge
from graph_engine.document import Document, edits
from graph_engine.explain import Question, exact
from tests.eyes import look, words


@pytest.fixture
def panel(window, qapp):
    dock = window.docks["modes"]
    dock.show()
    dock.raise_()
    qapp.processEvents()
    return dock.widget()


def press(hand, panel, name):
    hand.click(hand.on(panel.buttons[name]))


def jacobian(session, targets, sources):
    graph = session.document.graph
    evaluation = ge.evaluate(graph)
    ids = [[graph.id_of(name) for name in names] for names in (targets, sources)]
    blocks = [[np.atleast_2d(ge.jacobian(evaluation, target, source).value) for source in ids[1]] for target in ids[0]]
    return np.block(blocks)


def test_many_inputs_and_one_output_reverse_mode_is_done_after_one_sweep(opened, hand, panel):
    session = opened("many_inputs")
    expected = jacobian(session, ["y"], "abcde")
    press(hand, panel, "step-forward")
    np.testing.assert_allclose(panel.reverse.map.matrix, expected, rtol=1e-12)
    assert panel.reverse.map.known.all()
    assert panel.forward.map.known.tolist() == [[True, False, False, False, False]]
    np.testing.assert_allclose(panel.forward.map.matrix[0, 0], expected[0, 0], rtol=1e-12)
    assert words(panel.forward.cost) == "sweep 1 of 5 4 of 18 multiplications"
    assert words(panel.reverse.cost) == "sweep 1 of 1 13 of 13 multiplications"
    assert "Reverse mode needs 13 multiplications, forward mode 18." in words(panel.verdict)
    press(hand, panel, "skip-forward")
    np.testing.assert_allclose(panel.forward.map.matrix, expected, rtol=1e-12)
    assert words(panel.verdict).endswith("✓ the same Jacobian")


def test_one_input_and_many_outputs_forward_mode_is_done_after_one_sweep(opened, hand, panel):
    session = opened("many_outputs")
    expected = jacobian(session, ["sin(u)", "cos(u)", "u²", "exp(u)", "tanh(u)"], ["t"])
    press(hand, panel, "step-forward")
    np.testing.assert_allclose(panel.forward.map.matrix, expected, rtol=1e-12)
    assert panel.reverse.map.known.sum() == 1
    assert words(panel.forward.cost) == "sweep 1 of 1 6 of 6 multiplications"
    assert words(panel.reverse.cost) == "sweep 1 of 5 2 of 10 multiplications"
    assert "Forward mode needs 6 multiplications, reverse mode 10." in words(panel.verdict)


def test_every_number_can_be_read(opened, panel):
    session = opened("classifier")
    evaluation = ge.evaluate(session.document.graph)
    loss = session.document.graph.id_of("loss")
    found = ge.gradients(evaluation, loss).nodes
    panel.go(panel.race.last)
    said = []
    for column in range(panel.race.columns):
        panel.reverse.map.point((0, column))
        said.append(words(panel.readout))
    assert said == [
        f"∂loss/∂{name}{list(place)} = {exact(float(array[place]))}"
        for name in ("x", "W", "b")
        for array in [np.asarray(found[session.document.graph.id_of(name)])]
        for place in np.ndindex(array.shape)
    ]


def test_a_cell_that_is_not_known_yet_keeps_its_number_to_itself(opened, hand, panel):
    opened("many_inputs")
    press(hand, panel, "step-forward")
    panel.forward.map.point((0, 4))
    assert words(panel.readout) == "∂y/∂e = ?"


def test_a_cell_under_the_pointer_lights_the_wires_of_its_sweep(opened, hand, panel):
    session = opened("many_inputs")
    press(hand, panel, "step-forward")
    map_ = panel.forward.map
    hand.move(map_.mapTo(hand.window, map_.place_of((0, 0))))
    lit = {node.name for node in session.document.graph.nodes if not look(session, node.name).dimmed}
    assert lit == {"a", "sin(a)", "s", "v", "y"}
    hand.move(hand.on(panel.hint))
    assert session.spotlight.nodes is None


def test_stepping_back_and_playing(opened, hand, panel, qtbot):
    opened("many_inputs")
    for _ in range(3):
        press(hand, panel, "step-forward")
    press(hand, panel, "step-back")
    assert panel.count.text() == "2 / 5"
    assert panel.forward.map.known.sum() == 2
    press(hand, panel, "skip-back")
    assert not panel.buttons["step-back"].isEnabled()
    panel._timer.setInterval(5)
    press(hand, panel, "play")
    assert panel.playing
    qtbot.waitUntil(lambda: not panel.playing)
    assert panel.count.text() == "5 / 5"


def test_it_follows_a_value_and_keeps_its_place(opened, hand, panel):
    session = opened("many_inputs")
    press(hand, panel, "step-forward")
    session.do(edits.SetValue(hand.id("e"), 0.7), "Change value")
    assert panel.count.text() == "1 / 5"
    np.testing.assert_allclose(panel.reverse.map.matrix, jacobian(session, ["y"], "abcde"), rtol=1e-12)


def test_both_ends_can_be_chosen(opened, hand, panel):
    session = opened("many_outputs")
    hand.click(hand.on(panel.target.pick))
    hand.click(hand.node("u"))
    assert (panel.race.rows, panel.race.columns) == (1, 1)
    assert panel.target.box.currentText() == "u"
    panel.source.box.setFocus()
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Down)
    assert panel.source.box.currentText() == "ω"
    panel.go(1)
    np.testing.assert_allclose(panel.forward.map.matrix, jacobian(session, ["u"], ["ω"]))


def test_what_is_too_large_to_watch_is_still_counted(session, panel):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.ones(100))
    y = graph.add("square", "y", x=x)
    session.replace(Document(graph, {x: (0.0, 0.0), y: (200.0, 0.0)}, y), None)
    assert "100 × 100 is more than can be drawn" in words(panel.verdict)
    assert "Both modes cost the same." in words(panel.verdict)
    assert not panel.forward.map.isVisible()
    assert not panel.buttons["play"].isEnabled()


def test_a_large_jacobian_is_summed_up(session, panel, hand):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.arange(150.0))
    z = graph.add("square", "z", x=x)
    y = graph.add("sum", "y", x=z)
    session.replace(Document(graph, {x: (0.0, 0.0), z: (100.0, 0.0), y: (200.0, 0.0)}, y), None)
    assert "1 × 150 is too large to draw entry by entry" in words(panel.verdict)
    assert "up to 1 × 3 of them and shows the largest" in words(panel.verdict)
    assert "Reverse mode needs 2 multiplications, forward mode 300." in words(panel.verdict)
    hand.click(hand.on(panel.buttons["step-forward"]))
    assert "sweep 3 of 150" in words(panel.forward.cost)
    assert "sweep 1 of 1" in words(panel.reverse.cost)
    hand.click(hand.on(panel.buttons["skip-forward"]))
    expected = [max(range(first, min(first + 3, 150))) * 2.0 for first in range(0, 150, 3)]
    assert panel.forward.map.matrix.tolist() == panel.reverse.map.matrix.tolist() == [expected]
    panel.forward.map.point((0, 1))
    assert words(panel.readout) == "∂y/∂x[5] = 10"
    hand.click(panel.forward.map.mapTo(hand.window, panel.forward.map.place_of((0, 1))))
    assert session.inquiry.question == Question("gradient", x, (5,))


def test_hidden_it_rests(opened, hand, panel, window):
    session = opened("many_inputs")
    press(hand, panel, "play")
    before = panel.race
    window.docks["inspector"].raise_()
    hand.click(hand.corner() + QPoint(2, 2))
    assert not panel.playing
    session.do(edits.SetValue(hand.id("e"), 0.7), "Change value")
    assert panel.race is before


def test_without_a_graph_it_says_so(session, panel):
    session.replace(Document(), None)
    assert words(panel.verdict) == "Nothing here has derivatives yet."
