"""Values and names edited right on the canvas."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from graph_engine.document import Document
from graph_engine.graph import Graph
from graph_engine.storage import to_bytes
from tests.hand import CONTROL, SHIFT


@pytest.fixture
def editor(window):
    return window.area.view.editor


def price(hand, session):
    return session.results.value(hand.id("price"))


def test_each_valid_keystroke_is_evaluated_and_all_are_one_step(hand, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    assert editor.isVisible()
    assert editor.selectedText() == "1.1"
    hand.type("2")
    assert price(hand, apple_tax) == 400
    hand.type(".5")
    assert price(hand, apple_tax) == 500
    hand.key(Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert hand.view.hasFocus()
    assert apple_tax.history.count() == 1


def test_escape_takes_back_what_was_typed(hand, apple_tax, editor):
    before = to_bytes(apple_tax.document)
    hand.double_click(hand.node("tax"))
    hand.type("55")
    hand.key(Qt.Key.Key_Escape)
    assert to_bytes(apple_tax.document) == before
    assert apple_tax.history.count() == 0
    assert not editor.isVisible()


def test_escape_takes_back_what_was_typed_here_and_nothing_else(hand, apple_tax):
    for text, key in (("2", Qt.Key.Key_Return), ("3", Qt.Key.Key_Escape)):
        hand.double_click(hand.node("tax"))
        hand.type(text)
        hand.key(key)
    assert price(hand, apple_tax) == 400
    assert apple_tax.history.count() == 1


@pytest.mark.parametrize("text", ["much", "[1, 2", "[[1], [2, 3]", "--"])
def test_what_is_no_number_says_why_and_changes_nothing(hand, apple_tax, editor, text):
    before = to_bytes(apple_tax.document)
    hand.double_click(hand.node("tax"))
    hand.type(text)
    hand.key(Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.property("wrong")
    assert "is not a number" in editor._note.text()
    assert editor._note.isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert not editor._note.isVisible()
    assert to_bytes(apple_tax.document) == before


def test_an_empty_field_is_not_a_number(hand, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    hand.key(Qt.Key.Key_Backspace)
    assert "is not a number" in editor._note.text()
    assert price(hand, apple_tax) == 220.00000000000003
    hand.key(Qt.Key.Key_Escape)


def test_a_fraction_is_worked_out(hand, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    hand.type("1/2")
    assert not editor.property("wrong")
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.results.value(hand.id("tax")) == 0.5
    assert apple_tax.history.count() == 1


def test_an_array_may_be_typed(hand, apple_tax):
    hand.double_click(hand.node("apple count"))
    hand.type("1 2 3")
    hand.key(Qt.Key.Key_Return)
    assert list(apple_tax.results.value(hand.id("apple total"))) == [100, 200, 300]


def test_tab_goes_to_the_next_source_and_around(hand, apple_tax, editor):
    hand.double_click(hand.node("apple price"))
    visited = [editor.id]
    for _ in range(3):
        hand.key(Qt.Key.Key_Tab)
        visited.append(editor.id)
    names = [apple_tax.document.graph.node(id).name for id in visited]
    assert names == ["apple price", "apple count", "tax", "apple price"]
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert editor.id == hand.id("tax") == apple_tax.selection.only_node
    hand.key(Qt.Key.Key_Escape)


def test_tab_keeps_what_was_typed(hand, apple_tax):
    hand.double_click(hand.node("apple price"))
    hand.type("50")
    hand.key(Qt.Key.Key_Tab)
    hand.type("4")
    hand.key(Qt.Key.Key_Return)
    assert price(hand, apple_tax) == 220.00000000000003
    assert apple_tax.history.count() == 2


def test_up_and_down_turn_the_last_digit(hand, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    hand.key(Qt.Key.Key_Up)
    assert editor.text() == "1.2"
    for _ in range(3):
        hand.key(Qt.Key.Key_Down)
    assert apple_tax.document.graph.node(hand.id("tax")).value == 0.9
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.history.count() == 1


def test_enter_on_a_selected_source_opens_its_value(hand, apple_tax, editor):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_Return)
    assert editor.id == hand.id("tax")
    hand.key(Qt.Key.Key_Escape)
    assert editor.id is None


def test_a_node_that_computes_is_renamed_in_place(hand, apple_tax, editor):
    hand.double_click(hand.node("apple total"))
    assert editor.text() == "apple total"
    hand.type("subtotal")
    assert apple_tax.document.graph.has_name("apple total")
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.document.graph.has_name("subtotal")
    assert apple_tax.history.undoText() == "Rename"


def test_a_taken_name_is_refused_where_it_is_typed(hand, apple_tax, editor):
    hand.double_click(hand.node("apple total"))
    hand.type("tax")
    hand.key(Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor._note.text() == "there is a node named “tax” already"
    hand.key(Qt.Key.Key_Escape)
    assert apple_tax.document.graph.has_name("apple total")
    assert apple_tax.history.count() == 0


def test_a_click_elsewhere_keeps_what_was_typed(hand, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    hand.type("3")
    hand.click(hand.corner())
    assert not editor.isVisible()
    assert price(hand, apple_tax) == 600


def test_a_click_elsewhere_forgets_what_is_wrong(hand, apple_tax, editor):
    hand.double_click(hand.node("apple total"))
    hand.type("tax")
    hand.click(hand.corner())
    assert not editor.isVisible()
    assert not editor._note.isVisible()
    assert apple_tax.document.graph.has_name("apple total")


def test_it_stays_over_its_node_while_the_view_moves(hand, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    for _ in range(2):
        hand.wheel(hand.corner(), 2)
        below = hand.on(editor) - hand.node("tax")  # over the value, the name stays in sight
        assert abs(below.x()) <= 3
        assert 7 <= below.y() <= 13
    hand.key(Qt.Key.Key_Escape)


def test_another_document_closes_it(hand, opened, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    opened("two_paths")
    assert not editor.isVisible()
    assert apple_tax.history.count() == 0


def test_undo_beside_it_is_shown_in_it(hand, apple_tax, window, editor):
    hand.double_click(hand.node("tax"))
    hand.type("3")
    window.actions_made.trigger("edit.undo")
    assert editor.text() == "1.1"
    hand.key(Qt.Key.Key_Return)
    assert price(hand, apple_tax) == 220.00000000000003


def test_undo_that_takes_its_node_away_closes_it(hand, session, window, editor):
    hand.drag(hand.entry("variable"), hand.middle())
    hand.double_click(hand.node("x"))
    window.actions_made.trigger("edit.undo")
    assert not editor.isVisible()
    hand.click(hand.corner())
    assert len(session.document.graph) == 0
    hand.key(Qt.Key.Key_Y, CONTROL)
    assert session.document.graph.has_name("x")


def test_deleting_letters_in_it_never_deletes_the_node(hand, apple_tax, editor):
    hand.double_click(hand.node("tax"))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_End, Qt.Key.Key_Backspace):
        hand.key(key)
    assert apple_tax.document.graph.has_name("tax")
    assert editor.isVisible()
    hand.key(Qt.Key.Key_Escape)


def test_an_array_too_large_to_type_is_not_opened(hand, session, editor, said):
    graph = Graph()
    graph.add("parameter", "W", value=np.zeros((30, 30)))
    session.replace(Document(graph, {"n1": (0.0, 0.0)}), None)
    hand.double_click(hand.node("W"))
    assert not editor.isVisible()
    assert "900 numbers" in str(said[-1])
