"""The canvas as a screen reader finds it: a child for each thing on it, with name, role, value, place and focus."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible

from graph_engine.document import Note
from graph_engine.document.edits import SetNote
from tests.hand import CONTROL, SHIFT

Text, Role = QAccessible.Text, QAccessible.Role


def told_of(view):
    return QAccessible.queryAccessibleInterface(view)


def children(view):
    tree = told_of(view)
    return [tree.child(place) for place in range(tree.childCount())]


def names(view):
    return [child.text(Text.Name) for child in children(view)][:-1]  # the last is the viewport with its editors


def child(view, name):
    return next(found for found in children(view) if found.text(Text.Name).startswith(name))


def test_each_node_and_wire_is_a_child_in_the_order_of_their_work(hand, apple_tax):
    assert told_of(hand.view).role() == Role.Canvas
    assert told_of(hand.view).text(Text.Name) == "Canvas"
    assert names(hand.view) == [
        "apple price, variable",
        "Wire from apple price to apple total, input x",
        "apple count, variable",
        "Wire from apple count to apple total, input y",
        "tax, variable",
        "Wire from tax to price, input y",
        "apple total, multiply",
        "Wire from apple total to price, input x",
        "price, multiply",
    ]


def test_a_child_tells_its_numbers(hand, apple_tax):
    tax, wire = child(hand.view, "tax"), child(hand.view, "Wire from tax")
    assert tax.text(Text.Value) == "1.1"
    assert tax.text(Text.Description) == "value 1.1; ∂price/∂tax = 200"
    assert wire.text(Text.Value) == "1.1"
    assert wire.text(Text.Description) == "value 1.1; local derivative ∂ = 200; gradient 200"
    apple_tax.history.undo()
    hand.double_click(hand.node("tax"))
    hand.type("2\r")
    assert tax.text(Text.Value) == "2"


def test_a_child_lies_where_it_is_drawn(hand, apple_tax, window):
    for name in ("tax", "apple total"):
        at = window.mapToGlobal(hand.node(name))
        assert child(hand.view, name).rect().contains(at)
        assert told_of(hand.view).childAt(at.x(), at.y()) is child(hand.view, name)
    wire = window.mapToGlobal(hand.wire("tax", "price", "y"))
    assert told_of(hand.view).childAt(wire.x(), wire.y()) is child(hand.view, "Wire from tax")
    corner = window.mapToGlobal(hand.corner())
    assert told_of(hand.view).childAt(corner.x(), corner.y()) is None


def test_the_focus_follows_the_keyboard(hand, apple_tax, window):
    assert told_of(hand.view).focusChild() is None
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_Tab)
    current = told_of(hand.view).focusChild()
    assert current.text(Text.Name) == "Wire from tax to price, input y"
    assert current.state().focused
    assert current.state().selected
    assert not child(hand.view, "tax").state().focused
    window.palette_panel.search.setFocus()
    assert told_of(hand.view).focusChild() is None
    assert not current.state().focused


def test_a_screen_reader_is_told_of_the_new_focus(hand, apple_tax, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: heard.append((event.type(), event.accessibleInterface().text(Text.Name))),
    )
    hand.click(hand.node("tax"))
    assert (QAccessible.Event.Focus, "tax, variable") in heard


def test_what_is_gone_is_not_valid_and_what_comes_is_there(hand, apple_tax):
    tax = child(hand.view, "tax")
    number = QAccessible.uniqueId(tax)
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_Delete)
    assert not tax.isValid()
    assert not any(name.startswith("tax") for name in names(hand.view))
    assert QAccessible.accessibleInterface(number) is None
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert child(hand.view, "tax").isValid()


def test_groups_open_collapsed_and_entered(hand, apple_tax):
    for name, keys in (("apple total", Qt.KeyboardModifier.NoModifier), ("price", SHIFT)):
        hand.click(hand.node(name), keys=keys)
    hand.key(Qt.Key.Key_G, CONTROL)
    hand.type("sum\r")
    group = child(hand.view, "sum, group")
    assert group.role() == Role.Grouping
    assert (group.state().expanded, group.state().collapsed) == (True, False)
    assert group.text(Text.Description) == "2 nodes"
    hand.key(Qt.Key.Key_C)
    group = child(hand.view, "sum, group")
    assert (group.state().expanded, group.state().collapsed) == (False, True)
    assert group.text(Text.Value) == "220"
    assert not any(name.startswith("apple total") for name in names(hand.view))
    hand.key(Qt.Key.Key_Down, CONTROL)
    assert names(hand.view) == [
        "apple total, multiply", "Wire from apple total to price, input x", "price, multiply",
    ]  # fmt: skip


def test_notes_and_frames(hand, apple_tax):
    apple_tax.do(SetNote("note1", Note("note1", text="ask why", position=(0.0, -200.0))), "note")
    apple_tax.do(SetNote("note2", Note("note2", "frame", text="shop", position=(0.0, 0.0), size=(300, 200))), "frame")
    assert child(hand.view, "Note: ask why").role() == Role.Note
    assert child(hand.view, "Frame: shop").role() == Role.Grouping


def test_the_editors_on_the_canvas_are_reached(hand, apple_tax):
    hand.view.edit_node(hand.id("tax"))
    viewport = children(hand.view)[-1]
    assert viewport.object() is hand.view.viewport()
    inner = [viewport.child(place).object() for place in range(viewport.childCount())]
    assert hand.view.editor in inner or any(hand.view.editor.isAncestorOf(w) for w in inner if w)
    assert told_of(hand.view).indexOfChild(viewport) == told_of(hand.view).childCount() - 1


def test_a_problem_is_told(hand, apple_tax):
    hand.click(hand.wire("tax", "price", "y"))
    hand.key(Qt.Key.Key_Delete)
    assert "y" in child(hand.view, "price").text(Text.Description)


@pytest.mark.parametrize("asked", [False, True])
def test_a_view_that_was_read_is_freed(app, apple_tax, qapp, asked):
    if asked:
        for found in children(app.window.area.view):
            QAccessible.uniqueId(found)
    old = weakref.ref(app.window.area.view.telling)
    app.speak("zh_CN")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert old() is None
    assert names(app.window.area.view)[0].startswith("apple price")
