"""Selects the wire under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from graph_engine.graph import Edge

from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView


class PickWire(Gesture):
    def __init__(self, view: CanvasView, event: QMouseEvent, edge: Edge) -> None:
        super().__init__(view, event)
        selection = self.session.selection
        more = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        edges = frozenset(self.scene.groups.bundle(edge))
        if more:
            selection.set(selection.nodes, selection.edges ^ edges, selection.notes)
        else:
            selection.set(edges=edges)
