"""The ports of a group get names of their own: in the inspector, by the menu on a port, by a double-click on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graph_engine.document import from_formula
from graph_engine.storage import to_bytes
from tests.gui.canvas.test_groups import make_group
from tests.hand import CONTROL, RIGHT

Key = Qt.Key


@pytest.fixture
def layer(hand, session, qapp):
    """y = exp(w·x + b), with w·x + b in a collapsed group."""
    session.replace(from_formula("y = exp(w*x + b)"), None)
    qapp.processEvents()
    return make_group(hand, "multiply", "add")


def shown(hand, layer):
    return [port.name for port in hand.view.canvas.groups.boxes[layer].look.ports]


def port_of(hand, layer, node, port):
    return hand.place(*hand.view.canvas.groups.boxes[layer].inner_input_point(hand.id(node), port))


def retype(hand, text):
    hand.key(Key.Key_A, CONTROL)
    hand.type(text)
    hand.key(Key.Key_Return)


def test_the_inspector_has_a_field_for_each_port(hand, session, layer, window):
    ports, before = window.inspector.ports, to_bytes(session.document)
    assert [field.text() for field in ports.fields.values()] == ["w", "x", "b", "add"]
    hand.click(hand.on(ports.fields[(hand.id("multiply"), "y")]))
    retype(hand, "input")
    assert shown(hand, layer) == ["w", "input", "b"]
    assert session.history.undoText() == "Rename port"
    hand.click(hand.on(ports.fields[(hand.id("add"), "")]))
    retype(hand, "logit")
    assert "logit" in window.inspector.numbers.text()
    hand.view.setFocus()
    hand.key(Key.Key_Z, CONTROL)
    hand.key(Key.Key_Z, CONTROL)
    assert shown(hand, layer) == ["w", "x", "b"]
    assert to_bytes(session.document) == before


def test_a_name_that_is_taken_away_gives_way_to_that_of_the_source(hand, session, layer, window):
    field = window.inspector.ports.fields[(hand.id("multiply"), "x")]
    hand.click(hand.on(field))
    retype(hand, "weight")
    assert field.text() == "weight"
    hand.click(hand.on(field))
    hand.key(Key.Key_A, CONTROL)
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_Return)
    assert field.text() == "w"
    assert shown(hand, layer) == ["w", "x", "b"]
    assert not session.document.groups[layer].ports


def test_a_name_that_stays_is_no_step_of_the_history(hand, session, layer, window):
    steps = session.history.count()
    hand.click(hand.on(window.inspector.ports.fields[(hand.id("multiply"), "x")]))
    hand.key(Key.Key_Tab)
    hand.key(Key.Key_Return)
    assert session.history.count() == steps


def test_a_double_click_on_a_port_opens_its_name_there(hand, session, layer):
    hand.double_click(port_of(hand, layer, "add", "y"))
    editor = hand.view.group_name
    assert editor.isVisible()
    assert editor.text() == "b"
    retype(hand, "offset")
    assert shown(hand, layer) == ["w", "x", "offset"]
    assert session.level.inside is None
    assert hand.view.hasFocus()
    hand.double_click(port_of(hand, layer, "add", "y"))
    hand.key(Key.Key_Escape)
    assert shown(hand, layer) == ["w", "x", "offset"]


def test_the_menu_on_a_port_offers_it(hand, session, layer):
    at = port_of(hand, layer, "multiply", "y")
    assert "group.name_port" in hand.context_menu(at)
    hand.move(at + QPoint(2, 2))
    hand.press(at, button=RIGHT)
    menu = QApplication.activePopupWidget()
    action = next(action for action in menu.actions() if action.objectName() == "group.name_port")
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Return)
    hand.release(at, button=RIGHT)
    assert hand.view.group_name.isVisible()
    retype(hand, "input")
    assert shown(hand, layer) == ["w", "input", "b"]
    middle = hand.view.canvas.groups.boxes[layer].pos()
    assert "group.name_port" not in hand.context_menu(hand.place(middle.x(), middle.y()))


def test_the_editor_goes_with_its_port(hand, session, layer):
    hand.double_click(port_of(hand, layer, "add", "y"))
    session.history.undo()
    assert not hand.view.group_name.isVisible()


def test_a_port_is_called_after_its_source_whatever_that_is_called(hand, session, layer):
    hand.click(hand.node("x"))
    field = hand.window.inspector.name
    hand.click(hand.on(field))
    retype(hand, "measured")
    assert shown(hand, layer) == ["w", "measured", "b"]
    hand.view.setFocus()
    hand.key(Key.Key_Z, CONTROL)
    assert shown(hand, layer) == ["w", "x", "b"]
