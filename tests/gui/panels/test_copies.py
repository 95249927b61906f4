"""Tables and plots for elsewhere, by a right click."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from gui.panels.copies import table_text


@pytest.fixture
def choose(qapp):
    """Right-clicks a widget, and clicks the entry of the menu that says this."""

    def click(widget, text):
        widget.customContextMenuRequested.emit(widget.rect().center())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.text() == text)
        assert isinstance(action, QAction)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        qapp.processEvents()

    return click


def rows_of(text, separator=","):
    return list(csv.reader(text.splitlines(), delimiter=separator))


def test_the_derivatives_table_is_copied_in_full(apple_tax, window, choose, qapp, said):
    table = window.derivatives.table
    choose(table, "Copy table")
    rows = rows_of(qapp.clipboard().text(), "\t")
    assert rows[0][0] == "edge"
    assert len(rows) == 1 + apple_tax.document.graph.edge_count
    found = {row[0]: row[1:] for row in rows[1:]}
    assert [float(cell) for cell in found["apple price → apple total"]] == [100, 2, 1.1, 2.2]
    assert "110.00000000000001" in found["apple count → apple total"][3]
    assert said[-1] == "Copied 4 rows"


def test_negative_numbers_and_infinity_are_such_as_programs_read(session, window, qapp):
    import graph_engine as ge

    graph = ge.Graph()
    x, y = graph.add("variable", "x, y", value=-2.5), graph.add("variable", "0", value=0)
    graph.add("divide", "q", x=x, y=y)
    session.replace(ge.Document(graph, {node.id: (0.0, 80.0 * n) for n, node in enumerate(graph.nodes)}), None)
    qapp.processEvents()
    rows = rows_of(table_text(window.derivatives.table, ","))
    assert rows[1][0].startswith("x, y")
    assert float(rows[1][1]) == -2.5
    assert float(rows[2][2]) in (float("inf"), float("-inf"))


def test_it_is_saved_as_csv_that_tables_open(apple_tax, window, choose, monkeypatch, tmp_path, said):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "table"), ""))
    choose(window.derivatives.table, "Save table …")
    text = (tmp_path / "table.csv").read_text(encoding="utf-8-sig")
    assert len(rows_of(text)) == 5
    assert said[-1] == "Exported table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "table.tsv"), ""))
    choose(window.derivatives.table, "Save table …")
    assert "could not be written" in said[-1]


def test_a_plot_is_copied_and_saved_as_a_picture(apple_tax, window, choose, qapp, monkeypatch, tmp_path):
    panel = window.open_panel("nudge")
    qapp.processEvents()
    choose(panel.plot.widget, "Copy plot")
    data = qapp.clipboard().mimeData()
    assert data.hasImage()
    assert b"<svg" in bytes(data.data("image/svg+xml"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "plot.svg"), ""))
    choose(panel.plot.widget, "Save plot …")
    assert b"<text" in (tmp_path / "plot.svg").read_bytes()
