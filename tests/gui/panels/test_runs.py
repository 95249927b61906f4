"""The runs panel: kept runs beside each other, chosen, named, hidden and removed by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.kept_runs import keep


@pytest.fixture
def panel(window, opened, qapp):
    session = opened("spiral")
    keep(session, "one", epochs=2)
    keep(session, "two", epochs=3, rate=0.5)
    keep(session, "three", epochs=2, optimizer="adam", rate=0.01)
    found = window.open_panel("runs")
    qapp.processEvents()
    return found


def texts(panel, row):
    return [panel.model.index(row, column).data() for column in range(panel.model.columnCount())]


def cell(panel, row, column=1):
    view = panel.view
    return view.viewport().mapTo(view.window(), view.visualRect(panel.model.index(row, column)).center())


def test_each_run_is_told_by_what_sets_it_apart_and_how_well_it_did(panel, session):
    two = session.runs.runs[1]
    assert texts(panel, 1) == [
        "two",
        "Momentum · learning rate 0.5 · epochs 3 · momentum 0.9",
        "24",
        f"{two.epochs.train_loss[-1]:.5g}",
        f"{two.epochs.test_loss[-1]:.5g}",
        f"{100 * two.epochs.train_accuracy[-1]:.1f} %",
        f"{100 * two.epochs.test_accuracy[-1]:.1f} %",
        "finished",
    ]
    assert "Adam · learning rate 0.01" in texts(panel, 2)[1]


def test_a_click_looks_at_a_run(panel, session, hand):
    assert session.runs.current.name == "three"
    hand.click(cell(panel, 0))
    assert session.runs.current.name == "one"
    session.runs.show(session.runs.runs[1])
    assert panel.view.currentIndex().row() == 1


def test_a_name_is_edited_in_place(panel, session, hand, qapp):
    hand.click(cell(panel, 0, 0))
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton,
                      pos=panel.view.visualRect(panel.model.index(0, 0)).center())  # fmt: skip
    editor = QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, "slow one")
    session.runs.grew.emit(session.runs.runs[0])
    QTest.qWait(150)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qapp.processEvents()
    assert session.runs.runs[0].name == "slow one"
    assert texts(panel, 0)[0] == "slow one"


def test_the_check_box_hides_a_run_from_the_curves(panel, session, window, hand, qapp):
    box = panel.view.visualRect(panel.model.index(0, 0)).topLeft() + QPoint(12, 13)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert not session.runs.runs[0].shown
    curves = window.open_panel("curves")
    qapp.processEvents()
    session.runs.show(session.runs.runs[2])
    qapp.processEvents()
    assert "one" not in curves.plots["loss"].legend.entries()
    assert "two" in curves.plots["loss"].legend.entries()


def test_runs_are_kept_when_another_document_is_opened(panel, session, opened, window, hand, qapp):
    opened("apple_tax")
    window.open_panel("runs")
    qapp.processEvents()
    assert [texts(panel, row)[0] for row in range(3)] == ["one", "two", "three"]
    assert panel.view.isVisible()
    assert session.runs.current is None
    curves = window.open_panel("curves")
    qapp.processEvents()
    assert curves.empty.text().startswith("No run of this document is looked at.")
    window.open_panel("runs")
    qapp.processEvents()
    hand.click(cell(panel, 1))
    assert session.runs.current.name == "two"


def test_delete_and_the_button_remove_the_run_that_is_chosen(panel, session, hand):
    hand.click(cell(panel, 1))
    hand.key(Qt.Key.Key_Delete)
    assert [run.name for run in session.runs.runs] == ["one", "three"]
    hand.click(hand.on(panel.remove_button))
    hand.click(hand.on(panel.remove_button))
    assert session.runs.runs == []
    assert panel.empty.isVisible()
