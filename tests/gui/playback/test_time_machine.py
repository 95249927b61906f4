"""Running to a node, going round a stretch, and keeping the place while the graph is edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graph_engine.document import edits
from graph_engine.graph import Edge, make_node


@pytest.fixture
def bar(window):
    return window.area.bar


@pytest.mark.parametrize(("key", "modifier", "name", "position"), [
    (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "apple total", 1),
    (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "price", 2),
    (Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier, "apple total", 4),
    (Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier, "apple price", 5),
])  # fmt: skip
def test_it_runs_to_a_node(hand, apple_tax, bar, qtbot, key, modifier, name, position):
    bar.player.set_speed(8.0)
    hand.click(hand.node(name))
    hand.key(key, modifier)
    assert bar.player.playing
    qtbot.waitUntil(lambda: not bar.player.playing, timeout=4000)
    assert apple_tax.playhead.position == position
    known = apple_tax.playhead.seen()
    assert hand.id(name) in (known.values if modifier == Qt.KeyboardModifier.NoModifier else known.gradients)


def test_what_was_passed_already_is_shown_at_once(hand, apple_tax, bar, window):
    apple_tax.playhead.go(5)
    apple_tax.selection.set([hand.id("apple total")])
    window.actions_made.trigger("run.to_value")
    assert (apple_tax.playhead.position, bar.player.playing) == (1, False)


def test_a_source_has_no_value_to_run_to(hand, apple_tax, window):
    apple_tax.selection.set([hand.id("tax")])
    made = window.actions_made.made
    assert not made["run.to_value"].isEnabled()
    assert made["run.to_gradient"].isEnabled()


def test_a_run_to_the_sum_of_a_fan_out_steps_into_its_contributions(hand, opened, bar):
    session = opened("two_paths")
    position = session.results.trace.arrival(hand.id("b"), "backward")
    steps = session.results.trace.steps[:position]
    contributions = [
        edge for step in steps if step.kind == "pull" for edge in step.edges if edge.source == hand.id("b")
    ]
    assert len(contributions) == 2
    assert (steps[-1].kind, steps[-1].node) == ("sum", hand.id("b"))
    session.playhead.go(position - 1)
    assert hand.id("b") not in session.playhead.seen().gradients


def test_play_goes_round_a_stretch_until_it_is_let_go(hand, apple_tax, bar, window):
    head, player = apple_tax.playhead, bar.player
    head.go(2)
    hand.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    head.go(4)
    hand.key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert player.stretch == (2, 4)
    head.go(0)
    player.play()
    passed = [head.position]
    for _ in range(5):
        player._beat()
        passed.append(head.position)
    assert passed == [2, 3, 4, 2, 3, 4]
    assert player.playing
    hand.key(Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    assert player.loop is None
    player._beat()
    assert (head.position, player.playing) == (5, False)


def test_the_loop_is_pulled_on_the_timeline_and_its_ends_are_dragged(hand, apple_tax, bar):
    line, player = bar.timeline, bar.player

    def point(position, height):
        return QPoint(round(line.x_of(position)), height)

    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(line, left, shift, point(1, 33))
    drag(line, point(3, 33))
    QTest.mouseRelease(line, left, shift, point(3, 33))
    assert player.stretch == (1, 3)
    QTest.mousePress(line, left, pos=point(3, 46))
    drag(line, point(5, 46))
    QTest.mouseRelease(line, left, pos=point(5, 46))
    assert player.stretch == (1, 5)
    QTest.mousePress(line, left, pos=point(1, 46))
    drag(line, point(4, 46))
    QTest.mouseRelease(line, left, pos=point(4, 46))
    assert player.stretch == (4, 5)
    assert apple_tax.playhead.resting
    assert line.grab().toImage().pixelColor(point(4, 24) + QPoint(12, 0)).name() != "#ffffff"


def drag(widget, to):
    """A move with the button held, which `QTest.mouseMove` does not have."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(to), QPointF(widget.mapToGlobal(to)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_a_loop_on_a_timeline_that_became_shorter_is_cut(apple_tax, hand, bar):
    bar.player.set_loop(1, 5)
    apple_tax.do(edits.SetTarget(hand.id("apple total")), "Target")
    assert bar.player.stretch == (1, 4)


@pytest.mark.parametrize("key", ["run.forward_pass", "run.backward_pass", "run.reset", "run.finish"])
def test_going_to_a_place_stops_the_player(apple_tax, bar, window, key):
    bar.player.play()
    window.actions_made.trigger(key)
    assert not bar.player.playing


def test_an_edit_keeps_the_step_that_is_shown(hand, apple_tax):
    head = apple_tax.playhead
    head.go(2)
    step = head.step
    graph = apple_tax.document.graph
    node = make_node("n0", "negate", "before")
    wire = edits.Connect(Edge(hand.id("tax"), "n0", "x"))
    apple_tax.do(edits.Together((edits.AddNode(node), wire)), "Add")
    assert [s.node for s in apple_tax.results.trace.steps if s.kind == "value"].index(
        hand.id("price")
    ) + 1 == head.position
    assert head.step == step
    assert graph.has_name("before")
