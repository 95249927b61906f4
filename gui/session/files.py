"""New, open, save: what happens to the session, without any dialog."""

from __future__ import annotations

from pathlib import Path

from graph_engine.document import Document
from graph_engine.errors import FileProblem
from graph_engine.sentence import say
from graph_engine.storage import Example, read, write

from .session import Session


def new(session: Session) -> None:
    session.replace(Document(), None)


def open_file(session: Session, path: Path) -> bool:
    """Opens `path` in place of the document; a refusal is said and leaves everything as it was."""
    try:
        document = read(path)
    except FileProblem as error:
        where = say("{file}, line {line}", file=path.name, line=error.line) if error.line else path.name
        session.say(say("{where}: {reason}", where=where, reason=error.sentence))
        return False
    session.replace(document, path.resolve())
    return True


def open_example(session: Session, example: Example) -> bool:
    """Opens an example as an unsaved document, so that saving never writes over it."""
    if not open_file(session, example.path):
        return False
    session.path = None
    session.located.emit()
    return True


def save(session: Session, path: Path) -> bool:
    """Writes the document to `path`; a refusal is said and the document stays unsaved."""
    try:
        write(session.document, path)
    except FileProblem as error:
        session.say(error.sentence)
        return False
    session.saved_at(path.resolve())
    return True
