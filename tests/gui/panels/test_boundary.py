"""The boundary panel: its regions are the engine's predictions, its points the rows of the data."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from graph_engine.storage import example, read
from graph_engine.training import Predictor
from gui.theme.ramp import rgb
from gui.theme.series import series
from tests.kept_runs import keep


@pytest.fixture
def panel(window, opened, qapp):
    opened("spiral")
    found = window.open_panel("boundary")
    qapp.processEvents()
    return found


def asked(run, trainer):
    found = Predictor(run.document, run.training)
    found.give(trainer.values())
    return found


def colours_at(panel, points):
    """The colours painted at points of the plane."""
    left, bottom, right, top = panel.limits
    image = panel.plot.ground.image
    rows, columns = image.shape[:2]
    across = np.clip(((points[:, 0] - left) / (right - left) * columns).astype(int), 0, columns - 1)
    up = np.clip(((points[:, 1] - bottom) / (top - bottom) * rows).astype(int), 0, rows - 1)
    return image[up, across]


@pytest.mark.parametrize("name", ["spiral", "xor", "hinge_classifier"])
def test_every_field_has_the_colour_of_the_class_that_the_engine_predicts(opened, panel, window, name, qapp):
    run, trainer = keep(opened(name), "one", epochs=20)
    qapp.processEvents()
    engine = asked(run, trainer)
    left, bottom, right, top = panel.limits
    rows, columns = panel.plot.ground.image.shape[:2]
    up, across = np.divmod(np.arange(rows * columns), columns)
    x, y = left + (across + 0.5) * (right - left) / columns, bottom + (up + 0.5) * (top - bottom) / rows
    classes = engine.at(np.stack([x, y], axis=1)).classes
    expected = np.array([rgb(series(window.theme.tokens, kind)) for kind in range(classes.max() + 1)])[classes]
    painted = (panel.plot.ground.image.reshape(-1, 4)[:, :3] == expected).all(axis=1)
    assert painted.mean() > 0.99, "between the places that were asked, lines may lie a little beside"
    at_rows = colours_at(panel, engine.data.columns[engine.inputs[0]])[:, :3]
    predicted = engine.of(np.arange(len(at_rows))).classes
    same = (at_rows == np.array([rgb(series(window.theme.tokens, kind)) for kind in predicted])).all(axis=1)
    assert same.mean() > 0.97, "only rows within a field of the boundary may stand on another colour"


def test_the_points_are_the_rows_of_both_splits(opened, panel, qapp):
    run, trainer = keep(opened("spiral"), "one", epochs=2)
    qapp.processEvents()
    engine, points = asked(run, trainer), panel.plot.points()
    column = engine.data.columns[engine.inputs[0]]
    for rows, ending in ((engine.data.train, ""), (engine.data.test, ", test")):
        for kind, name in enumerate(engine.data.classes):
            wanted = column[rows[engine.right(rows) == kind]]
            x, y = points[name + ending]
            np.testing.assert_array_equal(np.stack([x, y], axis=1), wanted)


def test_a_step_to_the_right_is_as_long_as_a_step_up_and_the_ground_fills_the_plot(opened, panel, qapp, qtbot, window):
    keep(opened("spiral"), "one", epochs=2)
    qapp.processEvents()

    def seen():
        box, view = panel.plot.box, panel.plot.box.viewRect()
        left, bottom, right, top = panel.limits
        same = np.allclose((view.left(), view.right(), view.top(), view.bottom()), (left, right, bottom, top))
        return same and np.isclose(view.width() / box.width(), view.height() / box.height(), rtol=0.02)

    qtbot.waitUntil(seen, timeout=3000)
    window.resize(1100, 800)
    qtbot.waitUntil(seen, timeout=3000)


def test_a_line_between_regions_has_no_stairs(opened, panel, qapp):
    keep(opened("spiral"), "one", epochs=20)
    qapp.processEvents()
    image = panel.plot.ground.image
    strengths = image[..., 3]
    assert len(np.unique(strengths)) > 50, "it fades out to both sides"
    beside = (np.abs(np.diff(image[..., :3].astype(int), axis=1)).sum(axis=2) > 0).mean()
    assert 0 < (strengths > 150).mean() < 6 * beside, "nothing but the line itself is strong"


@pytest.fixture
def regression(session, tmp_path):
    """A linear function of two inputs, read from a file."""
    rows = [f"{a},{b},{2 * a - b}" for a in range(5) for b in range(4)]
    (tmp_path / "plane.csv").write_text("\n".join(["a,b,z", *rows]), "utf-8")
    text = example("linear_regression").path.read_text("utf-8")
    file = '"dataset": "file", "file": "plane.csv", "inputs": "a, b", "targets": "z"'
    text = text.replace('"dataset": "linear"', file).replace("[[0]]", "[[0], [0]]").replace('"batch": 20', '"batch": 0')
    (tmp_path / "plane.json").write_text(text, "utf-8")
    session.replace(read(tmp_path / "plane.json"), tmp_path / "plane.json")
    return session


def test_numbers_over_two_inputs_have_a_scale_that_points_and_ground_share(regression, window, qapp):
    panel = window.open_panel("boundary")
    keep(regression, "one", epochs=400)
    qapp.processEvents()
    scale = panel.plot.scale
    assert scale.axis.isVisible()
    assert tuple(scale.axis.range) == (-8, 8)
    shown = colours_at(panel, np.array([[0.0, 3.0], [4.0, 0.0]])).astype(int)
    clouds = [cloud for cloud, _ in panel.plot.clouds]
    assert all(cloud.shades is not None for cloud in clouds)
    points = np.concatenate([np.stack([c.x, c.y], axis=1) for c in clouds])
    shades = np.concatenate([c.shades for c in clouds]).astype(int)
    for place, colour in zip([[0.0, 3.0], [4.0, 0.0]], shown, strict=True):
        there = shades[(points == place).all(axis=1)][0]
        assert np.abs(there - colour).max() < 12, "what is predicted well has the colour of its ground"


def test_a_curve_is_drawn_over_one_input(opened, panel, qapp):
    _, trainer = keep(opened("linear_regression"), "one")
    qapp.processEvents()
    weight, bias = (np.asarray(value).ravel()[0] for value in trainer.values().values())
    x, y = panel.plot.line.getData()
    np.testing.assert_allclose(y, weight * x + bias)


def test_it_follows_new_weights(opened, panel, session, qtbot, qapp):
    run, _ = keep(opened("spiral"), "one", epochs=1)
    qapp.processEvents()
    before = panel.plot.ground.image.copy()
    run.weights = {id: np.asarray(value) * -1 for id, value in run.weights.items()}
    run.weights_step += 1
    session.runs.weighed.emit(run)
    qtbot.waitUntil(lambda: not np.array_equal(panel.plot.ground.image, before), timeout=3000)


def test_the_pointer_reads_what_is_predicted_there(opened, panel, qapp):
    run, trainer = keep(opened("spiral"), "one", epochs=10)
    qapp.processEvents()
    scene = panel.plot.box.mapViewToScene(QPointF(0.5, 0.2))
    QTest.mouseMove(panel.plot.widget.viewport(), panel.plot.widget.mapFromScene(scene))
    engine = asked(run, trainer)
    words = engine.data.classes[engine.at([[0.5, 0.2]]).classes[0]]
    assert panel.readout.text().endswith(f"→ {words}")


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_the_picture_is_saved_and_its_colours_are_named(opened, panel, hand, monkeypatch, tmp_path, ending, qapp):
    keep(opened("spiral"), "one", epochs=2)
    qapp.processEvents()
    path = tmp_path / f"out.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    hand.click(hand.on(panel.save))
    assert path.stat().st_size > 5000
    assert panel.about.text().count("<span") == len(panel.asked.data.classes)
    assert all(name in panel.about.text() for name in panel.asked.data.classes)


def test_too_many_inputs_are_said(opened, panel, qapp):
    keep(opened("digits"), "one", epochs=1)
    qapp.processEvents()
    assert panel.empty.isVisible()
    assert panel.empty.text().startswith("A boundary is drawn over two inputs")
