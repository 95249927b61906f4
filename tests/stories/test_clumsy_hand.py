"""A hand that clicks, drags and types at random: nothing breaks, and the scene always shows the document."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from graph_engine.storage import from_bytes, to_bytes
from tests.hand import CONTROL, MIDDLE, NONE, SHIFT

KEYS = [
    (Qt.Key.Key_Delete, NONE), (Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_A, CONTROL),
    (Qt.Key.Key_D, CONTROL), (Qt.Key.Key_C, CONTROL), (Qt.Key.Key_V, CONTROL), (Qt.Key.Key_X, CONTROL),
    (Qt.Key.Key_L, CONTROL), (Qt.Key.Key_T, NONE), (Qt.Key.Key_F, NONE), (Qt.Key.Key_Home, NONE),
    (Qt.Key.Key_Period, NONE), (Qt.Key.Key_Comma, NONE), (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Right, NONE), (Qt.Key.Key_Up, SHIFT), (Qt.Key.Key_F7, NONE),
]  # fmt: skip
TEXTS = ["2", "-1", "0.5", "[1, 2]", "nonsense", "y 2", "1e300"]


def anywhere(hand, dice):
    """A point that matters (a node, a port, a wire) or just any."""
    scene, picks = hand.view.canvas, [hand.middle(), hand.on(hand.view.viewport()) + QPoint(90, 60)]
    for item in scene.nodes.values():
        picks += [hand.place(item.x(), item.y()), hand.place(*item.output_point())]
        picks += [hand.place(*item.input_point(port.name)) for port in item.look.ports]
    for item in scene.edges.values():
        middle = item.path.pointAtPercent(0.5)
        picks.append(hand.place(middle.x(), middle.y()))
    room = hand.view.viewport().rect().translated(hand.view.viewport().mapTo(hand.window, QPoint(0, 0)))
    inside = [at for at in picks if room.contains(at)]
    return dice.choice(
        [*inside, QPoint(dice.randint(room.left(), room.right()), dice.randint(room.top(), room.bottom()))]
    )


def act(hand, dice):
    keys = dice.choice([NONE, NONE, SHIFT, CONTROL])
    match dice.randint(0, 8):
        case 0:
            hand.click(anywhere(hand, dice), keys=keys)
        case 1 | 2 | 3:
            hand.drag(anywhere(hand, dice), anywhere(hand, dice), keys=keys, steps=3)
        case 4:
            hand.drag(anywhere(hand, dice), anywhere(hand, dice), button=MIDDLE, steps=2)
        case 5:
            hand.double_click(anywhere(hand, dice))
            hand.type(dice.choice(TEXTS))
        case 6:
            kind = dice.choice([entry.key for entry in hand.window.palette_panel.entries])
            hand.drag(hand.entry(kind), anywhere(hand, dice), steps=3)
        case 7:
            hand.wheel(anywhere(hand, dice), dice.choice([-2, -1, 1, 2]))
        case 8:
            hand.key(*dice.choice(KEYS))
    hand.window.area.start_page.hide()  # its examples would ask about unsaved changes


# An action is five events or so: the long run is some 20,000.
LONG = pytest.param(99, 4000, marks=pytest.mark.slow)


@pytest.mark.parametrize(("seed", "actions"), [*((seed, 50) for seed in range(6)), LONG])
def test_whatever_the_hand_does(hand, apple_tax, window, seed, actions):
    dice, start = random.Random(seed), to_bytes(apple_tax.document)
    for _ in range(actions):
        act(hand, dice)
        if len(apple_tax.document.graph) > 40:  # a large graph slows the long run down and shows nothing new
            hand.key(Qt.Key.Key_Escape)
            hand.view.setFocus()
            hand.key(Qt.Key.Key_A, CONTROL)
            hand.key(Qt.Key.Key_Delete)
        assert QApplication.activeModalWidget() is None
    hand.key(Qt.Key.Key_Escape)
    hand.view.setFocus()
    end, reached = to_bytes(apple_tax.document), apple_tax.history.index()
    assert to_bytes(from_bytes(end)) == end
    while apple_tax.history.canUndo():
        apple_tax.history.undo()
    assert to_bytes(apple_tax.document) == start
    apple_tax.history.setIndex(reached)
    assert to_bytes(apple_tax.document) == end
    window.area.bar.player.pause()
