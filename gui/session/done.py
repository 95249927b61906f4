"""The history, and the only undo command in it: an edit that was applied, and the one that takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakMethod, finalize

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

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


class Done(QUndoCommand):
    def __init__(self, replay: Callable[[Edit], None], edit: Edit, inverse: Edit, label: str) -> None:
        super().__init__(label)
        self._label = label
        self._replay, self._edit, self._inverse = WeakMethod(replay), edit, inverse
        self._fresh = True
        self.setObsolete(_changes_nothing(edit, inverse))

    def relabel(self, words: Callable[[str], str]) -> None:
        """Puts the label in other `words`: the language may be another one now."""
        self.setText(words(self._label))

    def redo(self) -> None:
        if self._fresh:  # QUndoStack.push calls redo; the edit is applied already
            self._fresh = False
        else:
            self._carry_out(self._edit)

    def undo(self) -> None:
        if not self.isObsolete():
            self._carry_out(self._inverse)

    def absorb(self, edit: Edit, inverse: Edit, label: str) -> None:
        """Makes one step of this and of what the same gesture did next."""
        if overrides(edit, self._edit):
            self._edit = edit
        else:
            self._edit = Together((self._edit, edit))
            self._inverse = Together((inverse, self._inverse))
        self._label = label
        self.setText(label)
        self.setObsolete(_changes_nothing(self._edit, self._inverse))

    def _carry_out(self, edit: Edit) -> None:
        replay = self._replay()
        if replay is not None:
            replay(edit)


class History(QUndoStack):
    """The steps that can be taken back. What one gesture does, bit by bit, is one step.

    The stack is Qt's, with two things that its Python side gets wrong taken care of. A command that Qt merged is never
    let go, a leak at each move of the mouse: so steps grow here. And commands that the collector meets in a ring are
    deleted twice: so they know their session weakly, and are held from outside until the stack is gone.
    """

    def __init__(self, replay: Callable[[Edit], None], parent: QObject) -> None:
        super().__init__(parent)
        self._replay = replay
        self._steps: list[Done] = []  # as in the stack
        self._gesture: object = None  # of the last step
        finalize(self, self._steps.clear).atexit = False

    def add(self, edit: Edit, inverse: Edit, label: str, gesture: object) -> None:
        """Remembers an edit that was applied. Edits of one `gesture` (None: of none) become one step."""
        if gesture is None or gesture is not self._gesture or self.isClean() or self.canRedo() or not self._steps:
            self._push(Done(self._replay, edit, inverse, label))
            self._gesture = gesture
            return
        last = self._steps[-1]
        last.absorb(edit, inverse, label)
        if last.isObsolete():
            self.undo()  # which removes what is obsolete, and replays nothing
            self._forget_from(self.count())
        else:
            self.indexChanged.emit(self.index())

    def clear(self) -> None:
        super().clear()
        self._forget_from(0)

    def relabel(self, words: Callable[[str], str]) -> None:
        """Names the steps in other `words`."""
        for step in self._steps:
            step.relabel(words)

    def _push(self, done: Done) -> None:
        self._forget_from(self.index())
        obsolete = done.isObsolete()
        if not obsolete:
            self._steps.append(done)
        self.push(done)

    def _forget_from(self, place: int) -> None:
        del self._steps[place:]
        self._gesture = None


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
