"""The notes and frames of the canvas: one item each, following the document."""

from __future__ import annotations

from collections.abc import Iterable, Set

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from graph_engine.document import Document

from ..theme import Tokens
from .note_item import NoteItem
from .note_look import HANDLES, note_look


class NotesLayer:
    """`items` holds the item of each note by its id. Notes belong to the whole graph: inside a group they are away."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.items: dict[str, NoteItem] = {}
        self.away = False

    @property
    def seen(self) -> dict[str, NoteItem]:
        """The items that are on the canvas now."""
        return {} if self.away else self.items

    def rebuild(self, document: Document, tokens: Tokens) -> None:
        """Begins anew in a scene that was emptied."""
        self.items = {}
        self.follow(document, document.notes, tokens)

    def follow(self, document: Document, ids: Iterable[str], tokens: Tokens) -> None:
        for id in ids:
            note, item = document.notes.get(id), self.items.get(id)
            if note is None:
                if item is not None:
                    self._scene.removeItem(self.items.pop(id))
                continue
            if item is None:
                item = self.items[id] = NoteItem(note_look(note), tokens)
                item.setVisible(not self.away)
                self._scene.addItem(item)
            item.show_look(note_look(note))
            item.setPos(*note.position)

    def mark(self, selected: frozenset[str]) -> None:
        for id, item in self.items.items():
            item.mark(selected=id in selected)

    def show_all(self, visible: bool) -> None:
        self.away = not visible
        for item in self.items.values():
            item.setVisible(visible)

    def recolour(self, tokens: Tokens) -> None:
        for item in self.items.values():
            item.recolour(tokens)

    def handle_at(self, at: QPointF, reach: float) -> tuple[str, str] | None:
        """The note and the handle under a point, among those that show handles; the nearest."""
        found = []
        for id, item in self.seen.items():
            if item.selected:
                for handle in HANDLES:
                    away = QPointF(*item.look.handle_point(handle)) + item.pos() - at
                    found.append((away.manhattanLength(), id, handle))
        nearest = min(found, default=(reach + 1, "", ""))
        return nearest[1:] if nearest[0] <= reach else None

    def at(self, at: QPointF) -> str | None:
        """The note that a hand takes hold of at a point; notes come before frames, small before large."""
        held = [i for i in self.seen.values() if i.look.holds((at - i.pos()).toTuple())]
        nearest = min(held, key=lambda i: (i.look.frame, i.look.width * i.look.height), default=None)
        return None if nearest is None else nearest.id

    def bounds(self, ids: Set[str] | None = None) -> QRectF:
        """The rectangle around all notes, or around `ids`."""
        rect = QRectF()
        for id in self.seen if ids is None else ids & self.seen.keys():
            rect = rect.united(self.items[id].sceneBoundingRect())
        return rect
