"""What moves when the selection is moved: its nodes and notes, and all that stands inside its frames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from graph_engine.document import Edit, Note, Point, compose_notes
from graph_engine.document.notes import Box, inside

from ..session.clipboard import Taken

if TYPE_CHECKING:
    from .scene import CanvasScene


@dataclass(frozen=True)
class Luggage:
    """Where everything that moves stood when it was packed."""

    nodes: dict[str, Point]
    notes: tuple[Note, ...]

    def __bool__(self) -> bool:
        return bool(self.nodes or self.notes)

    @property
    def taken(self) -> Taken:
        """The same, to be copied."""
        return Taken(frozenset(self.nodes), frozenset(note.id for note in self.notes))

    def place_of(self, id: str) -> Point:
        """Where a node or note stood, or the first of all where it is not among them."""
        places = {**{note.id: note.position for note in self.notes}, **self.nodes}
        return places.get(id) or next(iter(places.values()))

    def shifted(self, by: Point) -> Edit:
        return compose_notes.shift(self.nodes, self.notes, by)


def pack(scene: CanvasScene) -> Luggage:
    """What the selection takes along."""
    document, selection = scene.session.document, scene.session.selection
    nodes, notes = set(selection.nodes), set(selection.notes)
    for id in selection.notes:
        frame = document.notes[id]
        if frame.kind == "frame":
            nodes.update(inside(frame, node_boxes(scene, document.positions)))
            notes.update(inside(frame, {other: note.box for other, note in document.notes.items()}))
    return Luggage(
        {id: document.positions[id] for id in sorted(nodes)}, tuple(document.notes[id] for id in sorted(notes))
    )


def node_boxes(scene: CanvasScene, ids: Iterable[str]) -> dict[str, Box]:
    """The outlines of nodes on the canvas."""
    boxes = {}
    for id in ids:
        item = scene.item_of(id)
        if item is None:
            continue
        rect: QRectF = item.mapRectToScene(item.shape().boundingRect())
        boxes[id] = rect.left(), rect.top(), rect.right(), rect.bottom()
    return boxes
