"""Everything that can happen to a document, as data.

`apply` changes the document and returns the edit that undoes it, or raises `Refused` having changed nothing. Undo,
redo, the journal and the clipboard therefore need no code of their own for any kind of edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

from ..errors import GradcanvasError, GraphError, Refused, ValueMismatch
from ..graph import Edge, Node, too_long
from ..sentence import say
from .bookmarks import Bookmark, check_bookmark
from .document import Document, Group, Point
from .groups import home, in_order, loop_by, refusal
from .notes import Note, check_note
from .training import Training, checked

FARTHEST = 1e9  # pixels from the origin


class Edit(Protocol):
    """What every edit can do."""

    def apply(self, document: Document) -> Edit: ...


@dataclass(frozen=True)
class AddNode:
    node: Node
    position: Point = (0.0, 0.0)

    def apply(self, document: Document) -> Edit:
        place = _place(self.node.id, self.position)
        _or_refuse(document.graph.add_node, self.node)
        document.positions[self.node.id] = place
        return RemoveNode(self.node.id)


@dataclass(frozen=True)
class RemoveNode:
    """Removes a node that has no wires and is not the target; `compose.remove` does the rest."""

    id: str

    def apply(self, document: Document) -> Edit:
        if document.target == self.id:
            raise Refused(say("the target can't be removed on its own"), node=self.id)
        if home(document.groups, self.id) is not None:
            raise Refused(say("a node that is in a group can't be removed on its own"), node=self.id)
        node = _or_refuse(document.graph.remove_node, self.id)
        return AddNode(node, document.positions.pop(self.id))


@dataclass(frozen=True)
class Connect:
    edge: Edge

    def apply(self, document: Document) -> Edit:
        _or_refuse(document.graph.connect, self.edge)
        loop = loop_by(document, self.edge) if document.groups else None
        if loop is not None:
            document.graph.disconnect(self.edge)
            raise Refused(loop, node=self.edge.target, port=self.edge.port)
        return Disconnect(self.edge)


@dataclass(frozen=True)
class Disconnect:
    edge: Edge

    def apply(self, document: Document) -> Edit:
        _or_refuse(document.graph.disconnect, self.edge)
        return Connect(self.edge)


@dataclass(frozen=True)
class SetValue:
    id: str
    value: Any

    def apply(self, document: Document) -> Edit:
        before = _or_refuse(document.graph.set_value, self.id, self.value)
        return SetValue(self.id, before.value)


@dataclass(frozen=True)
class Rename:
    id: str
    name: str

    def apply(self, document: Document) -> Edit:
        node = _or_refuse(document.graph.node, self.id)
        _or_refuse(document.graph.replace, replace(node, name=self.name.strip()))
        return Rename(self.id, node.name)


@dataclass(frozen=True)
class SetAttribute:
    id: str
    name: str
    value: Any

    def apply(self, document: Document) -> Edit:
        node = _or_refuse(document.graph.node, self.id)
        attribute = node.spec.attribute(self.name)
        if attribute is None:
            raise Refused(say("{kind} has no attribute “{name}”", kind=node.spec.label, name=self.name), node=self.id)
        value = _or_refuse(attribute.accept, self.value)
        document.graph.replace(_or_refuse(node.with_attribute, self.name, value))
        return SetAttribute(self.id, self.name, node.attributes[self.name])


@dataclass(frozen=True)
class Move:
    """Puts nodes in their places: pairs of id and point."""

    places: tuple[tuple[str, Point], ...]

    def apply(self, document: Document) -> Edit:
        unknown = next((id for id, _ in self.places if id not in document.positions), None)
        if unknown is not None:
            raise Refused(say("there is no node “{node}”", node=unknown), node=unknown)
        before = tuple((id, document.positions[id]) for id, _ in self.places)
        document.positions.update({id: _place(id, point) for id, point in self.places})
        return Move(before)


@dataclass(frozen=True)
class SetTarget:
    """Chooses what is differentiated; None leaves it to the last node that feeds nothing."""

    id: str | None

    def apply(self, document: Document) -> Edit:
        if self.id is not None:
            _or_refuse(document.graph.node, self.id)
        before, document.target = document.target, self.id
        return SetTarget(before)


@dataclass(frozen=True)
class SetGroups:
    """Puts groups in place of those with their ids; None takes one away. All of them change at once."""

    groups: tuple[tuple[str, Group | None], ...]

    def apply(self, document: Document) -> Edit:
        after = {**document.groups, **{id: None if g is None else _settled(id, g) for id, g in self.groups}}
        wanted = {id: group for id, group in after.items() if group is not None}
        if _belonging(wanted) != _belonging(document.groups):
            wrong = refusal(document.graph, wanted)
            if wrong is not None:
                raise Refused(wrong[1])
        before = tuple((id, document.groups.get(id)) for id, _ in self.groups)
        document.groups = wanted
        return SetGroups(before)


def _settled(id: str, group: Group) -> Group:
    """One way to write down a group."""
    ports = tuple(port._replace(name=port.name.strip()) for port in group.ports)
    return replace(group, id=id, name=group.name.strip(), members=in_order(group.members), ports=ports)


def _belonging(groups: dict[str, Group]) -> dict[str, object]:
    """All about groups that could be refused."""
    return {id: replace(group, collapsed=False) for id, group in groups.items()}


@dataclass(frozen=True)
class Describe:
    title: str
    description: str

    def apply(self, document: Document) -> Edit:
        wrong = too_long(self.title) or too_long(self.description)
        if wrong is not None:
            raise Refused(wrong)
        before = Describe(document.title, document.description)
        document.title, document.description = self.title, self.description
        return before


@dataclass(frozen=True)
class SetNote:
    """Puts a note or frame in the document or in place of the one called `id`; None removes it."""

    id: str
    note: Note | None

    def apply(self, document: Document) -> Edit:
        before = document.notes.get(self.id)
        if self.note is not None:
            check_note(self.note)
            if self.note.id != self.id:
                raise Refused(say("a note keeps its id"))
            place = _place(self.id, self.note.position)
            width, height = self.note.size
            document.notes[self.id] = replace(self.note, position=place, size=(float(width), float(height)))
        elif before is None:
            raise Refused(say("there is no note “{note}”", note=self.id))
        else:
            del document.notes[self.id]
        return SetNote(self.id, before)


@dataclass(frozen=True)
class SetBookmark:
    """Remembers a place under a number, or another one; None forgets it."""

    number: int
    bookmark: Bookmark | None

    def apply(self, document: Document) -> Edit:
        before = document.bookmarks.get(self.number)
        if self.bookmark is not None:
            check_bookmark(self.number, self.bookmark)
            centre = _place("", self.bookmark.centre)
            document.bookmarks[self.number] = replace(self.bookmark, centre=centre, name=self.bookmark.name.strip())
        elif before is None:
            raise Refused(say("there is no bookmark {number}", number=self.number))
        else:
            del document.bookmarks[self.number]
        return SetBookmark(self.number, before)


@dataclass(frozen=True)
class SetTraining:
    """Another training set-up; None takes it away."""

    training: Training | None

    def apply(self, document: Document) -> Edit:
        before = document.training
        document.training = None if self.training is None else checked(self.training)
        return SetTraining(before)


@dataclass(frozen=True)
class Together:
    """Several edits that a person thinks of as one. All happen or none does."""

    edits: tuple[Edit, ...]

    def apply(self, document: Document) -> Edit:
        done: list[Edit] = []
        try:
            for edit in self.edits:
                done.append(edit.apply(document))
        except GradcanvasError:
            for inverse in reversed(done):
                inverse.apply(document)
            raise
        return Together(tuple(reversed(done)))


def flat(edit: Edit) -> Iterator[Edit]:
    """The small edits that `edit` is made of."""
    if isinstance(edit, Together):
        for part in edit.edits:
            yield from flat(part)
    else:
        yield edit


def _place(id: str, point: Point) -> Point:
    x, y = float(point[0]), float(point[1])
    if not (abs(x) < FARTHEST and abs(y) < FARTHEST):
        raise Refused(say("a node can't stand at {x:g}, {y:g}", x=x, y=y), node=id)
    return x, y


def _or_refuse(change: Any, *arguments: Any) -> Any:
    try:
        return change(*arguments)
    except (GraphError, ValueMismatch) as error:
        raise Refused(error.sentence, node=error.node, port=error.port) from None
