"""After a change only what looks otherwise is painted anew, and what stands on the screen is what there is."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from graph_engine.document import edits

DASHES = 60  # pixels; where a frame cuts a dashed line, its dashes begin elsewhere


class Painted(QObject):
    """Notes what of a widget is painted."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


@pytest.fixture
def port(hand, apple_tax, window):
    """The viewport at 100 %, all of it painted, and the panels settled."""
    hand.view.actual_size()
    hand.view.viewport().repaint()
    settle()
    return hand.view.viewport()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def screen(window, port):
    """What stands on the screen: nothing is painted for this."""
    shot = window.screen().grabWindow(window.winId()).toImage()
    ratio = shot.devicePixelRatio()
    corner = port.mapTo(window, QPoint(0, 0))
    return shot.copy(QRect(corner * ratio, port.size() * ratio))


def assert_is_up_to_date(window, port) -> None:
    settle()
    before = screen(window, port)
    port.update()
    settle()
    assert differing(before, screen(window, port)) <= DASHES


def differing(one, other) -> int:
    """How many pixels are not the same."""
    a, b = (np.frombuffer(image.constBits(), np.uint32) for image in (one, other))
    close = np.abs(a.view(np.uint8).astype(int) - b.view(np.uint8)).reshape(-1, 4).max(1) <= 3
    return int(np.count_nonzero(~close))


def set_value(session, name: str, value: float) -> None:
    session.do(edits.SetValue(session.document.graph.id_of(name), value), "Change value")


def test_what_stays_is_not_painted(window, port, apple_tax, hand):
    painted = Painted(port)
    set_value(apple_tax, "tax", 1.25)
    settle()
    wires = window.area.view.canvas.edges.values()
    untouched = next(wire for wire in wires if wire.edge.source == hand.id("apple price"))
    value = next(at for role, _, at, _ in untouched._placed if role == "value")
    changed = next(wire for wire in wires if wire.edge.source == hand.id("tax"))
    other = next(at for role, _, at, _ in changed._placed if role == "value")
    view = window.area.view
    assert not painted.region.contains(view.mapFromScene(*value))
    assert painted.region.contains(view.mapFromScene(*other))


def test_sliding_leaves_nothing_old_on_the_screen(window, port, apple_tax):
    for value in (1.25, 1.5, 123456.0, -0.001, 0.0, float("inf"), 2.0):
        set_value(apple_tax, "tax", value)
        assert_is_up_to_date(window, port)


def test_stepping_highlighting_and_selecting_leave_nothing_old_on_the_screen(window, port, apple_tax, hand):
    for step in range(apple_tax.playhead.last + 1):
        apple_tax.playhead.go(step)
        assert_is_up_to_date(window, port)
    apple_tax.playhead.rest()
    for direction in ("upstream", "downstream"):
        apple_tax.spotlight.show(apple_tax.document.graph, direction, [hand.id("tax")])
        assert_is_up_to_date(window, port)
    apple_tax.spotlight.clear()
    assert_is_up_to_date(window, port)


def test_a_wire_selected_after_sliding_is_marked_on_the_screen(window, port, apple_tax):
    for value in (1.25, 1.5, 1.75):
        set_value(apple_tax, "tax", value)
        settle()
    before = screen(window, port)
    edge = next(iter(apple_tax.document.graph.edges))
    apple_tax.selection.set(edges=[edge])
    settle()
    assert differing(before, screen(window, port)) > 5 * DASHES
    assert_is_up_to_date(window, port)


def test_the_map_follows_what_is_covered_and_which_step_is_shown(window, port, apple_tax):
    window.area.show_minimap(True)
    settle()
    for step in (1, 3, 5, apple_tax.playhead.last):
        apple_tax.playhead.go(step)
        assert_is_up_to_date(window, port)
