"""New, open, save: what happens to the session, without any dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from graph_engine.document import Document
from graph_engine.errors import FileProblem
from graph_engine.sentence import say
from graph_engine.storage import VERSION, Example, document_in, is_model, older_version, read_bytes, write
from graph_engine.storage.examples import folder as folder_of_examples

from .session import Session


def folder_for(session: Session, last: str = "") -> Path:
    """Where a file that goes with the document is put: beside it, else in the `last` folder, else among documents.

    Never among the examples, which are part of the program.
    """
    program = folder_of_examples().resolve()
    own = None if session.path is None else session.path.parent
    for found in (own, Path(last) if last else None):
        if found is not None and found.is_dir() and not found.resolve().is_relative_to(program):
            return found
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def new(session: Session) -> None:
    session.replace(Document(), None)


def load(session: Session, path: Path) -> tuple[Document, bytes] | None:
    """The document in a file, and its bytes; a refusal is said and changes nothing."""
    try:
        data = read_bytes(path)
        return document_in(data, path), data
    except FileProblem as error:
        where = say("{file}, line {line}", file=path.name, line=error.line) if error.line else path.name
        named = str(error).startswith(str(path))
        session.say(error.sentence if named else say("{where}: {reason}", where=where, reason=error.sentence))
        return None


def open_file(session: Session, path: Path, may_leave: Callable[[], bool] = lambda: True) -> bool:
    """Opens `path` in place of the document, once it has been read and `may_leave` has agreed."""
    found = load(session, path)
    if found is None or not may_leave():
        return False
    document, data = found
    if is_model(path):
        session.replace(document, None)  # what is made of a model has no file yet
    else:
        session.replace(document, path.resolve(), data)
        _tell_if_older(session, path, data)
    return True


def _tell_if_older(session: Session, path: Path, data: bytes) -> None:
    older = older_version(data)
    if older is not None:
        template = (
            "{name} has the older format {older}. Saving writes format {version} and keeps the old file beside it."
        )
        session.say(say(template, name=path.name, older=older, version=VERSION), "warning")


def reload(session: Session) -> bool:
    """Takes the file as another program left it; unsaved changes are put aside, so that they can be put back."""
    found = None if session.path is None else load(session, session.path)
    if found is None:
        return False
    mine = session.document if session.dirty else None
    session.replace(found[0], session.path, found[1])
    session.on_disk.put_aside = mine
    session.on_disk.changed.emit()
    return True


def put_back(session: Session) -> None:
    """The changes that a reload put aside, in place of what was reloaded."""
    mine, digest = session.on_disk.put_aside, session.on_disk.digest
    if mine is not None:
        session.replace(mine, session.path, saved=False)
        session.on_disk.trust(digest)
        session.journal.begin()


def open_example(session: Session, example: Example) -> bool:
    """Opens an example as an unsaved document, so that saving never writes over it."""
    found = load(session, example.path)
    if found is None:
        return False
    session.replace(found[0], None)
    return True


def save(session: Session, path: Path) -> bool:
    """Writes the document to `path`; a refusal is said and the document stays unsaved.

    What another program wrote in the meantime is not written over before the person has chosen to.
    """
    if path == session.path and session.on_disk.look() == "changed":
        session.say(say("{name} was changed by another program: choose what to keep first.", name=path.name))
        return False
    try:
        data = write(session.document, path)
    except FileProblem as error:
        session.say(error.sentence)
        return False
    session.saved_at(path.resolve(), data)
    return True
