"""What keys do on the canvas, where no action has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from graph_engine.graph import Edge

from ..session.grouping import shown_group
from . import walk
from .asking import ask_to_add
from .spoken import stop_text
from .walk import GroupStop, NoteStop, Stop

if TYPE_CHECKING:
    from .view import CanvasView

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_NUDGE, _GRID_STEP = 2, 24
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_SHIFT, _CONTROL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class CanvasKeys:
    """`space_held` while Space is down; a Space that was only tapped asks what to add."""

    def __init__(self, view: CanvasView) -> None:
        self.view, self.session = view, view.session
        self.space_held = self.tapped = False

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        key = Qt.Key(event.key())
        if self.view.gesture is not None:
            self._to_gesture(key)
        elif key == Qt.Key.Key_Escape and self.session.spotlight.nodes is not None:
            self.session.spotlight.clear()
        elif key == Qt.Key.Key_Escape and self.session.selection:
            self.session.selection.clear()
        elif key == Qt.Key.Key_Escape:
            self.view.leave_group()
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.space_held = self.tapped = True
        elif key in _ENTER and (group := shown_group(self.session)) is not None:
            self.view.edit_group(group)
        elif key in _ENTER and self.session.selection.only_node:
            self.view.edit_node(self.session.selection.only_node)
        elif key in _ENTER and self.session.selection.only_note:
            self.view.edit_note(self.session.selection.only_note)
        elif key in _TABS:
            self._tab(_TABS[key], event)
        elif key in ARROWS and event.modifiers() & _ALT:
            self._go(walk.along(self.session.document, self.here, *ARROWS[key]))
        elif key in ARROWS:
            self.view.nudge(ARROWS[key], _GRID_STEP if event.modifiers() & _SHIFT else _NUDGE)
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.space_held = False
            if self.tapped and self.view.gesture is None:
                ask_to_add(self.view)

    @property
    def here(self) -> Stop | None:
        """The node, the wire, the open group or the note that alone is selected."""
        selection = self.session.selection
        if selection.only_note is not None:
            return NoteStop(selection.only_note)
        group = shown_group(self.session)
        if group in self.view.canvas.groups.frames:
            return GroupStop(group)
        first = min(selection.nodes, default=None) if group in self.view.canvas.groups.boxes else None
        return first or selection.only_node or selection.only_edge

    def _to_gesture(self, key: Qt.Key) -> None:
        gesture = self.view.gesture
        if gesture is None:
            return
        if key == Qt.Key.Key_Escape:
            self.view.end_gesture()
            gesture.cancel()
        elif not gesture.key(key):
            self.view.end_gesture()

    def _tab(self, by: int, event: QKeyEvent) -> None:
        """Through nodes, wires and groups once one is selected; with nothing selected Tab asks what to add."""
        if event.modifiers() & _CONTROL:
            self.view.focusNextPrevChild(by > 0)
        elif by > 0 and not self.session.selection:
            ask_to_add(self.view)
        else:
            self._go(walk.step(self.session.document, self.here, by, self._is_seen))

    def _is_seen(self, stop: Stop) -> bool:
        """What is on the canvas; of the nodes in a collapsed group one stands for all."""
        canvas = self.view.canvas
        if isinstance(stop, NoteStop):
            return stop.id in canvas.notes.seen
        if isinstance(stop, Edge):
            return stop in canvas.edges
        if isinstance(stop, GroupStop):
            held = canvas.groups.held(stop.group)
            alike = [id for id in canvas.groups.frames if canvas.groups.held(id) == held]
            return len(held) > 1 and stop.group in alike[:1]
        box = canvas.groups.box_of(stop)
        return stop in canvas.nodes or (box is not None and stop == min(canvas.groups.held(box.group_id)))

    def _go(self, stop: Stop | None) -> None:
        if stop is not None:
            go_to(self.view, stop)


def go_to(view: CanvasView, stop: Stop) -> None:
    """Selects a node, a wire, a group or a note, shows it, and says what it is."""
    selection = view.session.selection
    if isinstance(stop, NoteStop):
        selection.set(notes=[stop.id])
        view.ensureVisible(view.canvas.notes.items[stop.id].sceneBoundingRect(), 40, 40)
        return
    if isinstance(stop, GroupStop):
        selection.set(view.canvas.groups.held(stop.group))
        view.ensureVisible(view.canvas.groups.frames[stop.group].title_box(), 40, 40)
        return
    before = selection.only_node or selection.only_edge
    if isinstance(stop, Edge):
        selection.set(edges=view.canvas.groups.bundle(stop))
        view.ensure_visible(stop.target)
    else:
        box = view.canvas.groups.box_of(stop)
        selection.set([stop] if box is None else view.canvas.groups.held(box.group_id))
        view.ensure_visible(stop)
    if stop == before or stop != (selection.only_node or selection.only_edge):  # a new choice is announced by itself
        view.session.announce(stop_text(view.session, stop))
