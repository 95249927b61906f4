"""While only numbers change, the strokes of the wires come from a picture, and what is seen is the same."""

from __future__ import annotations

import pytest

from graph_engine.document import edits
from tests.eyes import alike


@pytest.fixture
def strokes(hand, apple_tax, window):
    view = window.area.view
    view.actual_size()
    view.viewport().repaint()
    return view.canvas.looks.strokes


def picture(hand):
    return hand.view.viewport().grab().toImage()


def slide(hand, session, value: float) -> None:
    session.do(edits.SetValue(hand.id("tax"), value), "Change value")
    hand.view.viewport().repaint()


def test_sliding_a_value_keeps_the_strokes_and_shows_the_numbers(hand, strokes, apple_tax):
    slide(hand, apple_tax, 1.25)
    slide(hand, apple_tax, 1.5)
    kept = strokes.kept
    assert kept is not None
    slide(hand, apple_tax, 2.5)
    assert strokes.kept is kept
    recalled = picture(hand)
    strokes.kept = strokes._same = None
    assert alike(picture(hand), recalled)
    slide(hand, apple_tax, 1.75)
    assert not alike(picture(hand), recalled)


def test_a_moved_node_a_selected_wire_and_another_zoom_have_strokes_of_their_own(hand, strokes, apple_tax):
    def changed(change) -> bool:
        slide(hand, apple_tax, 1.25)
        slide(hand, apple_tax, 1.5)
        assert strokes.kept is not None
        before = picture(hand)
        change()
        hand.view.viewport().repaint()
        return strokes.kept is None and not alike(picture(hand), before)

    edge = next(iter(apple_tax.document.graph.edges))
    place = apple_tax.document.positions[edge.source]
    assert changed(lambda: apple_tax.selection.set(edges=[edge]))
    assert changed(lambda: apple_tax.do(edits.Move(((edge.source, (place[0], place[1] - 60)),)), "Move"))
    assert changed(lambda: hand.view.zoom(0.9))
    assert changed(lambda: apple_tax.spotlight.show(apple_tax.document.graph, "upstream", [edge.source]))
    assert changed(lambda: apple_tax.playhead.go(2))


def test_texts_lie_above_all_strokes_whether_or_not_these_are_kept(hand, strokes, apple_tax):
    slide(hand, apple_tax, 1.25)
    drawn = picture(hand)
    slide(hand, apple_tax, 1.25)
    slide(hand, apple_tax, 1.25)
    assert strokes.kept is not None
    assert alike(picture(hand), drawn)
