"""The check panel: its numbers are the engine's, a click selects, what parts is red."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from graph_engine import evaluate
from graph_engine.differentiate import Verdict, check_edges, check_sources, error_by_step, local_error_by_step
from graph_engine.document import edits
from graph_engine.explain import exact
from graph_engine.graph import Edge
from gui.panels.check import CheckPanel
from gui.panels.check.table import WHAT

SHOWN, EXACT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
LONG = 30_000


@pytest.fixture
def panel(window, qtbot):
    """The check panel, in front."""
    window.docks["check"].show()
    window.docks["check"].raise_()
    qtbot.waitUntil(window.panel(CheckPanel).isVisible)
    yield window.panel(CheckPanel)
    window.docks["check"].hide()
    assert window.panel(CheckPanel).worker.process is None, "nothing works for a panel that nobody sees"


def checked(qtbot, session):
    qtbot.waitUntil(lambda: session.checked.complete, timeout=LONG)


def rows(panel, role=SHOWN):
    model = panel.sorted
    return [[model.index(r, c).data(role) for c in range(model.columnCount())] for r in range(model.rowCount())]


def row_at(window, panel, what):
    for row in range(panel.sorted.rowCount()):
        index = panel.sorted.index(row, 0)
        if index.data(WHAT) == what:
            panel.table.scrollTo(index)
            return panel.table.viewport().mapTo(window, panel.table.visualRect(index).center())
    raise AssertionError(f"{what} is not in the table")


@pytest.mark.parametrize("name", ["apple_tax", "classifier"])
def test_its_numbers_are_those_of_the_engine(opened, panel, qtbot, name):
    session = opened(name)
    checked(qtbot, session)
    document = session.document
    evaluation = evaluate(document.graph)
    expected = [*check_edges(evaluation), *check_sources(evaluation, document.target)]
    by_what = {verdict.what: verdict for verdict in expected}
    model = panel.sorted
    assert model.rowCount() == len(expected)
    for row, (shown, digits) in enumerate(zip(rows(panel), rows(panel, EXACT), strict=True)):
        verdict = by_what[model.index(row, 0).data(WHAT)]
        assert shown[0].startswith("✓")
        assert digits[2:] == [exact(verdict.analytic), exact(verdict.numerical), exact(verdict.relative)]
        if not isinstance(verdict.what, Edge):
            assert shown[1] == (f"[{','.join(map(str, verdict.element))}]" if verdict.element else "")
    worst = sorted((verdict.relative for verdict in expected), reverse=True)
    assert [float(row[4].replace("−", "-")) for row in rows(panel, EXACT)] == worst, "what parts most comes first"
    assert panel.summary.text() == f"All {len(expected)} derivatives agree with central differences."


def test_the_entry_of_a_wire_names_output_and_input(opened, panel, qtbot, hand):
    session = opened("classifier")
    checked(qtbot, session)
    W, loss = hand.edge("W", "scores", "W"), hand.edge("scores", "loss", "x")
    for wire, most in ((W, 2), (loss, 1)):
        verdict = session.checked.verdicts[wire]
        shown = panel.model.entry(verdict)
        assert shown.count("[") == most
        assert shown.startswith("z")


def test_a_row_that_is_clicked_selects_its_wire_or_source_and_shows_its_curve(apple_tax, window, panel, qtbot, hand):
    checked(qtbot, apple_tax)
    evaluation, target = evaluate(apple_tax.document.graph), apple_tax.document.target
    wire, tax = hand.edge("tax", "price", "y"), hand.id("tax")
    for what, curve in ((wire, local_error_by_step(evaluation, wire)), (tax, error_by_step(evaluation, target, tax))):
        hand.click(row_at(window, panel, what))
        assert (apple_tax.selection.only_edge or apple_tax.selection.only_node) == what
        steps, errors = zip(*[(h, e) for h, e in curve if e > 0], strict=True)
        qtbot.waitUntil(lambda e=errors: panel.plot.points("error")[1] == list(e), timeout=LONG)
        assert panel.plot.points("error")[0] == list(steps)
    assert panel.curve_title.text().endswith("∂price/∂tax")


def test_a_wire_that_is_clicked_selects_its_row(apple_tax, panel, qtbot, hand):
    checked(qtbot, apple_tax)
    hand.click(hand.wire("tax", "price", "y"))
    assert [i.data() for i in panel.table.selectionModel().selectedRows()] == ["✓ tax → price"]


def test_an_edit_makes_it_check_again(apple_tax, panel, qtbot, hand):
    checked(qtbot, apple_tax)
    apple_tax.do(edits.SetValue(hand.id("tax"), 3.0), "Change value")
    assert not apple_tax.checked.complete
    assert rows(panel) == [], "an old number has nowhere to live"
    checked(qtbot, apple_tax)
    assert apple_tax.checked.verdicts[hand.edge("tax", "price", "y")].analytic == 200
    assert apple_tax.checked.verdicts[hand.edge("apple total", "price", "x")].analytic == 3
    apple_tax.do(edits.Rename(hand.id("tax"), "VAT"), "Rename")
    assert apple_tax.checked.complete
    assert any(row[0] == "✓ VAT → price" for row in rows(panel))


def test_without_wires_it_says_what_it_is_for(session, panel, qtbot):
    assert "central differences" in panel.summary.text()
    assert not panel.table.isVisible()
    qtbot.wait(500)
    assert panel.worker.process is None


def verdict(what, *, passed, relative=0.0):
    return Verdict(what, (), 2.0, 1.0, relative, 1.0, passed)


def test_what_parts_is_red_at_its_own_wire_and_what_inherits_it_is_not(apple_tax, window, hand):
    wire, tax = hand.edge("tax", "price", "y"), hand.id("tax")
    scene = window.area.view.canvas
    apple_tax.checked.add([verdict(tax, passed=False, relative=0.5)])
    assert scene.nodes[tax].look.badge == "error"
    assert "Its gradient is not what central differences say" in scene.nodes[tax].look.about
    apple_tax.checked.add([verdict(wire, passed=False, relative=0.4)])
    assert scene.nodes[tax].look.badge == ""
    assert [edge for edge, item in scene.edges.items() if item.look.fault] == [wire]
    assert window.panel(CheckPanel).summary.text() == "2 of 2 part from central differences. Look first at tax → price."
    assert [row[0] for row in rows(window.panel(CheckPanel))] == ["✗ ∂price/∂tax", "✗ tax → price"]
    apple_tax.do(edits.SetValue(tax, 2.0), "Change value")
    assert not any(item.look.fault for item in scene.edges.values())


def test_a_red_wire_is_painted_red(apple_tax, window, hand, qapp):
    view, theme = window.area.view, window.theme
    wire = hand.edge("tax", "price", "y")
    at = view.mapFromScene(view.canvas.edges[wire].path.pointAtPercent(0.5))
    apple_tax.checked.add([verdict(wire, passed=False, relative=0.4)])
    qapp.processEvents()
    around = view.viewport().grab().toImage()
    colours = {around.pixelColor(at.x() + dx, at.y() + dy).name() for dx in range(-3, 4) for dy in range(-3, 4)}
    assert theme.tokens.error in colours
