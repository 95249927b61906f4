"""The predictions panel: its counts are the engine's, its rows are wrong, and a chosen one stands on the canvas."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graph_engine.training import Predictor, confusion
from tests.kept_runs import keep

_KEYS = Qt.Key


@pytest.fixture
def panel(window, opened, qapp):
    opened("spiral")
    found = window.open_panel("predictions")
    qapp.processEvents()
    return found


@pytest.fixture
def settle(panel, qtbot):
    return lambda: qtbot.waitUntil(lambda: panel._found is not None and panel._work is None, timeout=5000)


def asked(run, trainer):
    found = Predictor(run.document, run.training)
    found.give(trainer.values())
    return found


def test_the_counts_are_the_engines_and_sum_to_the_rows(opened, panel, settle, hand):
    run, trainer = keep(opened("digits"), "one", epochs=12)
    settle()
    engine = asked(run, trainer)
    for place, rows in enumerate((engine.data.test, engine.data.train)):
        panel.which.setCurrentIndex(place)
        panel.which.activated.emit(place)
        settle()
        counts = panel.matrix.counts
        np.testing.assert_array_equal(counts, confusion(engine.right(rows), engine.of(rows).classes, 10))
        assert counts.sum() == len(rows)
        accuracy = (run.epochs.test_accuracy, run.epochs.train_accuracy)[place][-1]
        assert np.trace(counts) / len(rows) == pytest.approx(accuracy)
        assert f"{np.trace(counts):,} of {len(rows):,} right" in panel.about.text()
    np.testing.assert_allclose(panel.matrix.rates().sum(axis=1), 1)
    hand.click(hand.on(panel.rates))
    assert panel.matrix.text((0, 0)) == f"{100 * counts[0, 0] / counts[0].sum():.0f}"


def test_the_rows_that_are_listed_are_the_wrong_ones(opened, panel, settle, hand):
    run, trainer = keep(opened("digits"), "one", epochs=12)
    settle()
    engine = asked(run, trainer)
    rows = engine.data.test
    wrong = set(rows[engine.right(rows) != engine.of(rows).classes].tolist())
    listed = [sample.row for sample in panel.model.rows]
    assert set(listed) == wrong
    assert [s.sure for s in panel.model.rows] == sorted((s.sure for s in panel.model.rows), reverse=True)
    assert panel.listed.text() == f"{len(wrong)} wrong"
    first = panel.model.index(0, 0)
    assert first.data(Qt.ItemDataRole.DecorationRole).width() > 8
    cell = np.unravel_index(np.argmax(panel.matrix.counts), (10, 10))
    cell = int(cell[0]), int(cell[1])
    hand.click(panel.matrix.mapTo(panel.window(), panel.matrix.place_of(cell).toPoint()))
    assert {(s.right, s.predicted) for s in panel.model.rows} == {cell}
    assert len(panel.model.rows) == panel.matrix.counts[cell]
    panel.matrix.setFocus()
    QTest.keyClick(panel.matrix, _KEYS.Key_Escape)
    assert len(panel.model.rows) == len(wrong)


def test_a_chosen_row_shows_its_values_at_every_node(opened, panel, settle, hand, session, window):
    run, trainer = keep(opened("spiral"), "one", epochs=3)
    settle()
    view, graph = panel.view, session.document.graph
    before = session.results.value(graph.id_of("x"))
    hand.click(view.viewport().mapTo(window, view.visualRect(panel.model.index(1, 1)).center()))
    row = panel.model.rows[1].row
    engine = asked(run, trainer)
    x = session.results.value(graph.id_of("x"))
    np.testing.assert_array_equal(x, engine.data.columns[engine.inputs[0]][[row]])
    assert np.shape(session.results.value(graph.id_of("scores"))) == (1, 3)
    assert not session.dirty, "looking at a row is no edit"
    banner = window.area.banner
    assert banner.isVisible()
    assert banner.text.text() == f"Row {row + 1} of the data, in place of the mini-batch."
    hand.click(hand.on(banner.stop))
    assert not banner.isVisible()
    np.testing.assert_array_equal(session.results.value(graph.id_of("x")), before)
    assert panel.view.currentIndex().row() == -1
    hand.click(view.viewport().mapTo(window, view.visualRect(panel.model.index(1, 1)).center()))
    assert banner.isVisible()
    window.open_panel("training")
    np.testing.assert_array_equal(session.results.value(graph.id_of("x")), before)


def test_the_canvas_shows_a_row_with_the_weights_of_the_run(opened, panel, settle, hand, session, window):
    run, trainer = keep(opened("spiral"), "one", epochs=3)
    settle()
    view, sample = panel.view, panel.model.rows[0]
    hand.click(view.viewport().mapTo(window, view.visualRect(panel.model.index(0, 1)).center()))
    scores = session.results.value(session.document.graph.id_of("scores"))
    engine = asked(run, trainer)
    np.testing.assert_allclose(scores, engine.of([sample.row]).scores, rtol=1e-12)
    assert np.argmax(scores) == sample.predicted


def test_a_row_of_another_graph_is_refused_with_a_sentence(opened, panel, settle, hand, session, window, said):
    run, _ = keep(opened("spiral"), "one", epochs=2)
    opened("xor")
    window.open_panel("predictions")
    session.runs.show(run)
    settle()
    view = panel.view
    hand.click(view.viewport().mapTo(window, view.visualRect(panel.model.index(0, 1)).center()))
    assert said == ["“one” has trained another graph, so the canvas can't show its rows."]
    assert session.sample.row is None


def test_numbers_are_nothing_to_mix_up(opened, panel, qapp):
    keep(opened("linear_regression"), "one", epochs=1)
    qapp.processEvents()
    assert panel.empty.text() == "“one” predicts numbers, not classes: there is nothing to mix up."


def test_another_document_takes_the_row_off_the_canvas(opened, panel, settle, session):
    run, _ = keep(opened("spiral"), "one", epochs=1)
    settle()
    session.sample.show(run, 3, {session.document.graph.id_of("x"): np.zeros((1, 2))})
    opened("apple_tax")
    assert session.sample.row is None
    assert session.results.fed == {}
