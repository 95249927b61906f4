"""The card of steps lies where it covers no node; where there is no such place, the graph makes room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt


def covered(window) -> list[str]:
    """The nodes that lie under the card."""
    view, card = window.area.view, window.area.narration.geometry()
    boxes = {b.id: view.mapFromScene(b.mapRectToScene(b.outline_box())).boundingRect() for b in view.canvas.boxes()}
    return [id for id, box in boxes.items() if box.intersects(card)]


def every_step(window, qapp):
    head = window.session.playhead
    head.go(0)
    for position in range(head.last + 1):
        head.go(position)
        qapp.processEvents()
        yield position


@pytest.mark.parametrize("name", ["many_outputs", "linear_regression", "network_2_2_1"])
def test_no_step_covers_a_node(window, qapp, opened, name):
    opened(name)
    qapp.processEvents()
    for position in every_step(window, qapp):
        assert covered(window) == [], f"step {position}"
        area = window.area
        assert area.rect().contains(area.narration.geometry())
        assert not area.narration.geometry().intersects(area.bar.geometry())
        assert not (area.minimap.isVisible() and area.narration.geometry().intersects(area.minimap.geometry()))


def test_while_presenting_too(window, qapp, opened, hand):
    opened("hinge_classifier")
    hand.key(Qt.Key.Key_F11)
    for position in every_step(window, qapp):
        assert covered(window) == [], f"step {position}"


def test_room_that_was_made_stays_so_that_steps_back_move_nothing(window, qapp, opened):
    opened("many_outputs")
    list(every_step(window, qapp))
    before = window.area.view.viewportTransform()
    list(every_step(window, qapp))
    assert window.area.view.viewportTransform() == before


def test_numbers_stay_readable_rather_than_uncovered(window, qapp, opened):
    opened("saturated_race")
    qapp.processEvents()
    assert window.area.view.scale_now > 0.45
    for _ in every_step(window, qapp):
        assert window.area.view.scale_now > 0.449


def test_where_a_person_looks_closely_nothing_moves_but_the_card(window, qapp, opened):
    opened("many_outputs")
    window.area.view.zoom(2.0)
    before = window.area.view.viewportTransform()
    list(every_step(window, qapp))
    assert window.area.view.viewportTransform() == before


def test_while_a_node_is_dragged_under_it_the_card_stays(hand, window, apple_tax):
    at, card = hand.node("tax"), window.area.narration.geometry()
    under = window.area.view.mapFrom(window.area, card.center())
    hand.press(at)
    hand.glide(at, under)
    assert window.area.narration.pos() == card.topLeft()
    hand.release(under)
    assert covered(window) == []
    apple_tax.history.undo()


def test_another_document_finds_it_at_home(window, qapp, opened):
    opened("many_outputs")
    list(every_step(window, qapp))
    for name in ("twenty_sigmoids", "nine_paths", "apple_tax"):
        opened(name)
        assert window.area.narration.pos().x() == window.area.bar.x()
        assert window.area.narration.y() > window.area.height() / 2
    assert window.area.narration.geometry().bottom() < window.area.bar.y() < window.area.narration.pos().y() + 200
