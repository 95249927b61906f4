"""The data panel: previews, files, pasted tables, drawn points, and refusals by row and column."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from gui.panels.data import DataPanel
from gui.session import files

LONG = 20_000


@pytest.fixture
def panel(window, opened):
    opened("spiral")
    window.open_panel("data")
    QApplication.processEvents()
    return window.panel(DataPanel)


@pytest.fixture
def saved(session, panel, tmp_path):
    """The spiral, saved in a folder of its own."""
    assert files.save(session, tmp_path / "graph.json")
    return tmp_path


@pytest.fixture
def choose(monkeypatch, panel, hand):
    """Chooses a file in the dialog."""

    def chosen(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        hand.click(hand.on(panel.file))

    return chosen


def attributes(session, name):
    return session.document.graph.node(session.document.graph.id_of(name)).attributes


def test_a_built_in_set_as_table_and_picture(panel, session):
    model = panel.model
    assert (model.rowCount(), model.columnCount()) == (300, 3)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "class"
    assert model.data(model.index(0, 2)) == "first arm"
    assert panel.plot.data_set is model.data_set
    assert not panel.message.isVisible()
    assert panel.columns.count() == 2


def test_pictures_of_digits_and_a_line(panel, opened):
    for name, columns in (("digits", 65), ("linear_regression", 2)):
        opened(name)
        assert panel.model.columnCount() == columns
        assert not panel.plot.grab().isNull()


def test_a_file_from_elsewhere_is_copied_and_taken_in_one_step(panel, session, saved, choose, tmp_path_factory):
    away = tmp_path_factory.mktemp("away") / "mine.csv"
    away.write_text("a;b;kind\n1;2;yes\n3;4;no\n5;6;yes\n")
    choose(away)
    assert (saved / "mine.csv").read_text() == away.read_text()
    assert attributes(session, "x")["file"] == attributes(session, "t")["file"] == "mine.csv"
    batch = session.results.value(session.document.graph.id_of("x"))
    assert sorted(batch.tolist()) == [[1, 2], [3, 4], [5, 6]]
    assert panel.model.data_set.features == ("a", "b")
    assert panel.model.data(panel.model.index(0, 2)) == "yes"
    assert session.history.undoText() == "Data from mine.csv"
    session.history.undo()
    assert attributes(session, "x")["dataset"] == "spiral"
    assert panel.model.rowCount() == 300


def test_a_bad_file_is_refused_by_row_and_column_and_read_again_when_mended(panel, session, saved, choose, hand):
    path = saved / "bad.csv"
    path.write_text("a,b,c\n1,2,0\n3,oops,1\n")
    choose(path)
    assert panel.message.isVisible()
    assert "row 3" in panel.message.text() or "line 3" in panel.message.text()
    assert "oops" in panel.message.text()
    path.write_text("a,b,c\n1,2,0\n3,4,1\n5,6,0\n")
    hand.click(hand.on(panel.again))
    assert not panel.message.isVisible()
    assert panel.model.rowCount() == 3
    path.unlink()
    hand.click(hand.on(panel.again))
    assert "there is no file bad.csv" in panel.message.text()


def test_a_table_is_pasted(panel, session, saved, hand, said):
    QApplication.clipboard().setText("no table")
    hand.click(hand.on(panel.paste))
    assert said == ["The clipboard holds no table: copy rows and columns of a spreadsheet or CSV text."]
    QApplication.clipboard().setText("1\t2\t0\n3\t4\t1\n")
    hand.click(hand.on(panel.paste))
    assert (saved / "table.csv").is_file()
    assert attributes(session, "x")["header"] is False
    assert np.array_equal(panel.model.data_set.inputs, [[1, 2], [3, 4]])
    QApplication.clipboard().setText("a\tb\tc\n1\t2\t0\n3\t4\t1\n")
    hand.click(hand.on(panel.paste))
    assert attributes(session, "x")["file"] == "table-2.csv"
    assert panel.model.data_set.features == ("a", "b")


def test_points_are_drawn_erased_and_used(panel, session, saved, hand, qtbot):
    hand.click(hand.on(panel.draw))
    drawing, plot = panel.drawing, panel.plot
    assert drawing.isVisible()
    assert not drawing.use.isEnabled()

    def click(x, y):
        hand.click(plot.mapTo(panel.window(), plot.place_of(x, y).toPoint()))

    click(-0.5, -0.5)
    click(0.5, 0.5)
    hand.click(hand.on(drawing.tools.button(1)))
    click(-0.5, 0.5)
    click(0.5, -0.5)
    assert [number for _, _, number in drawing.points] == [0, 0, 1, 1]
    hand.click(hand.on(drawing.erase))
    click(0.5, 0.5)
    assert len(drawing.points) == 3
    hand.click(hand.on(drawing.undo))
    assert len(drawing.points) == 4
    hand.click(hand.on(drawing.use))
    assert not drawing.isVisible()
    assert (saved / "points.csv").read_text().splitlines()[0] == "x,y,class"
    assert panel.model.data_set.classes == ("0", "1")
    assert np.abs(panel.model.data_set.inputs - [[-0.5, -0.5], [0.5, 0.5], [-0.5, 0.5], [0.5, -0.5]]).max() < 0.03
    assert session.history.count() == 1
    session.runs.epoch()
    qtbot.waitUntil(lambda: session.runs.current.state == "paused" and session.runs.current.done > 0, timeout=LONG)
    assert session.runs.current.classes == ("0", "1")


def test_a_document_without_a_place_is_saved_first(panel, session, hand, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new.json"), ""))
    QApplication.clipboard().setText("1,2,0\n3,4,1\n")
    hand.click(hand.on(panel.paste))
    assert (tmp_path / "new.json").is_file()
    assert attributes(session, "x")["file"] == "table.csv"


def test_saving_elsewhere_looks_for_files_there(session, panel, saved, choose, tmp_path_factory):
    (saved / "a.csv").write_text("1,2,0\n3,4,1\n")
    choose(saved / "a.csv")
    other = tmp_path_factory.mktemp("other")
    files.save(session, other / "graph.json")
    assert "there is no file a.csv" in panel.message.text()
    assert session.results.value(session.document.graph.id_of("x")) is None


def test_a_data_set_is_put_on_an_empty_canvas(window, session, hand, qapp):
    panel = window.open_panel("data")
    qapp.processEvents()
    hand.click(hand.on(panel.add))
    assert sorted(node.attributes["column"] for node in session.document.graph.nodes) == ["inputs", "targets"]
    assert panel.model.rowCount() > 0
    session.history.undo()
    assert not len(session.document.graph)
