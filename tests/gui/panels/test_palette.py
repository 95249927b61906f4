from __future__ import annotations

import pytest
from PySide6.QtCore import Qt


def listed(window):
    model = window.palette_panel.list.model()
    sections = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(place, 0, section).data() for section in sections for place in range(model.rowCount(section))]


def search(hand, window, text):
    hand.click(hand.on(window.palette_panel.search))
    hand.type(text)


def test_typing_narrows_the_list(hand, window):
    everything = listed(window)
    search(hand, window, "mul")
    assert listed(window)[0] == "multiply"
    assert len(listed(window)) < len(everything)
    window.palette_panel.search.clear()
    assert listed(window) == everything


def test_enter_creates_the_first_match(hand, apple_tax, window):
    search(hand, window, "1/x")
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.document.graph.node(apple_tax.selection.only_node).kind == "reciprocal"
    assert hand.view.hasFocus()


def test_another_document_begins_with_all_of_them(hand, window, opened):
    everything = listed(window)
    search(hand, window, "mul")
    opened("two_paths")
    assert window.palette_panel.search.text() == ""
    assert listed(window) == everything


def test_arrows_walk_the_matches_from_the_search_field(hand, apple_tax, window):
    search(hand, window, "s")
    first = window.palette_panel.list.currentIndex().data()
    hand.key(Qt.Key.Key_Down)
    second = window.palette_panel.list.currentIndex().data()
    assert first != second
    hand.key(Qt.Key.Key_Up)
    assert window.palette_panel.list.currentIndex().data() == first


def test_a_name_that_nothing_has_is_said_and_enter_creates_nothing(hand, apple_tax, window):
    search(hand, window, "zebra")
    assert listed(window) == []
    assert window.palette_panel.nothing.isVisible()
    hand.key(Qt.Key.Key_Return)
    assert len(apple_tax.document.graph) == 5


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_an_entry_of_the_list_creates_it_once(hand, apple_tax, key):
    hand.click(hand.entry("exp"))
    hand.key(key)
    assert [node.kind for node in apple_tax.document.graph.nodes].count("exp") == 1
    assert len(apple_tax.document.graph) == 6


def test_a_click_on_a_section_folds_it(hand, window):
    tree = window.palette_panel.list
    section = tree.model().index(0, 0)
    at = tree.viewport().mapTo(window, tree.visualRect(section).center())
    assert tree.isExpanded(section)
    hand.click(at)
    assert not tree.isExpanded(section)
    hand.click(at)
    assert tree.isExpanded(section)


def test_every_entry_says_what_it_is_for(window):
    model = window.palette_panel.list.model()
    for row in range(model.rowCount()):
        section = model.index(row, 0)
        for place in range(model.rowCount(section)):
            assert model.index(place, 0, section).data(Qt.ItemDataRole.ToolTipRole)
