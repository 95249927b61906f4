"""A plot draws the numbers it is given, reads them under the pointer, and is zoomed, moved and reset by hand."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.plots import Curve, CurvePlot
from gui.theme import Theme

X = np.arange(1.0, 101)
TWO = Curve(("b",), "two", 1, X, 2 / X, "dashed", entry="two")


@pytest.fixture
def plot(qtbot, qapp):
    theme = Theme(qapp, "light")
    made = CurvePlot(theme, "Loss", "step")
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.show_curves([Curve(("a",), "one", 0, X, 1 / X, smooth=True, entry="one"), TWO])
    qapp.processEvents()
    yield made
    made.deleteLater()
    theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


def at(plot, x):
    """Where a number of x is, on the viewport."""
    (_, _), (low, high) = plot.box.viewRange()
    drawn = np.log10(x) if plot.log_x else x
    return plot.widget.mapFromScene(plot.box.mapViewToScene(QPointF(drawn, (low + high) / 2)))


def test_what_is_drawn_is_what_was_given(plot):
    x, y = plot.drawn(("a",))
    np.testing.assert_array_equal(x, X)
    np.testing.assert_allclose(y, 1 / X)
    plot.choose(log_x=True, log_y=True, smoothing=1)
    np.testing.assert_allclose(plot.drawn(("b",))[1], 2 / X)
    (low, high), (bottom, top) = plot.box.viewRange()
    assert low <= 0 < 2 <= high < 3
    assert bottom < -2 < np.log10(2) < top


def test_the_crosshair_reads_all_curves_at_a_step(plot, qapp):
    heard = []
    plot.pointed.connect(heard.append)
    plot.pointed.connect(plot.point)
    QTest.mouseMove(plot.widget.viewport(), at(plot, 50))
    assert heard[-1] == pytest.approx(50, abs=0.5)
    assert plot.line.isVisible()
    assert plot.readings.isVisible()
    assert "step 50" in plot.readings.text()
    assert f"{1 / 50:.6g}" in plot.readings.text()
    assert f"{2 / 50:.6g}" in plot.readings.text()
    QTest.mouseMove(plot.widget.viewport(), QPoint(1, 1))
    assert not plot.readings.isVisible()


def test_smoothing_draws_the_mean_before_the_numbers_themselves(plot):
    plot.choose(log_x=False, log_y=False, smoothing=10)
    expected = [np.mean((1 / X)[max(0, place - 9) : place + 1]) for place in range(100)]
    np.testing.assert_allclose(plot.drawn(("a",))[1], expected)
    np.testing.assert_allclose(plot.drawn(("b",))[1], 2 / X)
    np.testing.assert_allclose(plot.strands[("a",)].behind.getData()[1], 1 / X)
    one, two = plot.read(30)
    assert one.mean == pytest.approx(expected[29])
    assert two.mean is None


def test_the_wheel_zooms_keys_move_and_a_double_click_resets(plot, qapp):
    whole = plot.box.viewRange()[0]
    viewport = plot.widget.viewport()
    here = QPointF(at(plot, 50))
    wheel = QWheelEvent(
        here, QPointF(viewport.mapToGlobal(here.toPoint())), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, wheel)
    low, high = plot.box.viewRange()[0]
    assert whole[0] < low < 50 < high < whole[1]
    assert not plot.whole
    QTest.keyClick(plot.widget, Qt.Key.Key_Right)
    assert plot.box.viewRange()[0][0] > low
    QTest.keyClick(plot.widget, Qt.Key.Key_Minus)
    plot.show_curves([Curve(("a",), "one", 0, X, 1 / X)])
    assert plot.box.viewRange()[0] != whole, "what a hand has chosen stays while numbers come"
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at(plot, 50))
    assert plot.box.viewRange()[0] == pytest.approx(whole)


def test_dragging_moves_what_is_seen(plot, qapp):
    low, _ = plot.box.viewRange()[0]
    viewport, start = plot.widget.viewport(), at(plot, 50)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(viewport, start + QPoint(12 * step, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    qapp.processEvents()
    assert plot.box.viewRange()[0][0] < low - 5


def test_the_legend_names_the_curves_and_hides_one_at_a_click(plot, qapp):
    assert plot.legend.entries() == ["one", "two"]
    place = plot.widget.mapFromScene(plot.legend.place_of("one"))
    QTest.mouseClick(plot.widget.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qapp.processEvents()
    plot.renew()
    assert [reading.label for reading in plot.read(10)] == ["two"]
    plot.show_curves([TWO])
    assert plot.legend.entries() == ["two"]


def test_numbers_without_a_logarithm_leave_a_gap(plot):
    y = np.array([1.0, 0.0, -1.0, np.nan, 10.0])
    plot.show_curves([Curve(("c",), "gaps", 0, np.arange(1.0, 6), y)])
    plot.choose(log_x=False, log_y=True, smoothing=1)
    np.testing.assert_array_equal(plot.drawn(("c",))[1], [1, np.nan, np.nan, np.nan, 10])
