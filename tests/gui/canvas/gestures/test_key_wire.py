"""A wire laid without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import edits
from graph_engine.graph import make_node
from graph_engine.storage import to_bytes


@pytest.fixture
def loose(apple_tax, hand):
    """Apple tax with a sum that is not wired, tax selected."""
    apple_tax.do(edits.AddNode(make_node("n9", "add", "sum"), (520.0, 330.0)), "Add")
    hand.view.fit()
    apple_tax.history.clear()
    apple_tax.selection.set([hand.id("tax")])
    hand.view.setFocus()
    return apple_tax


@pytest.fixture
def heard(session):
    texts = []
    session.announced.connect(texts.append)
    return texts


def inputs(session, hand, name):
    return session.document.graph.inputs(hand.id(name))


def test_enter_connects_to_the_nearest_free_port(hand, loose, heard):
    hand.key(Qt.Key.Key_W)
    assert heard == ["Input x of sum, 1 of 6"]
    hand.key(Qt.Key.Key_Return)
    assert inputs(loose, hand, "sum") == {"x": hand.id("tax")}
    assert hand.view.gesture is None
    assert loose.history.undoText() == "Connect"


def test_arrows_choose_the_port(hand, loose, heard):
    hand.key(Qt.Key.Key_W)
    hand.key(Qt.Key.Key_Down)
    assert heard[-1] == "Input y of sum, 2 of 6"
    assert hand.view.canvas.nodes[hand.id("sum")].lit_port == "y"
    hand.key(Qt.Key.Key_Return)
    assert inputs(loose, hand, "sum") == {"y": hand.id("tax")}


def test_escape_or_a_click_lets_go(hand, loose):
    before = to_bytes(loose.document)
    hand.key(Qt.Key.Key_W)
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.gesture is None
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_W)
    hand.click(hand.node("price") + QPoint(0, -120))
    assert hand.view.gesture is None
    assert to_bytes(loose.document) == before


def test_where_nothing_takes_a_wire_that_is_said(hand, apple_tax, said):
    hand.click(hand.node("price"))
    hand.key(Qt.Key.Key_W)
    assert said == ["Nothing can take a wire from here."]
    assert hand.view.gesture is None
