"""Ctrl+Shift+P."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.hand import CONTROL, SHIFT


@pytest.fixture
def popup(hand, apple_tax, window):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_P, CONTROL | SHIFT)
    assert window.commands.popup.isVisible()
    yield window.commands.popup
    window.commands.popup.close_popup()


def rows(popup):
    return [popup.list.item(row) for row in range(popup.list.count())]


def test_it_lists_every_action_with_its_key_and_whether_it_can_be_done(popup, window):
    listed = {command.action.objectName(): command for command in window.commands.commands}
    assert set(window.actions_made.made) <= set(listed)
    by_text = {item.text(): item for item in rows(popup)}
    for id, action in window.actions_made.made.items():
        item = by_text[listed[id].text]
        assert bool(item.flags() & Qt.ItemFlag.ItemIsEnabled) == action.isEnabled()
    assert "Ctrl+L" in by_text["Tidy up"].data(Qt.ItemDataRole.UserRole).hint
    assert "Examples: Apple tax" in by_text
    assert "Panels: Inspector" in by_text


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("tidy", "Tidy up"),
        ("dark", "Theme: Dark"),
        ("差分", None),
        ("复制", "Copy"),
        ("slall", "Select all"),
        ("gip", "Give it parameters"),
        ("trai", "Train"),
        ("全选", "Select all"),
        ("f11", None),
    ],
)
def test_it_finds_by_a_few_letters_in_both_languages(popup, typed, best):
    popup.field.setText(typed)
    assert [item.text() for item in rows(popup)][:1] == ([best] if best else [])


def test_enter_runs_and_the_focus_is_where_it_was(hand, popup, session):
    hand.type("duplicate")
    hand.key(Qt.Key.Key_Return)
    assert session.document.graph.has_name("tax 2")
    assert hand.view.hasFocus()
    hand.key(Qt.Key.Key_P, CONTROL | SHIFT)
    assert rows(popup)[0].text() == "Duplicate", "what was used comes first"


def test_what_can_not_be_done_is_not_chosen(hand, popup, session):
    hand.type("redo")
    assert rows(popup)[0].text() == "Redo"
    assert popup.list.currentRow() != 0
