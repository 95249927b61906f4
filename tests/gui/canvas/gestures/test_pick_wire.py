from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.hand import CONTROL, SHIFT


def test_a_click_selects_the_wire(hand, apple_tax):
    hand.click(hand.wire("tax", "price", "y"))
    assert apple_tax.selection.only_edge == hand.edge("tax", "price", "y")


@pytest.mark.parametrize("key", [SHIFT, CONTROL])
def test_with_shift_or_control_it_is_added_and_taken_away(hand, apple_tax, key):
    first, second = hand.edge("tax", "price", "y"), hand.edge("apple total", "price", "x")
    hand.click(hand.node("tax"))
    hand.click(hand.wire(*("apple total", "price", "x")), keys=key)
    hand.click(hand.wire(*("tax", "price", "y")), keys=key)
    assert apple_tax.selection.edges == {first, second}
    hand.click(hand.wire(*("tax", "price", "y")), keys=key)
    assert apple_tax.selection.edges == {second}
    assert apple_tax.selection.nodes == {hand.id("tax")}


def test_delete_takes_the_selected_wire_away(hand, apple_tax):
    hand.click(hand.wire("tax", "price", "y"))
    hand.key(Qt.Key.Key_Delete)
    assert list(apple_tax.document.graph.inputs(hand.id("price"))) == ["x"]
    assert not apple_tax.selection
