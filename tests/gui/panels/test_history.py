"""The history panel lists the steps, jumps between them, and speaks the language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from graph_engine.storage import to_bytes
from gui.panels.history import HistoryPanel


def rows(panel):
    return [panel.model().index(row, 0).data() for row in range(panel.model().rowCount())]


@pytest.fixture
def edited(hand, apple_tax, window):
    window.docks["history"].show()
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Delete)
    return apple_tax


def test_steps_are_named(edited, window):
    assert rows(window.panel(HistoryPanel)) == ["As opened", "Move", "Delete"]


def test_a_click_goes_to_a_step_and_back(hand, edited, window):
    after = to_bytes(edited.document)
    panel = window.panel(HistoryPanel)
    for row, there in ((0, False), (2, True)):
        at = panel.visualRect(panel.model().index(row, 0)).center()
        hand.click(panel.viewport().mapTo(window, at))
        assert edited.history.index() == row
        assert (to_bytes(edited.document) == after) is there
    assert not any(node.name == "tax" for node in edited.document.graph.nodes)


def test_the_names_of_steps_change_with_the_language(app, edited):
    app.speak("zh_CN")
    app.qt.processEvents()
    (panel,) = app.window.findChildren(HistoryPanel)
    assert rows(panel) == ["打开时", "移动", "删除"]
    assert app.window.actions_made.made["edit.undo"].text() == "撤销：删除"
    app.speak("en")
    assert rows(app.window.panel(HistoryPanel)) == ["As opened", "Move", "Delete"]
