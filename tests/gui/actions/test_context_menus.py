"""What the right button offers on a port, a node, several nodes, a wire, the canvas, and what that does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from gui.actions.build import ON_CANVAS, ON_EDGE, ON_NODE, ON_PORT, ON_SELECTION
from tests.hand import CONTROL


def possible(hand, entries):
    """What of `entries` can be done now, submenus left out."""
    made = hand.window.actions_made.made
    return [entry for entry in entries if entry in made and made[entry].isEnabled()]


@pytest.mark.parametrize(
    ("where", "entries"),
    [
        (lambda hand: hand.node("tax"), ON_NODE),
        (lambda hand: hand.input("price", "y"), ON_PORT),
        (lambda hand: hand.output("tax"), ON_PORT),
        (lambda hand: hand.wire("tax", "price", "y"), ON_EDGE),
        (lambda hand: hand.corner(), ON_CANVAS),
    ],
)
def test_each_thing_has_a_menu_of_its_own(hand, apple_tax, where, entries):
    assert list(filter(None, hand.context_menu(where(hand)))) == possible(hand, entries)


def test_what_is_not_possible_is_not_offered(hand, apple_tax):
    offered = hand.context_menu(hand.node("tax"))
    assert "edit.in_place" in offered
    assert not {"edit.reseed", "node.parameters", "group.take_apart"} & set(offered)


def test_several_nodes_have_theirs(hand, apple_tax):
    hand.key(Qt.Key.Key_A, CONTROL)
    assert list(filter(None, hand.context_menu(hand.node("tax")))) == possible(hand, ON_SELECTION)


def test_a_port_is_disconnected_and_only_that(hand, apple_tax, window):
    hand.context_menu(hand.input("price", "y"))
    window.actions_made.trigger("edit.disconnect")
    assert apple_tax.document.graph.inputs(hand.id("price")) == {"x": hand.id("apple total")}
    assert apple_tax.history.undoText() == "Disconnect"


def test_a_node_is_disconnected_from_all(hand, apple_tax, window):
    hand.click(hand.node("apple total"))
    window.actions_made.trigger("edit.disconnect")
    assert len(list(apple_tax.document.graph.edges)) == 1


def test_what_is_added_at_a_port_is_wired_to_it(hand, apple_tax, window):
    hand.context_menu(hand.output("price"))
    window.actions_made.trigger("edit.add_at_port")
    hand.type("exp")
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.document.graph.inputs(hand.id("exp")) == {"x": hand.id("price")}


def test_what_is_inserted_goes_into_the_wire(hand, apple_tax, window):
    hand.context_menu(hand.wire("tax", "price", "y"))
    window.actions_made.trigger("edit.insert")
    hand.type("exp")
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.document.graph.inputs(hand.id("price"))["y"] == hand.id("exp")


def test_a_wire_leads_to_its_ends(hand, apple_tax, window):
    for action, name in (("edit.go_to_source", "tax"), ("edit.go_to_target", "price")):
        hand.click(hand.wire("tax", "price", "y"))
        window.actions_made.trigger(action)
        assert apple_tax.selection.only_node == hand.id(name)


def test_the_menu_key_opens_the_menu_of_what_is_selected(hand, apple_tax, window):
    asked = []
    window.area.view.asked_menu.disconnect()
    window.area.view.asked_menu.connect(lambda hit, at: asked.append(hit))
    hand.click(hand.node("tax"))
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(hand.view.viewport(), QContextMenuEvent(reason, QPoint(3, 3), QPoint(3, 3)))
    assert asked[0].node == hand.id("tax")
