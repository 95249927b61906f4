"""An error in what Qt calls is told and goes no further."""

from __future__ import annotations

import sys

import pytest

from gui.canvas.node_item import NodeItem


@pytest.fixture
def told(monkeypatch):
    kinds = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: kinds.append(kind))
    return kinds


def test_an_error_while_the_mouse_moves_is_told(hand, apple_tax, told, monkeypatch):
    monkeypatch.setattr(hand.view, "hit", lambda _: {}["gone"])
    hand.move(hand.node("tax"))
    assert set(told) == {KeyError}
    monkeypatch.undo()
    hand.click(hand.node("tax"))
    assert apple_tax.selection.only_node == hand.id("tax")


def test_an_error_while_a_node_is_painted_is_told(hand, apple_tax, told, monkeypatch):
    monkeypatch.setattr(NodeItem, "_paint_outline", lambda *_: next(iter(())))
    hand.view.viewport().repaint()
    assert set(told) == {StopIteration}
