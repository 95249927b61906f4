"""Ctrl+F."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.hand import CONTROL, MIDDLE, SHIFT


@pytest.fixture
def bar(window, hand, apple_tax):
    hand.view.setFocus()
    hand.key(Qt.Key.Key_F, CONTROL)
    return window.area.find_bar


def names(bar):
    graph = bar.session.document.graph
    return [graph.node(id).name for id in bar.ids]


def test_the_card_of_steps_gives_way_to_it(hand, apple_tax, window, qapp):
    area = window.area
    below = QPoint(0, area.narration.y() - area.view.viewport().height() // 2)
    hand.drag(hand.middle(), hand.middle() + below, button=MIDDLE)
    window.actions_made.trigger("run.reset")  # the card looks for a place that is free
    assert area.narration.geometry().top() < area.height() // 2
    hand.view.setFocus()
    hand.key(Qt.Key.Key_F, CONTROL)
    assert not area.find_bar.geometry().intersects(area.narration.geometry())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tax", ["tax"]),
        ("apple", ["apple price", "apple count", "apple total"]),
        ("multiply", ["apple total", "price"]),
        ("乘法", ["apple total", "price"]),
        ("1.1", ["tax"]),
        ("200", ["apple total"]),
        ("220.00000000000003", ["price"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_it_finds_by_name_kind_and_value(hand, bar, typed, found):
    bar.field.setText(typed)
    assert sorted(names(bar)) == sorted(found)
    assert bool(bar.field.property("wrong")) == (typed == "zzz")


def test_the_view_stays_where_what_is_found_can_be_read(hand, bar):
    hand.view.actual_size()
    hand.view.fit()
    before = hand.view.middle()
    hand.type("tax")
    assert hand.view.middle() == before


def test_enter_goes_on_and_shift_enter_back(hand, bar, session):
    hand.type("apple")
    hand.wheel(hand.middle(), -12)
    first = session.selection.only_node
    assert bar.count.text() == "1 of 3"
    hand.key(Qt.Key.Key_Return)
    assert session.selection.only_node == bar.ids[1]
    room = hand.view.viewport().rect().marginsRemoved(hand.view.covered).center()
    item = hand.view.canvas.nodes[bar.ids[1]]
    assert (hand.view.mapFromScene(item.pos()) - room).manhattanLength() <= 3
    hand.key(Qt.Key.Key_Return, SHIFT)
    assert session.selection.only_node == first
    hand.key(Qt.Key.Key_F3)
    assert bar.count.text() == "2 of 3"


def test_escape_closes_it_and_the_canvas_has_the_focus(hand, bar, session):
    hand.type("tax")
    hand.key(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert hand.view.hasFocus()
    assert session.selection.only_node == hand.id("tax")
    assert session.history.count() == 0


def test_it_follows_the_document(hand, bar, session):
    hand.type("apple")
    hand.click(hand.node("apple price"))
    hand.key(Qt.Key.Key_Delete)
    assert sorted(names(bar)) == ["apple count", "apple total"]
