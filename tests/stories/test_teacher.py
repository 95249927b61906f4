"""A teacher opens an example, steps it, asks what comes next, and changes a number in the middle."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from tests.hand import CONTROL, Hand


def open_from_start_page(hand, window, title):
    buttons = window.area.start_page.area.findChildren(QPushButton)
    hand.click(hand.on(next(button for button in buttons if button.accessibleName() == title)))
    hand.view.setFocus()


def test_a_lesson_on_the_apple_tax(hand, session, window):
    open_from_start_page(hand, window, "Apple tax")
    hand.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    hand.key(Qt.Key.Key_Period)
    assert "100 × 2 = 200" in window.area.narration.plain()
    hand.double_click(hand.node("apple price"))
    hand.type("150")
    hand.key(Qt.Key.Key_Return)
    assert session.playhead.position == 1
    assert "150 × 2 = 300" in window.area.narration.plain()
    hand.key(Qt.Key.Key_F6)
    hand.click(hand.row(hand.edge("tax", "price", "y")))
    assert "300" in window.inspector.numbers.text()
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert session.results.value(hand.id("price")) == 220.00000000000003
    assert session.playhead.position == 5


def test_the_question_what_if_this_node_were_the_target(hand, session, window):
    open_from_start_page(hand, window, "Apples and oranges")
    price = session.results.target
    hand.click(hand.node("apple total"))
    hand.key(Qt.Key.Key_T)
    assert session.results.gradient(hand.id("apple price")) == 2
    assert session.results.gradient(hand.id("tax")) is None
    window.area.bar.target.setFocus()
    hand.key(Qt.Key.Key_End)
    assert session.results.target == price
    assert session.results.gradient(hand.id("tax")) == 650


def test_the_lesson_goes_on_in_the_dark_and_in_chinese(app, hand, session, window):
    open_from_start_page(hand, window, "e = (a + b) × (b + 1)")
    hand.key(Qt.Key.Key_F6)
    window.actions_made.trigger("view.theme_dark")
    window.actions_made.trigger("view.language_zh_CN")
    app.window.resize(window.size())
    app.window.share_out()
    app.qt.processEvents()
    there = Hand(app.window)
    there.view.setFocus()
    there.key(Qt.Key.Key_Home)
    there.key(Qt.Key.Key_Comma)
    assert session.playhead.position == 7
    assert "3 × 1" not in app.window.area.narration.plain()
    there.drag(there.node("b"), there.node("b") + QPoint(-30, 20))
    assert session.history.count() == 1
    assert app.theme.tokens.dark
