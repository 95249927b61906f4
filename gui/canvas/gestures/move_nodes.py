"""Selects the node under the pointer and moves the selection with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from graph_engine.document import edits

from ...i18n import tr
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView


class MoveNodes(Gesture):
    def __init__(self, view: CanvasView, event: QMouseEvent, id: str) -> None:
        super().__init__(view, event)
        self.id = id
        self.moving = False
        selection = self.session.selection
        self.adds = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        self.alone_on_release = id in selection.nodes and not self.adds
        if self.adds:
            selection.toggle(id)
        elif id not in selection.nodes:
            selection.set([id])
        self.origin = {chosen: self.session.document.positions[chosen] for chosen in sorted(selection.nodes)}

    def move(self, event: QMouseEvent) -> None:
        if not self.moving and not self.far_enough(event):
            return
        self.moving = True
        by = self.at(event) - self.start
        dx, dy = round(by.x()), round(by.y())
        places = tuple((id, (x + dx, y + dy)) for id, (x, y) in self.origin.items())
        if places:
            self.session.attempt(edits.Move(places), tr("Move"), gesture=self)

    def finish(self, event: QMouseEvent) -> None:
        if self.alone_on_release and not self.moving:
            self.session.selection.set([self.id])

    def cancel(self) -> None:
        if self.moving:
            self.session.attempt(edits.Move(tuple(self.origin.items())), tr("Move"), gesture=self)
