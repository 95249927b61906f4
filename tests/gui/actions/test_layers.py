"""Layers that arrive ready: parameters in shapes that fit."""

import numpy as np
from PySide6.QtCore import Qt

from graph_engine.document import edits


def test_p_gives_a_layer_its_parameters(hand, session, opened, said):
    opened("classifier")
    scores = hand.id("scores")
    session.selection.set([hand.id("W"), hand.id("b")])
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Delete)
    session.selection.set([scores])
    hand.key(Qt.Key.Key_P)
    assert set(session.document.graph.inputs(scores)) == {"x", "W", "b"}
    assert session.results.problems == {}
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert set(session.document.graph.inputs(scores)) == {"x"}


def test_parameters_are_fitted_to_other_inputs(app, session, opened, said):
    opened("classifier")
    graph = session.document.graph
    session.do(edits.SetValue(graph.id_of("x"), np.ones((5, 7))), "Change value")
    assert session.results.problems
    app.window.actions_made.trigger("node.refit")
    assert np.shape(graph.node(graph.id_of("W")).value) == (7, 3)
    assert not session.results.problems
