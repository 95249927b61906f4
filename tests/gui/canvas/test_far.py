"""Zoomed far out: the picture is another, but pointing, selecting and moving are the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor

from graph_engine.document import edits
from tests.hand import SHIFT


@pytest.fixture
def far(hand, apple_tax, qapp):
    """The hand, with the apple-tax example seen from afar."""
    hand.view.zoom(0.3 / hand.view.scale_now)
    qapp.processEvents()
    return hand


def colours(hand):
    """How many pixels of the canvas have which colour."""
    image = hand.view.viewport().grab().toImage()
    found: dict[str, int] = {}
    for x in range(0, image.width(), 1):
        for y in range(0, image.height() * 2 // 3, 1):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def like(hand, colour: str) -> int:
    """How many pixels have about this colour."""
    wanted = QColor(colour).getRgb()[:3]
    near = [
        count
        for name, count in colours(hand).items()
        if max(abs(a - b) for a, b in zip(QColor(name).getRgb()[:3], wanted, strict=True)) < 40
    ]
    return sum(near)


def test_a_node_can_be_clicked_and_stands_out(far, apple_tax):
    selection = far.window.theme.tokens.selection
    before = like(far, selection)
    far.click(far.node("tax"))
    assert apple_tax.selection.only_node == far.id("tax")
    assert like(far, selection) > before + 20


def test_a_wire_can_be_clicked(far, apple_tax):
    far.click(far.wire("apple total", "price", "x"))
    assert apple_tax.selection.only_edge == far.edge("apple total", "price", "x")


def test_a_drag_moves_the_node_and_its_picture_in_one_step(far, apple_tax):
    before, steps = apple_tax.document.positions[far.id("tax")], apple_tax.history.count()
    far.move(far.corner())
    plain = far.view.viewport().grab().toImage()
    far.press(far.node("tax"))
    far.glide(far.node("tax"), far.node("tax") + QPoint(30, 20), steps=4)
    far.release(far.node("tax"))
    far.move(far.corner())
    assert apple_tax.document.positions[far.id("tax")] != before
    assert apple_tax.history.count() == steps + 1
    apple_tax.selection.clear()
    assert far.view.viewport().grab().toImage() != plain
    apple_tax.history.undo()
    assert far.view.viewport().grab().toImage() == plain


def test_a_rubber_band_takes_nodes_and_the_wires_between(far, apple_tax):
    box = far.view.mapFromScene(far.view.canvas.bounds()).boundingRect().adjusted(-6, -6, 6, 6)
    corners = [far.view.viewport().mapTo(far.window, at) for at in (box.topLeft(), box.bottomRight())]
    far.drag(corners[0], corners[1], keys=SHIFT)
    assert len(apple_tax.selection.nodes) == len(apple_tax.document.graph)
    assert len(apple_tax.selection.edges) == len(list(apple_tax.document.graph.edges))


def test_what_comes_goes_and_goes_wrong_is_painted(far, apple_tax):
    plain = far.view.viewport().grab().toImage()
    apple_tax.do(edits.Disconnect(far.edge("tax", "price", "y")), "Disconnect")
    assert far.view.viewport().grab().toImage() != plain
    apple_tax.history.undo()
    assert far.view.viewport().grab().toImage() == plain


def test_the_step_just_taken_stands_out(far, apple_tax):
    pictures = []
    for position in (1, 2, apple_tax.playhead.last):
        apple_tax.playhead.go(position)
        pictures.append(far.view.viewport().grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_other_things_on_the_canvas_are_painted_too(far):
    scene = far.view.canvas
    green = QColor("#12ff34")
    at = scene.bounds().center() + QPointF(0, -200)
    note = scene.addRect(0, 0, 200, 100, green, green)
    scene.addItem(note)
    note.setPos(at)
    assert colours(far)[green.name()] > 500
    scene.removeItem(note)
    assert green.name() not in colours(far)


def test_a_node_moved_by_an_edit_is_seen_where_it_is(far, apple_tax, window, qtbot, qapp):
    """What stands on the screen, not what would be painted if one asked."""

    def screen():
        return qapp.primaryScreen().grabWindow(window.winId()).toImage()

    tax = far.id("tax")
    x, y = apple_tax.document.positions[tax]
    for step in range(1, 5):
        apple_tax.do(edits.Move(((tax, (x + 40 * step, y + 40 * step)),)), "Move")
        qtbot.wait(20)
    shown = screen()
    window.area.view.viewport().update()
    qtbot.wait(20)
    assert screen() == shown


def text_like(hand, name: str) -> int:
    """How many pixels of the colour of text lie in the outline of a node."""
    item = hand.view.canvas.nodes[hand.id(name)]
    box = hand.view.mapFromScene(item.mapRectToScene(item.outline_box())).boundingRect().adjusted(5, 4, -5, -4)
    image = hand.view.viewport().grab(box).toImage()
    dark = QColor(hand.window.theme.tokens.text).lightness() + 60
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < dark for x, y in points)


def test_few_nodes_keep_their_names(far, apple_tax):
    assert text_like(far, "tax") > 5
    assert text_like(far, "price") > 5
    far.view.zoom(0.1 / far.view.scale_now)
    assert text_like(far, "tax") == 0, "what could not be read is not written"


def test_a_name_is_cut_where_its_outline_is_too_narrow(opened, window, qapp):
    session = opened("saturated_sigmoid")
    window.area.view.zoom(0.25 / window.area.view.scale_now)
    image = window.area.view.viewport().grab().toImage()
    boxes = [item.mapRectToScene(item.outline_box()) for item in window.area.view.canvas.boxes()]
    assert session.document.graph
    for box in boxes:
        right = window.area.view.mapFromScene(box.topRight() + QPointF(24, box.height() * 0.2))
        assert image.pixelColor(right).lightness() > 150, "no name runs over the edge of its node"
