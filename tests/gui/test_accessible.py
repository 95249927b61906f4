"""What a screen reader hears and what the keyboard shows: names of all controls, announcements, focus rings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.hand import CONTROL

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QGraphicsView, QLineEdit, QPlainTextEdit,
)  # fmt: skip


def controls(window):
    """Everything that can be operated, without the parts that Qt builds its own controls of."""
    for widget in window.findChildren(QWidget):
        above = [widget.parentWidget(), widget.parentWidget().parentWidget()]
        inner = any(isinstance(w, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView) for w in above)
        if isinstance(widget, CONTROLS) and not inner and not isinstance(widget, QHeaderView):
            yield widget


def name(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return "" if found is None else found.text(QAccessible.Text.Name)


@pytest.fixture
def heard(session):
    words: list[str] = []
    session.announced.connect(words.append)
    return words


def test_every_control_has_a_name(hand, apple_tax, window):
    for id in (None, "tax", "apple total"):
        apple_tax.selection.set([hand.id(id)] if id else [])
        hand.view.edit_node(hand.id("tax"))
        for dock in window.docks.values():
            dock.show()
        nameless = [
            f"{type(w).__name__} {w.objectName()} in {type(w.parentWidget()).__name__}"
            for w in controls(window)
            if not name(w).strip() and not (w.isHidden() and w.objectName().startswith("qt_"))
        ]
        assert nameless == []


def test_a_step_is_said_with_its_numbers(hand, apple_tax, heard):
    hand.key(Qt.Key.Key_Period)
    assert heard[-1].startswith("Forward step 1 of 2: multiply “apple total”")
    assert "200" in heard[-1]


def test_choices_are_said(hand, apple_tax, heard):
    hand.click(hand.node("tax"))
    assert heard[-1] == "tax, variable, value 1.1, gradient 200"
    hand.key(Qt.Key.Key_A, CONTROL)
    assert heard[-1] == "9 selected"
    hand.click(hand.corner())
    assert heard[-1] == "Nothing selected"


def test_edits_and_their_undo_are_said(hand, apple_tax, heard):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_Delete)
    assert "Done: Delete" in heard
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert "Undone: Delete" in heard


def test_a_refusal_and_another_document_are_said(opened, session, heard):
    opened("two_paths")
    assert any(text.endswith("6 nodes, 6 wires") for text in heard)
    session.say("that would make a cycle")
    assert heard[-1] == "that would make a cycle"


def test_what_is_said_reaches_the_system(hand, apple_tax, window):
    hand.click(hand.node("tax"))
    assert window.area.view.accessibleDescription() == "tax, variable, value 1.1, gradient 200"


def test_the_focus_is_seen(hand, apple_tax, window, qapp):
    """A control that is reached by Tab looks different from one that is not."""
    area, palette = window.area, window.palette_panel
    stops = [area.bar, area.bar.target, area.bar.buttons[2][0], palette.search, palette.list, window.derivatives.table]
    for stop in stops:
        stop.setFocusPolicy(Qt.FocusPolicy(stop.focusPolicy() | Qt.FocusPolicy.TabFocus))
        area.view.setFocus()
        qapp.processEvents()
        before = stop.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        qapp.processEvents()
        assert stop.hasFocus()
        assert stop.grab().toImage() != before, f"{type(stop).__name__} hides its focus"
