"""The curves panel: what a run recorded, drawn, read, compared and saved."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from gui.theme.ramp import rgb
from gui.theme.series import series
from tests.kept_runs import keep


@pytest.fixture
def panel(window, opened, qapp):
    opened("spiral")
    found = window.open_panel("curves")
    qapp.processEvents()
    return found


def drawn(panel, quantity, entry):
    """A curve by its entry in the legend."""
    plot = panel.plots[quantity]
    return next(plot.drawn(key) for key, strand in plot.strands.items() if strand.curve.entry == entry)


def test_it_says_what_to_do_when_there_is_nothing_yet(opened, panel):
    opened("spiral")
    assert panel.empty.isVisible()
    assert panel.empty.text() == "Nothing has been trained yet. Press Train."
    assert panel.plots == {}


def test_loss_and_accuracy_are_drawn_as_they_were_recorded(opened, panel, qapp):
    run, _ = keep(opened("spiral"), "one", epochs=4)
    qapp.processEvents()
    assert not panel.empty.isVisible()
    assert list(panel.plots) == ["loss", "accuracy"]
    np.testing.assert_allclose(drawn(panel, "loss", "each step")[1], run.steps.loss)
    np.testing.assert_allclose(drawn(panel, "loss", "test rows")[1], run.epochs.test_loss)
    np.testing.assert_allclose(drawn(panel, "accuracy", "training rows")[1], run.epochs.train_accuracy)
    np.testing.assert_array_equal(drawn(panel, "accuracy", "training rows")[0], run.epochs.step)


def test_what_is_shown_is_chosen_by_buttons(opened, panel, hand, qapp):
    run, _ = keep(opened("spiral"), "one", epochs=3)
    for key in ("loss", "accuracy", "rate", "norms", "ratios"):
        hand.click(hand.on(panel.chosen[key]))
    assert list(panel.plots) == ["rate", "norms", "ratios"]
    np.testing.assert_allclose(drawn(panel, "rate", "learning rate")[1], run.steps.rate)
    for place, parameter in enumerate(run.parameters):
        np.testing.assert_allclose(drawn(panel, "norms", parameter.name)[1], run.norms.values[:, place])
        np.testing.assert_allclose(drawn(panel, "ratios", parameter.name)[1], run.ratios.values[:, place])


def test_logarithms_and_smoothing_keep_the_numbers(opened, panel, hand, qapp):
    run, _ = keep(opened("spiral"), "one", epochs=4)
    hand.click(hand.on(panel.log_y))
    hand.click(hand.on(panel.log_x))
    assert panel.plots["loss"].log_y
    assert not panel.plots["accuracy"].log_y
    np.testing.assert_allclose(drawn(panel, "loss", "each step")[1], run.steps.loss)
    panel.smoothing.setFocus()
    for _ in range(3):
        QTest.keyClick(panel.smoothing, Qt.Key.Key_Right)
    assert panel.smoothed.text() == "10"
    expected = [run.steps.loss[max(0, n - 9) : n + 1].mean() for n in range(len(run.steps))]
    np.testing.assert_allclose(drawn(panel, "loss", "each step")[1], expected)


def test_the_crosshair_stands_at_the_same_step_in_every_plot(opened, panel, qapp):
    run, _ = keep(opened("spiral"), "one", epochs=5)
    qapp.processEvents()
    loss, accuracy = panel.plots.values()
    middle = loss.widget.mapFromScene(loss.box.mapViewToScene(QPointF(16, sum(loss.box.viewRange()[1]) / 2)))
    QTest.mouseMove(loss.widget.viewport(), middle)
    for plot in (loss, accuracy):
        assert plot.line.isVisible()
        assert plot.line.value() == pytest.approx(16, abs=0.5)
    assert f"{run.steps.loss[15]:.6g}" in loss.readings.text()
    assert f"{run.epochs.test_accuracy[1]:.6g}" in accuracy.readings.text()


def test_zooming_one_plot_zooms_all_and_a_button_resets(opened, panel, hand, qapp):
    keep(opened("spiral"), "one", epochs=5)
    qapp.processEvents()
    loss, accuracy = panel.plots.values()
    whole = loss.box.viewRange()[0]
    loss.widget.setFocus()
    QTest.keyClick(loss.widget, Qt.Key.Key_Plus)
    assert accuracy.box.viewRange()[0] == pytest.approx(loss.box.viewRange()[0])
    assert loss.box.viewRange()[0][1] < whole[1]
    hand.click(hand.on(panel.whole))
    assert accuracy.box.viewRange()[0] == pytest.approx(whole)


def test_several_runs_are_drawn_together_each_under_its_name(opened, panel, qapp):
    session = opened("spiral")
    one, _ = keep(session, "one", epochs=3)
    two, _ = keep(session, "two", epochs=3, rate=0.01)
    qapp.processEvents()
    assert panel.plots["accuracy"].legend.entries() == ["one", "dashed: test rows", "two"]
    np.testing.assert_allclose(drawn(panel, "accuracy", "two")[1], two.epochs.train_accuracy)
    session.runs.set_shown(one, False)
    qapp.processEvents()
    assert panel.plots["accuracy"].legend.entries() == ["training rows", "test rows"]
    session.runs.remove(two)
    session.runs.remove(one)
    qapp.processEvents()
    assert panel.empty.isVisible()


def test_the_numbers_are_saved_to_their_last_digit(opened, panel, hand, qapp, monkeypatch, tmp_path, said):
    run, _ = keep(opened("spiral"), "one", epochs=2)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    panel.save.menu().actions()[0].trigger()
    with open(tmp_path / "out.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert said == ["Saved out.csv"]
    steps = [float(row["value"]) for row in rows if row["curve"] == "each step"]
    assert steps == run.steps.loss.tolist()
    tests = [
        (int(r["step"]), float(r["value"])) for r in rows if (r["quantity"], r["curve"]) == ("accuracy", "test rows")
    ]
    assert tests == list(zip(run.epochs.step.astype(int).tolist(), run.epochs.test_accuracy.tolist(), strict=True))


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_the_picture_is_saved(opened, panel, window, qapp, monkeypatch, tmp_path, ending):
    run, _ = keep(opened("spiral"), "one", epochs=2)
    path = tmp_path / f"out.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    panel.save.menu().actions()[1].trigger()
    if ending == "svg":
        text = path.read_text(encoding="utf-8")
        assert "<path" in text
        assert "Loss" in text
    else:
        picture = QImage(str(path))
        assert picture.width() == 2 * sum(plot.widget.width() for plot in panel.plots.values())
        pixels = np.frombuffer(picture.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
        colours = pixels.reshape(-1, 4)[:, 2::-1]
        assert (np.abs(colours - rgb(series(window.theme.tokens, run.colour))).max(axis=1) < 4).sum() > 300


def test_a_place_that_can_not_be_written_is_said(opened, panel, monkeypatch, tmp_path, said):
    keep(opened("spiral"), "one", epochs=1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "out.csv"), ""))
    panel.save.menu().actions()[0].trigger()
    assert "could not be written" in said[-1]


def test_what_was_chosen_outlives_the_window(opened, app, panel, hand, qapp):
    keep(opened("spiral"), "one", epochs=2)
    hand.click(hand.on(panel.chosen["rate"]))
    hand.click(hand.on(panel.log_y))
    app.speak("zh_CN")
    again = app.window.open_panel("curves")
    qapp.processEvents()
    assert list(again.plots) == ["loss", "accuracy", "rate"]
    assert again.plots["loss"].log_y
