"""The nudge panel: its numbers are the engine's, its slider moves the source and changes nothing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine import evaluate
from graph_engine.differentiate import course, nudge
from graph_engine.document import edits
from graph_engine.explain import exact
from gui.panels.nudge import NudgePanel


@pytest.fixture
def panel(window, qtbot):
    """The nudge panel, in front."""
    window.docks["nudge"].raise_()
    found = window.panel(NudgePanel)
    qtbot.waitUntil(found.isVisible)
    return found


def rows(panel, role=Qt.ItemDataRole.DisplayRole):
    return [[panel.table.item(r, c).data(role) for c in range(4)] for r in range(panel.table.rowCount())]


def drag_to(hand, panel, window, part):
    """Drags the slider's handle to `part` of its way."""
    slider = panel.slider
    y = slider.height() // 2
    start = QPoint(round(slider.width() * (slider.value() + 100) / 200), y)
    end = QPoint(round(8 + (slider.width() - 16) * part), y)
    hand.drag(slider.mapTo(window, start), slider.mapTo(window, end))


@pytest.mark.parametrize(("name", "source"), [("apple_tax", "tax"), ("sigmoid_taken_apart", "x"), ("classifier", "W")])
def test_its_numbers_are_those_of_the_engine(opened, window, panel, hand, name, source):
    session = opened(name)
    hand.click(hand.node(source))
    assert panel.source.currentText() == source
    if name == "classifier":
        panel.element.setCurrentIndex(4)
        panel.element.activated.emit(4)
        assert panel.place == (1, 1)
    drag_to(hand, panel, window, 0.8)
    assert 0 < panel.step < panel.reach
    document = session.document
    evaluation, id = evaluate(document.graph), document.graph.id_of(source)
    expected = nudge(evaluation, id, panel.step, element=panel.place)
    exactly = [[(tip or "").partition("\n")[0] for tip in row] for row in rows(panel, Qt.ItemDataRole.ToolTipRole)]
    assert [row[1:] for row in exactly] == [[exact(m.predicted), exact(m.true), exact(m.apart)] for m in expected]
    assert [row[0].split("[")[0] for row in rows(panel)] == [document.graph.node(m.node).name for m in expected]
    along = course(evaluation, document.target, id, panel.reach, element=panel.place)
    assert panel.plot.points("value") == (list(along.x), list(along.value))
    assert panel.plot.points("tangent") == (list(along.x), list(along.tangent))
    here = float(np.asarray(evaluation.value(id))[panel.place])
    target = next(m for m in expected if m.node == document.target)
    at = float(np.asarray(evaluation.value(document.target)))
    for dot, change in (("truth", target.true), ("prediction", target.predicted)):
        ([x], [y]) = panel.plot.points(dot)
        assert x == pytest.approx(here + panel.step)
        assert y == pytest.approx(at + change)
    assert not session.dirty, "nothing was changed"


def test_how_fast_the_two_part(opened, window, panel, hand):
    opened("square_of_sum")
    hand.click(hand.node("x"))
    drag_to(hand, panel, window, 0.9)
    assert panel.growth.text() == "With twice the step, prediction and truth part 4 times as far."
    opened("apple_tax")
    assert panel.growth.text() == "At this step the tangent tells all there is to tell."


def test_the_line_says_where_it_goes(apple_tax, window, panel, hand):
    hand.click(hand.node("apple count"))
    assert panel.line.text() == "apple count: 2 → 2.5, a step of 0.5"
    drag_to(hand, panel, window, 0.25)
    assert panel.step < 0
    assert f"a step of −{abs(panel.step):g}" in panel.line.text()


def test_it_follows_values_the_target_and_names(apple_tax, panel, hand, qtbot):
    hand.click(hand.node("tax"))
    apple_tax.do(edits.SetValue(hand.id("tax"), 4.0), "Change value")
    qtbot.waitUntil(lambda: panel.line.text().startswith("tax: 4 → "))
    apple_tax.do(edits.Rename(hand.id("tax"), "VAT"), "Rename")
    assert panel.source.currentText() == "VAT"
    apple_tax.do(edits.SetTarget(hand.id("apple total")), "Target")
    assert "VAT" not in [panel.source.itemText(row) for row in range(panel.source.count())]


def test_a_row_that_is_clicked_selects_its_node(apple_tax, window, panel, hand):
    hand.click(hand.node("tax"))
    at = panel.table.visualItemRect(panel.table.item(1, 0)).center()
    hand.click(panel.table.viewport().mapTo(window, at))
    assert apple_tax.selection.only_node == hand.id("price")
    assert panel.source.currentText() == "tax"


def test_without_a_source_it_says_what_is_missing(session, window, panel):
    assert panel.hint.isVisible()
    assert not panel.table.isVisible()


@pytest.mark.parametrize("name", ["equal_weights", "blobs", "twenty_sigmoids", "saturated_sigmoid"])
def test_every_source_of_every_example_can_be_nudged(opened, panel, name):
    opened(name)
    for row in range(panel.source.count()):
        panel.source.setCurrentIndex(row)
        panel.source.activated.emit(row)
        for value in (-100, 0, 100):
            panel.slider.setValue(value)
        assert panel.growth.text()


def test_its_lines_are_thin(apple_tax, window, panel, hand):
    hand.click(hand.node("tax"))
    drawn = panel.plot.grab().toImage()
    blue = [drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())]
    share = sum(colour == panel.theme.tokens.forward for colour in blue) / len(blue)
    assert 0 < share < 0.03


def test_in_a_small_window_its_colours_are_still_explained(opened, window, panel, qapp):
    opened("many_outputs")
    window.resize(1000, 650)
    qapp.processEvents()
    legend, plot = panel.legend, panel.plot
    assert legend.height() >= legend.fontMetrics().height()
    assert not legend.geometry().intersects(plot.geometry())
