"""Selects what a rectangle pulled over empty canvas touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QRubberBand

from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView


class RubberBand(Gesture):
    def __init__(self, view: CanvasView, event: QMouseEvent) -> None:
        super().__init__(view, event)
        selection = self.session.selection
        more = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        self.kept = (selection.nodes, selection.edges, selection.notes) if more else (frozenset(),) * 3
        self.before = selection.nodes, selection.edges, selection.notes
        selection.set(*self.kept)
        self.band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())

    def move(self, event: QMouseEvent) -> None:
        self.band.setGeometry(QRect(self.pressed, event.position().toPoint()).normalized())
        self.band.show()
        area = QRectF(self.start, self.at(event)).normalized()
        inside = {
            id
            for id, item in self.scene.nodes.items()
            if area.intersects(item.mapRectToScene(item.shape().boundingRect()))
        }
        for group, box in self.scene.groups.boxes.items():
            if area.intersects(box.mapRectToScene(box.outline_box())):
                inside |= self.scene.groups.held(group)
        wires = {
            edge
            for first, item in self.scene.edges.items()
            for edge in self.scene.groups.bundle(first)
            if area.contains(item.mapRectToScene(item.shape().controlPointRect()))
            and {edge.source, edge.target} <= inside
        }
        notes = {
            id
            for id, item in self.scene.notes.seen.items()
            if (area.contains if item.look.frame else area.intersects)(item.mapRectToScene(item.box))
        }
        self.session.selection.set(self.kept[0] | inside, self.kept[1] | wires, self.kept[2] | notes)

    def finish(self, event: QMouseEvent) -> None:
        self._put_away()

    def cancel(self) -> None:
        self.session.selection.set(*self.before)
        self._put_away()

    def _put_away(self) -> None:
        self.band.hide()
        self.band.deleteLater()
