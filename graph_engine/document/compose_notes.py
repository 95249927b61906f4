"""What a person does with notes, built of small edits: remove, move, copy, paste."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .document import Document, Point
from .edits import Edit, Move, SetNote, Together
from .notes import Note, fresh_note_id


def without_notes(edit: Together, ids: Iterable[str]) -> Together:
    """`edit`, and these notes go as well."""
    return Together((*edit.edits, *(SetNote(id, None) for id in sorted(ids))))


def shift(nodes: Mapping[str, Point], notes: Iterable[Note], by: Point) -> Edit:
    """Puts nodes and notes beside where they stand in `nodes` and `notes`."""
    dx, dy = by
    move = Move(tuple((id, (x + dx, y + dy)) for id, (x, y) in nodes.items()))
    placed = [SetNote(n.id, replace(n, position=(n.position[0] + dx, n.position[1] + dy))) for n in notes]
    if not placed:
        return move
    return Together((move, *placed)) if nodes else Together(tuple(placed))


def extract_notes(document: Document, part: Document, ids: Iterable[str]) -> Document:
    """`part` with these notes of `document` in it."""
    for id in sorted(ids):
        SetNote(id, document.notes[id]).apply(part)
    return part


def insert_notes(document: Document, part: Document, offset: Point) -> tuple[list[Edit], list[str]]:
    """Adds copies of the notes in `part`, with new ids, which are also returned."""
    taken, added = set(document.notes), []
    for note in part.notes.values():
        id = fresh_note_id(taken)
        taken.add(id)
        place = note.position[0] + offset[0], note.position[1] + offset[1]
        added.append(SetNote(id, replace(note, id=id, position=place)))
    return list(added), [edit.id for edit in added]
