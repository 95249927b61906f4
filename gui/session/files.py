"""New, open, save: what happens to the session, without any dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph_engine.document import Document
from graph_engine.errors import FileProblem
from graph_engine.sentence import say
from graph_engine.storage import Example, read, write

from .session import Session


def new(session: Session) -> None:
    session.replace(Document(), None)


def load(session: Session, path: Path) -> Document | None:
    """The document in a file; a refusal is said and changes nothing."""
    try:
        return read(path)
    except FileProblem as error:
        where = say("{file}, line {line}", file=path.name, line=error.line) if error.line else path.name
        named = str(error).startswith(str(path))
        session.say(error.sentence if named else say("{where}: {reason}", where=where, reason=error.sentence))
        return None


def open_file(session: Session, path: Path, may_leave: Callable[[], bool] = lambda: True) -> bool:
    """Opens `path` in place of the document, once it has been read and `may_leave` has agreed."""
    document = load(session, path)
    if document is None or not may_leave():
        return False
    session.replace(document, path.resolve())
    return True


def open_example(session: Session, example: Example) -> bool:
    """Opens an example as an unsaved document, so that saving never writes over it."""
    document = load(session, example.path)
    if document is None:
        return False
    session.replace(document, None)
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
