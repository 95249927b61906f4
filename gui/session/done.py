"""The only undo command in the program: an edit that was applied, and the one that takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand

from graph_engine.document import Edit
from graph_engine.document.edits import (
    Move,
    Rename,
    SetAttribute,
    SetGroups,
    SetNote,
    SetTarget,
    SetTraining,
    SetValue,
    Together,
    flat,
)
from graph_engine.graph import same_value

_MERGEABLE = 1


class Done(QUndoCommand):
    def __init__(self, replay: Callable[[Edit], None], edit: Edit, inverse: Edit, label: str, gesture: object) -> None:
        super().__init__(label)
        self._label = label
        self._replay, self._edit, self._inverse, self._gesture = replay, edit, inverse, gesture
        self._fresh = True
        self.setObsolete(_changes_nothing(edit, inverse))

    def relabel(self, words: Callable[[str], str]) -> None:
        """Puts the label in other `words`: the language may be another one now."""
        self.setText(words(self._label))

    def redo(self) -> None:
        if self._fresh:  # QUndoStack.push calls redo; the edit is applied already
            self._fresh = False
        else:
            self._replay(self._edit)

    def undo(self) -> None:
        self._replay(self._inverse)

    def id(self) -> int:
        return -1 if self._gesture is None else _MERGEABLE

    def mergeWith(self, later: QUndoCommand) -> bool:
        if not isinstance(later, Done) or later._gesture is not self._gesture:
            return False
        if overrides(later._edit, self._edit):
            self._edit = later._edit
        else:
            self._edit = Together((self._edit, later._edit))
            self._inverse = Together((later._inverse, self._inverse))
        self._label = later._label
        self.setText(later.text())
        self.setObsolete(_changes_nothing(self._edit, self._inverse))
        return True


def overrides(later: Edit, earlier: Edit) -> bool:
    """Whether after `later` it makes no difference that `earlier` was there."""
    if isinstance(later, Move) and isinstance(earlier, Move):
        return [id for id, _ in later.places] == [id for id, _ in earlier.places]
    if isinstance(later, SetNote) and isinstance(earlier, SetNote):
        return later.id == earlier.id
    if isinstance(later, SetTraining) and isinstance(earlier, SetTraining):
        return True
    written, before = _written(later), _written(earlier)
    if written is not None and before is not None:
        return before.keys() == written.keys()
    if isinstance(later, Together) and isinstance(earlier, Together) and len(later.edits) == len(earlier.edits):
        return all(map(overrides, later.edits, earlier.edits))
    return False


def _changes_nothing(edit: Edit, inverse: Edit) -> bool:
    """Whether a gesture ended where it began."""
    if isinstance(edit, Move) and isinstance(inverse, Move):
        return edit.places == inverse.places
    if isinstance(edit, SetTarget | SetNote | Rename | SetGroups | SetTraining):
        return edit == inverse
    written, before = _written(edit), _written(inverse)
    if written is not None and before is not None:
        pairs = [(key, new, before[key]) for key, new in written.items()]
        return all(same_value(new, old) if key[1] is None else new == old for key, new, old in pairs)
    if isinstance(edit, Together) and isinstance(inverse, Together):
        return all(map(_changes_nothing, edit.edits, reversed(inverse.edits)))
    return False


def _written(edit: Edit) -> dict[tuple[str, str | None], Any] | None:
    """What an edit of attributes and values alone leaves, by node and attribute (None: the value)."""
    found: dict[tuple[str, str | None], Any] = {}
    for part in flat(edit):
        if isinstance(part, SetAttribute):
            found[part.id, part.name] = part.value
        elif isinstance(part, SetValue):
            found[part.id, None] = part.value
        else:
            return None
    return found
