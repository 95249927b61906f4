"""The derivatives table."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine import evaluate, gradients
from graph_engine.differentiate import local_derivative
from graph_engine.document import edits
from graph_engine.explain import full
from gui.panels.edge_numbers import magnitude
from tests.hand import CONTROL

SHOWN, EXACT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole


def rows(window, role=SHOWN):
    model = window.derivatives.sorted
    return [[model.index(r, c).data(role) for c in range(model.columnCount())] for r in range(model.rowCount())]


def sort_by(hand, window, column):
    header = window.derivatives.table.horizontalHeader()
    x = header.sectionViewportPosition(column) + 12
    hand.click(header.viewport().mapTo(window, QPoint(x, header.height() // 2)))


def test_apple_tax_has_the_numbers_of_the_book(apple_tax, window):
    assert rows(window) == [
        ["apple price → apple total", "100", "2", "1.1", "2.2"],
        ["apple count → apple total", "2", "100", "1.1", "110"],
        ["apple total → price", "200", "1.1", "1", "1.1"],
        ["tax → price", "1.1", "200", "1", "200"],
    ]


def test_the_tooltip_has_every_digit(apple_tax, window):
    assert rows(window, EXACT)[1][4] == "110.00000000000001"


@pytest.mark.parametrize("name", ["apple_tax", "apples_and_oranges", "two_paths", "sigmoid_taken_apart"])
def test_its_numbers_are_those_of_the_engine(opened, window, name):
    document = opened(name).document
    evaluation = evaluate(document.graph)
    found = gradients(evaluation, document.target)
    for edge, shown in zip(window.derivatives.model.rows, rows(window, EXACT), strict=True):
        assert shown[1] == full(evaluation.value(edge.source))
        local = local_derivative(evaluation, edge)
        assert shown[2] == full(local.value)
        if edge in found.edges:
            assert shown[3] == full(found.nodes[edge.target])
            assert shown[4] == full(found.edges[edge])


@pytest.mark.parametrize(("column", "numbers"), [(1, [1.1, 2, 100, 200]), (4, [1.1, 2.2, 110, 200])])
def test_a_click_on_a_heading_sorts_by_number(hand, apple_tax, window, column, numbers):
    sort_by(hand, window, column)
    assert [float(row[column]) for row in rows(window)] == numbers
    sort_by(hand, window, column)
    assert [float(row[column]) for row in rows(window)] == numbers[::-1]


def test_arrays_sort_by_their_norm_and_what_is_missing_is_least():
    values = [None, 1.0, -2.0, np.array([3.0, 4.0])]
    assert [magnitude(value) for value in values] == [float("-inf"), 1, -2, 5]


def test_only_what_has_happened_has_numbers(apple_tax, window):
    apple_tax.playhead.go(0)
    assert rows(window)[0] == ["apple price → apple total", "100", None, None, None]
    assert rows(window)[2] == ["apple total → price", None, None, None, None]
    apple_tax.playhead.go(3)
    assert rows(window)[2] == ["apple total → price", "200", "1.1", "1", None]


def test_a_row_that_is_clicked_selects_its_wire(hand, apple_tax, window):
    edge = hand.edge("tax", "price", "y")
    hand.click(hand.row(edge))
    assert apple_tax.selection.only_edge == edge
    assert window.area.view.canvas.edges[edge].selected
    hand.click(hand.row(hand.edge("apple price", "apple total", "x")), keys=CONTROL)
    assert len(apple_tax.selection.edges) == 2


def test_a_wire_that_is_clicked_selects_its_row(hand, apple_tax, window):
    sort_by(hand, window, 1)
    hand.click(hand.wire("tax", "price", "y"))
    chosen = window.derivatives.table.selectionModel().selectedRows()
    assert [index.data() for index in chosen] == ["tax → price"]
    hand.click(hand.node("tax"))
    assert not window.derivatives.table.selectionModel().hasSelection()


def test_the_selection_stays_when_other_wires_come_and_go(hand, apple_tax, window):
    hand.click(hand.row(hand.edge("tax", "price", "y")))
    apple_tax.do(edits.Disconnect(hand.edge("apple price", "apple total", "x")), "Disconnect")
    assert apple_tax.selection.only_edge == hand.edge("tax", "price", "y")
    assert [i.data() for i in window.derivatives.table.selectionModel().selectedRows()] == ["tax → price"]


def test_it_follows_names_and_values(apple_tax, window, hand):
    apple_tax.do(edits.Rename(hand.id("tax"), "VAT"), "Rename")
    apple_tax.do(edits.SetValue(hand.id("VAT"), 2.0), "Change value")
    assert rows(window)[3] == ["VAT → price", "2", "200", "1", "200"]


def test_without_wires_it_says_what_it_is_for(apple_tax, window, opened):
    assert not window.derivatives.empty.isVisible()
    from graph_engine.document import Document

    apple_tax.replace(Document(), None)
    assert window.derivatives.empty.isVisible()
    assert not window.derivatives.table.isVisible()


def test_arrays_are_shown_by_their_shape(opened, window):
    opened("classifier")
    assert rows(window)[0][1] == "(5, 2)"
    assert rows(window)[0][4] == "(5, 2)"
