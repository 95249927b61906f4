"""A hand that clicks, drags and types at random: nothing breaks, and the scene always shows the document."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from graph_engine.storage import from_bytes, to_bytes
from tests.hand import ALT, CONTROL, MIDDLE, NONE, SHIFT

LEFT_ALONE = ("file.", "help.", "view.language", "view.theme", "view.present")  # dialogs, other windows
MORE = [
    (Qt.Key.Key_Escape, NONE), (Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Backtab, SHIFT), (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Right, NONE), (Qt.Key.Key_Up, SHIFT), (Qt.Key.Key_Left, ALT), (Qt.Key.Key_Down, ALT),
    (Qt.Key.Key_W, NONE), (Qt.Key.Key_Space, NONE), (Qt.Key.Key_2, NONE), (Qt.Key.Key_Minus, NONE),
    (Qt.Key.Key_Backspace, NONE),
]  # fmt: skip
TEXTS = ["2", "-1", "0.5", "[1, 2]", "nonsense", "y 2", "1e300"]


def keys_of(window):
    """Every shortcut of every action, and keys that gestures and editors know."""
    found = list(MORE)
    for action in window.findChildren(QAction):
        if action.objectName() and not action.objectName().startswith(LEFT_ALONE):
            found += [(s[0].key(), s[0].keyboardModifiers()) for s in action.shortcuts() if s.count() == 1]
    return found


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


def act(hand, dice, shortcuts):
    keys = dice.choice([NONE, NONE, NONE, SHIFT, CONTROL, ALT])
    match dice.randint(0, 9):
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
        case 8 | 9:
            hand.key(*dice.choice(shortcuts))


LONG = pytest.param(99, 20_000, marks=pytest.mark.slow)
MOST = 25  # nodes; a large graph slows the long run down and shows nothing new


@pytest.mark.parametrize(("seed", "events"), [*((seed, 250) for seed in range(6)), LONG])
def test_whatever_the_hand_does(hand, apple_tax, window, seed, events, monkeypatch):
    # The start page comes back whenever the canvas is empty; its examples are not to replace what is being edited.
    monkeypatch.setattr("gui.actions.file.safe_to_leave", lambda *_: False)
    dice, start, shortcuts = random.Random(seed), to_bytes(apple_tax.document), keys_of(window)
    while hand.events < events:
        act(hand, dice, shortcuts)
        if len(apple_tax.document.graph) > MOST:
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
