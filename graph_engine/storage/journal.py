"""The journal of one open document: where it stood, and every edit since, a JSON line each.

Lines are only ever added. A process that is killed while it writes leaves half a line at the end, which is passed over.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..document import Document, Edit
from ..errors import FileProblem, GradcanvasError
from ..sentence import say
from .edit_json import edit_from_json, edit_to_json
from .format import MAX_BYTES, VERSION
from .read import from_bytes

JOURNAL_VERSION = 1


@dataclass(frozen=True)
class Heading:
    """What a journal starts with."""

    file: Path | None  # where the document is saved, if it is
    digest: str = ""  # of the bytes that were last seen in that file
    edits: int = 0  # made before, since the last save


@dataclass(frozen=True)
class Recovered:
    """A document as its journal leaves it."""

    heading: Heading
    document: Document
    edits: int  # since the last save
    whole: bool  # whether every line could be read and applied, but for a last one that was being written


def first_line(heading: Heading, document: bytes) -> bytes:
    """The beginning of a journal: a document in the file format, which the edits change."""
    file = None if heading.file is None else str(heading.file)
    head = {"journal": JOURNAL_VERSION, "version": VERSION, "file": file, "digest": heading.digest}
    return _line({**head, "edits": heading.edits, "document": document.decode("utf-8-sig")})


def line(edit: Edit) -> bytes:
    return _line(edit_to_json(edit))


def recover(path: Path) -> Recovered:
    """The document that the journal at `path` leads to, or `FileProblem`."""
    try:
        with path.open("rb") as file:
            data = file.read(4 * MAX_BYTES)
    except OSError as error:
        reason = error.strerror or error
        raise FileProblem(say("{path} could not be read: {reason}", path=path, reason=reason)) from None
    begun, *rest = data.split(b"\n")
    heading, version, base = _heading(begun)
    document = from_bytes(base, None if heading.file is None else heading.file.parent)
    if version != VERSION and any(rest):
        template = (
            "its edits have format version {found}, this Gradcanvas knows version {known}; recover it with the other"
        )
        raise FileProblem(say(template, found=version, known=VERSION))
    lines, torn = rest[:-1], rest[-1:]
    done = 0
    for text in lines:
        edit = _parsed(text)
        if edit is None or not _applied(edit, document):
            return Recovered(heading, document, heading.edits + done, whole=False)
        done += 1
    last = _parsed(torn[0]) if torn and torn[0] else None  # all but its end was written
    if last is not None and _applied(last, document):
        done += 1
    return Recovered(heading, document, heading.edits + done, whole=True)


def _heading(text: bytes) -> tuple[Heading, int, bytes]:
    """Also the version of the format that the edits are written in, and the document they change."""
    try:
        record = json.loads(text)
        if record["journal"] != JOURNAL_VERSION:
            raise FileProblem(say("this journal was written by another version of Gradcanvas"))
        file, edits, base = record["file"], int(record["edits"]), record["document"].encode("utf-8")
        if file is not None and "\0" in file:
            raise ValueError("no name of a file")
        known = Heading(None if file is None else Path(file), str(record["digest"]), edits)
        return known, int(record.get("version", 1)), base
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        raise FileProblem(say("this is no journal of Gradcanvas, or its beginning is lost")) from None


def _parsed(text: bytes) -> Edit | None:
    try:
        return edit_from_json(json.loads(text))
    except (ValueError, RecursionError, GradcanvasError):
        return None


def _applied(edit: Edit, document: Document) -> bool:
    try:
        edit.apply(document)
    except GradcanvasError:
        return False
    return True


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"
