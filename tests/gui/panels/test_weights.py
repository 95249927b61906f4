"""The weights panel: every number of a parameter, as pictures where it weighs pixels."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine import Graph
from gui.panels.weights.reading import as_matrix, as_pictures
from tests.kept_runs import keep


@pytest.fixture
def panel(window, opened, qapp):
    opened("spiral")
    found = window.open_panel("weights")
    qapp.processEvents()
    return found


def test_the_first_layer_of_digits_is_one_picture_for_each_unit(opened, panel, session, qapp):
    _, trainer = keep(opened("digits"), "one", epochs=2)
    qapp.processEvents()
    weight = trainer.values()[session.document.graph.id_of("W1")]
    assert panel.tiles.isVisible()
    assert panel.tiles.pictures.shape == (50, 8, 8)
    np.testing.assert_array_equal(panel.tiles.pictures[7].ravel(), weight[:, 7])
    assert panel.tiles.tile_at(panel.tiles.place_of(49).center()) == 49
    assert panel.tiles.rect().contains(panel.tiles.place_of(49).toRect())


def test_other_weights_are_heat_maps_and_follow_the_run(opened, panel, session, hand, qtbot, qapp):
    run, trainer = keep(opened("digits"), "one", epochs=1)
    qapp.processEvents()
    place = panel.which.findText("W2")
    panel.which.setCurrentIndex(place)
    panel.which.activated.emit(place)
    id = session.document.graph.id_of("W2")
    np.testing.assert_array_equal(panel.map.matrix, trainer.values()[id])
    run.weights = {**run.weights, id: np.full((50, 10), 0.25)}
    session.runs.weighed.emit(run)
    qtbot.waitUntil(lambda: bool((panel.map.matrix == 0.25).all()), timeout=3000)
    hand.move(panel.map.mapTo(panel.window(), panel.map.place_of((3, 2))))
    assert panel.readout.text() == "W2[3,2] = 0.25"


@pytest.mark.parametrize("layout", ["in_out", "out_in"])
def test_both_layouts_give_the_same_pictures(layout):
    graph, weight = Graph(), np.arange(128.0).reshape(64, 2)
    x = graph.add("data", "x", attributes={"dataset": "drawn_digits"})
    W = graph.add("parameter", "W", value=weight if layout == "in_out" else weight.T)
    graph.add("affine", "z", x=x, W=W, attributes={"layout": layout})
    found = as_pictures(graph, W, graph.node(W).value)
    np.testing.assert_array_equal(found[1].ravel(), weight[:, 1])
    assert as_pictures(graph, x, np.zeros((64, 2))) is None


def test_any_array_is_a_matrix():
    assert as_matrix(2.0).shape == (1, 1)
    assert as_matrix(np.zeros(5)).shape == (1, 5)
    assert as_matrix(np.zeros((2, 3, 4))).shape == (6, 4)
