"""What an edit concerns, so that a view updates that and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from .edits import (
    AddNode,
    Connect,
    Describe,
    Disconnect,
    Edit,
    Move,
    RemoveNode,
    Rename,
    SetAttribute,
    SetBookmark,
    SetGroups,
    SetNote,
    SetTarget,
    SetTraining,
    SetValue,
    flat,
)


@dataclass
class Touched:
    """Ids by what changed about them."""

    structure: bool = False  # nodes, wires or attributes: the plan is another
    values: set[str] = field(default_factory=set)  # sources with another value
    moved: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)  # renamed
    target: bool = False
    groups: set[str] = field(default_factory=set)  # made, changed or taken away
    description: bool = False
    notes: set[str] = field(default_factory=set)
    bookmarks: bool = False
    training: bool = False

    @property
    def numbers(self) -> bool:
        """Whether values or derivatives may be other ones now."""
        return self.structure or self.target or bool(self.values)


def touched(edit: Edit) -> Touched:
    """All that an edit concerns; `TypeError` for a kind of edit that is not placed here yet."""
    found = Touched()
    for part in flat(edit):
        match part:
            case AddNode() | RemoveNode() | Connect() | Disconnect() | SetAttribute():
                found.structure = True
            case SetValue(id=id):
                found.values.add(id)
            case Move(places=places):
                found.moved.update(id for id, _ in places)
            case Rename(id=id):
                found.words.add(id)
            case SetTarget():
                found.target = True
            case SetGroups(groups=groups):
                found.groups.update(id for id, _ in groups)
            case Describe():
                found.description = True
            case SetNote(id=id):
                found.notes.add(id)
            case SetBookmark():
                found.bookmarks = True
            case SetTraining():
                found.training = True
            case _:
                raise TypeError(f"touched() does not know {type(part).__name__}")
    return found
