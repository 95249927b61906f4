"""Notes and bookmarks ⇄ JSON records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..document import Bookmark, Note, Point
from ..errors import ValueMismatch
from ..sentence import say
from .numbers import number_to_json

NOTE = {"id", "kind", "text", "colour", "at", "size"}
BOOKMARK = {"number", "name", "at", "zoom"}


def note_to_json(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "kind": note.kind,
        "text": note.text,
        "colour": note.colour,
        "at": [number_to_json(n) for n in note.position],
        "size": [number_to_json(n) for n in note.size],
    }


def note_from_json(record: Mapping[str, Any]) -> Note:
    """The note of a record whose id and text are texts; `ValueMismatch` names what else is wrong."""
    plain = Note(record["id"])
    return Note(
        record["id"],
        _word(record, "kind", plain.kind),
        record.get("text", plain.text),
        _word(record, "colour", plain.colour),
        pair(record.get("at", [0, 0]), "at"),
        pair(record.get("size", list(plain.size)), "size"),
    )


def bookmark_to_json(number: int, bookmark: Bookmark) -> dict[str, Any]:
    at = [number_to_json(n) for n in bookmark.centre]
    return {"number": number, "name": bookmark.name, "at": at, "zoom": number_to_json(bookmark.zoom)}


def bookmark_from_json(record: Mapping[str, Any]) -> Bookmark:
    zoom = record.get("zoom", 1)
    if type(zoom) not in (int, float):
        raise ValueMismatch(say('"zoom" must be a number'))
    return Bookmark(record.get("name", ""), pair(record.get("at", [0, 0]), "at"), float(zoom))


def pair(given: Any, key: str) -> Point:
    """Two numbers of a file."""
    if not isinstance(given, list) or len(given) != 2 or not all(type(n) in (int, float) for n in given):
        raise ValueMismatch(say('"{key}" must be two numbers, [x, y]', key=key))
    return float(given[0]), float(given[1])


def _word(record: Mapping[str, Any], key: str, default: str) -> str:
    word = record.get(key, default)
    if not isinstance(word, str):
        raise ValueMismatch(say('"{key}" must be a text', key=key))
    return word
