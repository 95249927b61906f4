"""The canvas as a screen reader finds it: one accessible child for each node, wire, group, note and frame.

Qt asks for any of this only while something reads the screen. Values are told as text: PySide can't hand out the
further interfaces (value, action) that Qt asks an accessible object for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow

from . import parts
from .parts import Part, Words

if TYPE_CHECKING:
    from .view import CanvasView

_ROLES = {
    "node": QAccessible.Role.Graphic,
    "wire": QAccessible.Role.Graphic,
    "group": QAccessible.Role.Grouping,
    "note": QAccessible.Role.Note,
    "frame": QAccessible.Role.Grouping,
}


class Telling:
    """What a view tells of itself. Keeps one accessible object for each part and lets go of those that are gone."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view
        self.told: dict[Part, PartAccess] = {}
        self._parts: list[Part] = []
        self._of: object = None
        view.destroyed.connect(partial(_let_all_go, self.told))

    def parts(self) -> list[Part]:
        scene, document = self.view.canvas, self.view.session.document
        of = (scene.looks.age, tuple((note.id, note.kind) for note in document.notes.values()), id(document))
        if of != self._of:
            self._of = of
            self._parts = parts.parts(self.view.session, scene.groups.shown)
            for gone in self.told.keys() - set(self._parts):
                _let_go(self.told.pop(gone))
        return self._parts

    def tell(self, part: Part) -> PartAccess:
        if part not in self.told:
            self.told[part] = PartAccess(self, part)
        return self.told[part]

    def part_at(self, at: QPoint) -> Part | None:
        """What lies under a point of the viewport."""
        hit = self.view.hit(at)
        if hit.group:
            return Part("group", hit.group)
        if hit.node:
            return Part("node", hit.node)
        if hit.edge is not None:
            return Part("wire", edge=hit.edge)
        note = self.view.session.document.notes.get(hit.note)
        return None if note is None else Part("frame" if note.kind == "frame" else "note", note.id)

    def current(self) -> PartAccess | None:
        """The part that the keyboard is at."""
        part = parts.chosen(self.view.session, self.view.canvas.groups.shown)
        return self.tell(part) if part is not None and part in self.parts() else None

    def moved(self) -> None:
        """Another part is current: a screen reader follows."""
        current = self.current() if QAccessible.isActive() and self.view.hasFocus() else None
        if current is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(current, QAccessible.Event.Focus))


def _let_all_go(told: dict[Part, PartAccess], *_: object) -> None:
    """The view is gone."""
    while told:
        _let_go(told.popitem()[1])


def _let_go(access: PartAccess) -> None:
    """Qt keeps accessible objects by number; one that is dropped must be taken from its list."""
    access.telling = None
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(access))


class PartAccess(QAccessibleInterface):
    """One part. After it is gone from the canvas it is not valid any more and says nothing."""

    def __init__(self, telling: Telling, part: Part) -> None:
        super().__init__()
        self.telling: Telling | None = telling
        self.part = part

    def words(self) -> Words:
        if not self.isValid() or self.telling is None:
            return Words("")
        view, part = self.telling.view, self.part
        scene, document = view.canvas, view.session.document
        if part.edge is not None:
            return parts.wire_words(view.session, scene.edges[part.edge].look)
        if part.kind == "node":
            return parts.node_words(scene.nodes[part.id].look, scene.looks.moment.value_text(part.id))
        if part.kind == "group":
            box = scene.groups.boxes.get(part.id)
            look = None if box is None else box.look
            return parts.group_words(document.groups[part.id].name, len(scene.groups.held(part.id)), look)
        return parts.note_words(document.notes[part.id].text, frame=part.kind == "frame")

    def _item_box(self) -> QRectF:
        assert self.telling is not None
        scene, part = self.telling.view.canvas, self.part
        if part.edge is not None:
            return scene.edges[part.edge].path.boundingRect()
        if part.kind == "node":
            return scene.nodes[part.id].mapRectToScene(scene.nodes[part.id].outline_box())
        if part.kind == "group" and part.id in scene.groups.frames:
            return scene.groups.frames[part.id].box
        if part.kind == "group":
            return scene.groups.boxes[part.id].mapRectToScene(scene.groups.boxes[part.id].outline_box())
        return scene.notes.items[part.id].sceneBoundingRect()

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def isValid(self) -> bool:
        return self.telling is not None and self.part in self.telling.parts()

    def object(self) -> QObject | None:
        return None

    def window(self) -> QWindow | None:
        return None if self.telling is None else self.telling.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        return None if self.telling is None else QAccessible.queryAccessibleInterface(self.telling.view)

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return _ROLES[self.part.kind]

    def text(self, which: QAccessible.Text) -> str:
        words = self.words()
        told = {
            QAccessible.Text.Name: words.name,
            QAccessible.Text.Value: words.value,
            QAccessible.Text.Description: words.about,
        }
        return told.get(which, "")

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Nothing is written this way."""

    def rect(self) -> QRect:
        if self.telling is None or not self.isValid():
            return QRect()
        view = self.telling.view
        on_view = view.mapFromScene(self._item_box()).boundingRect()
        return QRect(view.viewport().mapToGlobal(on_view.topLeft()), on_view.size())

    def state(self) -> QAccessible.State:
        state: Any = QAccessible.State()
        if self.telling is None or not self.isValid():
            state.invalid = state.invisible = True
            return state
        view = self.telling.view
        current = self.telling.current() is self
        state.focusable = state.selectable = True
        state.selected = self._is_selected()
        state.focused = current and view.hasFocus()
        state.movable = self.part.kind != "wire"
        if self.part.kind == "group":
            collapsed = self.part.id in view.canvas.groups.boxes
            state.expandable, state.collapsed, state.expanded = True, collapsed, not collapsed
        state.offscreen = not view.rect().intersects(view.mapFromScene(self._item_box()).boundingRect())
        return state

    def _is_selected(self) -> bool:
        assert self.telling is not None
        view, part = self.telling.view, self.part
        selection, groups = view.session.selection, view.canvas.groups
        if part.edge is not None:
            return part.edge in selection.edges
        if part.kind == "group":
            return groups.held(part.id) <= selection.nodes
        return part.id in (selection.nodes if part.kind == "node" else selection.notes)

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()
