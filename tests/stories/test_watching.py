"""A learner presses Train and watches: curves, boundary, predictions and weights of one and the same run."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from graph_engine.document import edits
from graph_engine.training import Predictor, confusion
from gui.panels.training import TrainingPanel
from gui.theme.ramp import rgb
from gui.theme.series import series

LONG = 20_000


@pytest.fixture
def until(qtbot):
    return lambda condition: qtbot.waitUntil(condition, timeout=LONG)


def last_step(curves):
    """How far the curve of the loss is drawn."""
    ends = [strand.ends(log_x=False) for plot in list(curves.plots.values())[:1] for strand in plot.strands.values()]
    return max((end[1] for end in ends if end is not None), default=0)


def test_a_spiral_is_learnt_before_the_eyes(opened, window, hand, until, qapp):
    session = opened("spiral")
    runs = session.runs
    training = session.document.training.with_changes(epochs=0)
    session.do(edits.SetTraining(training), "no end")
    hand.click(hand.on(window.panel(TrainingPanel).buttons["train"]))
    curves = window.open_panel("curves")
    until(lambda: last_step(curves) > 50)
    early = last_step(curves)
    until(lambda: last_step(curves) > early)
    boundary = window.open_panel("boundary")
    until(lambda: boundary.plot is not None and boundary.plot.ground.image is not None)
    before = boundary.plot.ground.image[..., :3].copy()
    until(lambda: boundary.plot.ground.image[..., :3].shape != before.shape
          or bool((boundary.plot.ground.image[..., :3] != before).any()))  # fmt: skip
    window.open_panel("training")
    hand.click(hand.on(window.panel(TrainingPanel).buttons["train"]))  # it says Pause now
    until(lambda: runs.current.state == "paused" and runs.current.weights_step == runs.current.done)

    run = runs.current
    engine = Predictor(run.document, run.training)
    engine.give(run.weights)
    predictions = window.open_panel("predictions")
    until(lambda: predictions.predicted == (run, run.done, 0))
    rows = engine.data.test
    np.testing.assert_array_equal(predictions.matrix.counts, confusion(engine.right(rows), engine.of(rows).classes, 3))
    window.open_panel("boundary")
    qapp.processEvents()
    left, bottom, right, top = boundary.limits
    image = boundary.plot.ground.image
    wide, tall = (right - left) / image.shape[1], (top - bottom) / image.shape[0]
    lattice = [(row, column) for row in range(6, image.shape[0] - 6, 9) for column in range(6, image.shape[1] - 6, 9)]
    around = {(row, column): image[row - 6 : row + 7, column - 6 : column + 7, :3] for row, column in lattice}
    clear = [place for place, colours in around.items() if (colours == colours[0, 0]).all()]
    assert len(clear) > 20, "places away from the lines between classes"
    classes = engine.at([[left + (column + 0.5) * wide, bottom + (row + 0.5) * tall] for row, column in clear]).classes
    expected = [rgb(series(window.theme.tokens, int(kind))) for kind in classes]
    np.testing.assert_array_equal([image[place][:3] for place in clear], expected)
    weights = window.open_panel("weights")
    qapp.processEvents()
    np.testing.assert_array_equal(weights.map.matrix, run.weights[hand.id("W1")])
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(runs.runs) == 1, "undoing what was learnt keeps the run and its curves"
