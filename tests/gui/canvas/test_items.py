"""Items paint what their look says, inside their bounds: what is painted outside would smear when they move."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from graph_engine.document import edits
from graph_engine.storage import examples

MARGIN = 40


def painted_outside(item):
    """How many pixels the item paints outside its bounds (a pixel of antialiasing is forgiven)."""
    bounds = item.boundingRect().toAlignedRect()
    image = QImage(bounds.size().grownBy(_margins()), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(QPointF(MARGIN, MARGIN) - QPointF(bounds.topLeft()))
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    inside = image.rect().marginsRemoved(_margins()).adjusted(-1, -1, 1, 1)
    assert any(image.pixelColor(x, image.height() // 2).alpha() for x in range(image.width())) or bounds.height() > 120
    points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return sum(image.pixelColor(x, y).alpha() > 0 for x, y in points if not inside.contains(x, y))


def _margins():
    return QMargins(MARGIN, MARGIN, MARGIN, MARGIN)


@pytest.mark.parametrize("entry", examples(), ids=lambda entry: entry.name)
def test_nothing_is_painted_outside_the_bounds(opened, window, entry):
    session, scene = opened(entry.name), window.area.view.canvas
    session.playhead.go(2)
    session.selection.set(
        [node.id for node in session.document.graph.nodes][::2], list(session.document.graph.edges)[::2]
    )
    for item in scene.nodes.values():
        item.mark(hovered=True, port="x")
    assert {item.look.name: painted_outside(item) for item in scene.nodes.values()} == {
        item.look.name: 0 for item in scene.nodes.values()
    }
    assert {edge: painted_outside(item) for edge, item in scene.edges.items()} == dict.fromkeys(scene.edges, 0)
    for item in scene.nodes.values():
        item.mark(hovered=False)


def test_a_node_with_a_problem_paints_inside_its_bounds(hand, apple_tax, window):
    apple_tax.do(edits.SetValue(hand.id("apple price"), [1.0, 2.0]), "Change value")
    apple_tax.do(edits.SetValue(hand.id("apple count"), [1.0, 2.0, 3.0]), "Change value")
    item = window.area.view.canvas.nodes[hand.id("apple total")]
    assert item.look.problem
    assert painted_outside(item) == 0
    assert "don't broadcast" in item.toolTip()


@pytest.mark.parametrize("zoom", [0.05, 0.2, 0.4, 1, 4])
def test_every_zoom_can_be_painted(opened, window, zoom):
    opened("classifier")
    view = window.area.view
    view.zoom(zoom / view.scale_now)
    picture = view.viewport().grab().toImage()
    ground = picture.pixelColor(2, 2)
    middle = range(0, picture.height(), 1)
    assert any(picture.pixelColor(picture.width() // 2, y) != ground for y in middle)


def test_a_number_that_changes_needs_no_other_bounds(hand, apple_tax, window):
    scene = window.area.view.canvas
    before = {id: item.boundingRect() for id, item in scene.nodes.items()}
    apple_tax.do(edits.SetValue(hand.id("tax"), 1.2345), "Change value")
    assert {id: item.look.name and item.boundingRect() for id, item in scene.nodes.items()} == before


def test_looks_are_decided_for_what_is_seen_alone(opened, window):
    session = opened("classifier")
    view = window.area.view
    view.zoom(0.2 / view.scale_now)
    session.playhead.go(3)
    view.viewport().repaint()
    ages = [item._age == view.canvas.looks.age for item in view.canvas.nodes.values()]
    assert 0 < sum(ages) < len(ages), "far off, only what stands out needs a look"
    view.zoom(1 / view.scale_now)
    view.viewport().repaint()
    area = view.mapToScene(view.viewport().rect()).boundingRect()
    seen = [item for item in view.canvas.nodes.values() if item.sceneBoundingRect().intersects(area)]
    assert seen
    assert all(item._age == view.canvas.looks.age for item in seen)
