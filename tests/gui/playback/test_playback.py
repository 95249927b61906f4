"""Stepping by keys, buttons, mouse and timer, and what is said at each step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox

from graph_engine.document import Document, edits
from graph_engine.storage import example

TOLD = {
    "apple_tax": [
        ["Ready", "Step forward to compute the first node."],
        ["Forward step 1 of 2: multiply “apple total”", "apple total = apple price × apple count = 100 × 2 = 200"],
        ["Forward step 2 of 2: multiply “price”", "price = apple total × tax = 200 × 1.1 = 220"],
        ["Backward step 1 of 3: multiply “price”", "∂price/∂price = 1: the backward pass starts here"],
        [
            "Backward step 2 of 3: multiply “price”",
            "∂price/∂apple total = upstream × local = 1 × 1.1 = 1.1",
            "∂price/∂tax = upstream × local = 1 × 200 = 200",
        ],
        [
            "Backward step 3 of 3: multiply “apple total”",
            "∂price/∂apple price = upstream × local = 1.1 × 2 = 2.2",
            "∂price/∂apple count = upstream × local = 1.1 × 100 = 110",
        ],
    ],
    "two_paths": [
        ["Ready", "Step forward to compute the first node."],
        ["Forward step 1 of 3: add “c”", "c = a + b = 2 + 1 = 3"],
        ["Forward step 2 of 3: add “d”", "d = b + 1 = 1 + 1 = 2"],
        ["Forward step 3 of 3: multiply “e”", "e = c × d = 3 × 2 = 6"],
        ["Backward step 1 of 5: multiply “e”", "∂e/∂e = 1: the backward pass starts here"],
        [
            "Backward step 2 of 5: multiply “e”",
            "∂e/∂c = upstream × local = 1 × 2 = 2",
            "∂e/∂d = upstream × local = 1 × 3 = 3",
        ],
        [
            "Backward step 3 of 5: add “d”",
            "∂e/∂b through d: upstream × local = 3 × 1 = 3",
            "∂e/∂1 = upstream × local = 3 × 1 = 3",
        ],
        [
            "Backward step 4 of 5: add “c”",
            "∂e/∂a = upstream × local = 2 × 1 = 2",
            "∂e/∂b through c: upstream × local = 2 × 1 = 2",
        ],
        ["Backward step 5 of 5: variable “b”", "∂e/∂b = 3 + 2 = 5: contributions add up"],
    ],
}


@pytest.fixture
def bar(window):
    return window.area.bar


@pytest.fixture
def button(bar):
    """Buttons of the bar by the name of their picture."""
    return lambda name: next(made for made, current in bar.buttons if current() == name)


@pytest.mark.parametrize("name", TOLD)
def test_each_step_is_told_with_its_numbers_forward_and_back_again(hand, opened, window, name):
    session, told = opened(name), TOLD[name]
    hand.view.setFocus()
    window.actions_made.trigger("run.reset")
    assert window.area.narration.plain().split("\n") == told[0]
    for position in range(1, len(told)):
        hand.key(Qt.Key.Key_Period)
        assert session.playhead.position == position
        assert window.area.narration.plain().split("\n") == told[position]
    for position in range(len(told) - 2, -1, -1):
        hand.key(Qt.Key.Key_Comma)
        assert window.area.narration.plain().split("\n") == told[position]


def test_steps_stop_at_both_ends(hand, apple_tax, window):
    hand.view.setFocus()
    for _ in range(9):
        hand.key(Qt.Key.Key_Period)
    assert apple_tax.playhead.position == 5
    for _ in range(9):
        hand.key(Qt.Key.Key_Comma)
    assert apple_tax.playhead.position == 0


def test_from_rest_a_step_begins_at_the_start(hand, apple_tax):
    assert apple_tax.playhead.resting
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Period)
    assert apple_tax.playhead.position == 1


def test_at_rest_the_card_says_the_result(apple_tax, window):
    assert window.area.narration.plain().startswith("price = 220\n")


def test_the_card_says_what_is_wrong(hand, apple_tax, window):
    apple_tax.do(edits.Disconnect(hand.edge("tax", "price", "y")), "Disconnect")
    assert "“price” needs a wire into y" in window.area.narration.plain()


def test_names_that_look_like_markup_are_told_as_they_are(hand, apple_tax, window):
    apple_tax.do(edits.Rename(hand.id("tax"), "<i>t</i>"), "Rename")
    apple_tax.playhead.go(2)
    assert "× (<i>t</i>)" in window.area.narration.formulas.text()
    assert "<i>t</i>" in window.area.narration.plain()


def test_the_buttons_step_and_jump(hand, apple_tax, bar, button):
    head = apple_tax.playhead
    for name, position in (
        ("skip-back", 0),
        ("step-forward", 1),
        ("step-forward", 2),
        ("step-back", 1),
        ("skip-forward", 5),
    ):
        hand.click(hand.on(button(name)))
        assert head.position == position
        assert bar.count.text() == f"{position} / 5"
    assert head.resting


def test_the_keys_of_the_bar(hand, apple_tax, bar):
    bar.setFocus()
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Left)
    assert apple_tax.playhead.position == 1
    hand.key(Qt.Key.Key_Return)
    assert bar.player.playing
    hand.key(Qt.Key.Key_Return)
    assert not bar.player.playing


def test_passes_are_run_by_f5_f6_and_reset_by_shift_f5(hand, apple_tax):
    hand.view.setFocus()
    head = apple_tax.playhead
    hand.key(Qt.Key.Key_F5)
    assert head.position == 2
    hand.key(Qt.Key.Key_F6)
    assert (head.position, head.resting) == (5, False)
    hand.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert head.position == 0
    hand.key(Qt.Key.Key_F7)
    assert head.resting


def on_timeline(hand, bar, position):
    line = bar.timeline
    return line.mapTo(hand.window, QPoint(round(line.x_of(position)), 33))


def test_the_timeline_is_scrubbed_with_the_mouse(hand, apple_tax, bar):
    head = apple_tax.playhead
    hand.click(on_timeline(hand, bar, 3))
    assert head.position == 3
    hand.press(on_timeline(hand, bar, 1))
    for position in (2, 4, 0):
        hand.move(on_timeline(hand, bar, position))
        assert head.position == position
    hand.move(on_timeline(hand, bar, 5) + QPoint(400, 0))
    assert head.position == 5
    hand.release(on_timeline(hand, bar, 5))


def test_play_starts_over_at_the_end_and_steps_to_the_end_with_its_timer(hand, apple_tax, bar, button, qtbot):
    player, head = bar.player, apple_tax.playhead
    player.set_speed(900.0)
    passed = []
    head.moved.connect(lambda: passed.append(head.position))
    hand.click(hand.on(button("play")))
    assert player.playing
    qtbot.waitUntil(lambda: not player.playing, timeout=3000)
    assert passed == [0, 1, 2, 3, 4, 5]


def test_pause_stays_where_it_is_and_play_goes_on_from_there(hand, apple_tax, bar, button):
    hand.click(hand.on(button("play")))
    bar.player._beat()
    bar.player._beat()
    hand.click(hand.on(button("pause")))
    assert (bar.player.playing, apple_tax.playhead.position) == (False, 2)
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.player.playing
    bar.player._beat()
    assert apple_tax.playhead.position == 3
    hand.key(Qt.Key.Key_Comma)
    assert not bar.player.playing


def test_another_document_stops_the_player(apple_tax, bar):
    bar.player.play()
    apple_tax.replace(example("two_paths").open(), None)
    assert not bar.player.playing


def test_with_nothing_to_play_play_does_nothing(session, bar):
    bar.player.play()
    assert not bar.player.playing


def test_the_speed_is_chosen_while_it_plays(hand, apple_tax, bar):
    bar.player.play()
    bar.speed.setFocus()
    hand.key(Qt.Key.Key_Down)
    assert bar.speed.currentData() == bar.player.speed == 2.0
    assert bar.player._timer.interval() == 450
    bar.player.pause()


def test_the_target_is_chosen_in_its_box_and_undone(hand, apple_tax, bar):
    assert [bar.target.itemText(i) for i in range(bar.target.count())] == ["apple total", "price"]
    assert bar.target.currentText() == "price"
    bar.target.setFocus()
    hand.key(Qt.Key.Key_Up)
    assert apple_tax.results.target == hand.id("apple total")
    assert apple_tax.playhead.last == 4
    apple_tax.history.undo()
    assert bar.target.currentText() == "price"


def test_the_target_box_follows_names(hand, apple_tax, bar):
    apple_tax.do(edits.Rename(hand.id("price"), "total"), "Rename")
    assert bar.target.currentText() == "total"


def test_without_a_graph_there_is_no_bar(apple_tax, bar, window):
    assert bar.isVisible()
    assert window.area.narration.isVisible()
    apple_tax.replace(Document(), None)
    assert not bar.isVisible()
    assert not window.area.narration.isVisible()
    assert window.area.start_page.isVisible()


def test_every_part_of_the_bar_has_a_name_for_screen_readers(bar):
    parts = [made for made, _ in bar.buttons] + [bar.timeline, bar, *bar.findChildren(QComboBox)]
    assert all(part.accessibleName() for part in parts)


def test_a_value_changed_while_stepping_keeps_the_place_and_tells_the_new_numbers(hand, apple_tax, window):
    apple_tax.playhead.go(2)
    apple_tax.do(edits.SetValue(hand.id("tax"), 2.0), "Change value")
    assert apple_tax.playhead.position == 2
    assert "price = apple total × tax = 200 × 2 = 400" in window.area.narration.plain()
