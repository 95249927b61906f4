"""What hands and keys do on the canvas beside the actions: declared once, shown in the sheet of shortcuts."""

from __future__ import annotations

from ..i18n import tr

Rows = list[tuple[str, str]]


def gestures() -> list[tuple[str, Rows]]:
    """Groups of (how, what)."""
    return [
        (tr("Mouse and touchpad"), _mouse()),
        (tr("Wires"), _wires()),
        (tr("Keys on the canvas"), _keys()),
        (tr("While typing"), _typing()),
    ]


def _mouse() -> Rows:
    return [
        (tr("Drag from the palette"), tr("Add a node; on a wire it is inserted")),
        (tr("Double-click on empty canvas"), tr("Search and add: a name, a number or a formula")),
        (tr("Double-click a node"), tr("Edit its value or name")),
        (tr("Click · Shift-click, Ctrl-click"), tr("Select · select more")),
        (tr("Drag over empty canvas"), tr("Select what the rectangle touches")),
        (tr("Drag a node without wires onto a wire"), tr("Insert it there")),
        (tr("Drag a node · Alt meanwhile"), tr("Move the selection · without guides or grid")),
        (tr("Ctrl+drag a node"), tr("Duplicate the selection")),
        (tr("Wheel, pinch"), tr("Zoom at the pointer")),
        (tr("Middle-drag, Space-drag, two fingers"), tr("Pan")),
        (tr("Right button"), tr("What can be done with the thing under it")),
    ]


def _wires() -> Rows:
    return [
        (tr("Drag from a port to a port"), tr("Connect, from either end; an occupied input is replaced")),
        (tr("Drag a wire into empty space"), tr("Search and add what fits, connected")),
        (tr("Drag a wire's end off its input"), tr("Reconnect; in empty space: disconnect")),
        (tr("Double-click a wire"), tr("Search and insert")),
        (tr("Alt+drag over wires"), tr("Cut them")),
        (tr("W, then arrows, Enter, Esc"), tr("Lay a wire by keys: choose the port, connect, let go")),
    ]


def _keys() -> Rows:
    return [
        (tr("Tab, Space"), tr("Search and add, at the pointer (Tab: while nothing is selected)")),
        (tr("Tab, Shift+Tab"), tr("Next or previous node, wire or open group, once something is selected")),
        (tr("Ctrl+Tab, Ctrl+Shift+Tab"), tr("Leave the canvas for the next or previous panel")),
        (tr("Alt+arrows"), tr("Go along wires, up and down to neighbours")),
        (tr("Arrows · Shift+arrows"), tr("Nudge the selection · by a grid step")),
        (tr("Enter, F2"), tr("Edit value or name")),
        (tr("Esc"), tr("Let go of what the hand holds; select nothing")),
    ]


def _typing() -> Rows:
    return [
        (tr("Tab, Shift+Tab"), tr("Edit the next or previous source")),
        (tr("Up, Down"), tr("Change the last digit")),
        (tr("Esc"), tr("Take back what was typed")),
        (tr("Enter, Shift+Enter"), tr("In the find bar: next or previous node")),
    ]
