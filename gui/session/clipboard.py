"""Copy and paste: the clipboard holds the documented file format, so it pastes between windows and into text."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

from graph_engine.document import Document, Point, compose, compose_notes
from graph_engine.document.edits import Together
from graph_engine.errors import FileProblem
from graph_engine.sentence import say
from graph_engine.storage import from_bytes, to_bytes

from .session import Session


class Taken(NamedTuple):
    """The nodes and notes that are copied; what is selected, unless frames carry more."""

    nodes: Collection[str]
    notes: Collection[str]


def copy(session: Session, taken: Taken | None = None) -> None:
    """Puts nodes, the wires between them and notes on the clipboard."""
    part = _part(session, taken)
    QGuiApplication.clipboard().setText(to_bytes(part).decode("utf-8"))


def paste(session: Session, label: str, at: Point | None = None) -> None:
    """Adds what the clipboard holds, its middle at `at` or a little beside where it was copied from."""
    try:
        part = from_bytes(QGuiApplication.clipboard().text().encode("utf-8"))
    except FileProblem as error:
        session.say(say("The clipboard can't be pasted: {reason}", reason=error.sentence))
        return
    insert(session, part, label, at)


def duplicate(session: Session, label: str, taken: Taken | None = None, *, by: Point | None = None) -> None:
    """A copy of what is taken, moved by `by`, or a little beside it."""
    insert(session, _part(session, taken), label, None, by=by)


def insert(session: Session, part: Document, label: str, at: Point | None, *, by: Point | None = None) -> None:
    if part.notes and session.level.inside is not None:
        part.notes.clear()
        session.say(say("Notes and frames belong to the whole graph; leave the group first"))
    if not (len(part.graph) or part.notes):
        return
    offset = by or _offset(session.document, part, at)
    edit, ids = compose.insert(session.document, part, offset, inside=session.level.inside)
    added, notes = compose_notes.insert_notes(session.document, part, offset)
    if session.attempt(Together((*edit.edits, *added)), label):
        session.selection.set(ids, notes=notes)


def _part(session: Session, taken: Taken | None) -> Document:
    nodes, notes = taken or (session.selection.nodes, session.selection.notes)
    part = compose.extract(session.document, nodes, inside=session.level.inside)
    return compose_notes.extract_notes(session.document, part, notes)


def _offset(document: Document, part: Document, at: Point | None) -> Point:
    points = _places(part)
    if at is not None:
        return at[0] - sum(x for x, _ in points) / len(points), at[1] - sum(y for _, y in points) / len(points)
    step, taken = 40.0, set(_places(document))
    while any((x + step, y + step) in taken for x, y in points):
        step += 40.0
    return step, step


def _places(document: Document) -> list[Point]:
    return [*document.positions.values(), *(note.position for note in document.notes.values())]
