"""Data of the user's own: a file is brought beside the document, and the data columns are pointed at it."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from graph_engine.document import Document, Edit, compose, edits
from graph_engine.errors import FileProblem
from graph_engine.graph import FILE_ATTRIBUTES, SHARED, Node, natural
from graph_engine.sentence import say
from graph_engine.storage import replace_file

LARGEST = 200 * 2**20  # bytes of a file that is copied
_DELIMITERS = {"\t": "tab", ";": "semicolon", ",": "comma"}


def columns(document: Document) -> list[Node]:
    """The data columns of a document, those of one data set together."""
    found = [node for node in document.graph.nodes if node.kind == "data"]
    return sorted(found, key=lambda node: (_shared(node), node.attributes["column"], natural(node.id)))


def siblings(document: Document, id: str) -> list[Node]:
    """All columns of the data set that the column `id` belongs to."""
    wanted = _shared(document.graph.node(id))
    return [node for node in columns(document) if _shared(node) == wanted]


def point_at(document: Document, id: str, **choice: Any) -> Edit:
    """Takes the data set of the column `id` from a file; what `choice` leaves out has its default."""
    wanted = {attribute.name: attribute.default for attribute in FILE_ATTRIBUTES}
    wanted.update(dataset="file", samples=0, place=0, **choice)
    return edits.Together(
        tuple(
            edits.SetAttribute(node.id, name, value)
            for node in siblings(document, id)
            for name, value in wanted.items()
            if node.attributes[name] != value
        )
    )


def beside(path: Path, folder: Path) -> str:
    """What a file is called from `folder`; one that lies elsewhere is copied there, or `FileProblem`."""
    try:
        place, here = path.resolve(), folder.resolve()
        if place.is_relative_to(here):
            return place.relative_to(here).as_posix()
        if place.stat().st_size > LARGEST:
            raise FileProblem(say("{file} is too large to be copied; put it beside the document", file=path.name))
        free = free_name(here, path.stem, path.suffix)
        shutil.copyfile(place, here / free)
        return free
    except OSError as error:
        reason = error.strerror or error
        raise FileProblem(say("{path} could not be read: {reason}", path=path, reason=reason)) from None


def write_points(folder: Path, names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Writes a table beside the document, under a name that is free; the name."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(names)
    table.writerows(rows)
    return write_text(folder, "points", text.getvalue())


def write_text(folder: Path, stem: str, text: str) -> str:
    name = free_name(folder, stem, ".csv")
    replace_file(folder / name, text.encode("utf-8"))
    return name


def free_name(folder: Path, stem: str, ending: str) -> str:
    """`table.csv`, or `table-2.csv` where there is such a file already."""
    numbered = (f"{stem}-{n}{ending}" if n > 1 else f"{stem}{ending}" for n in range(1, 10_000))
    return next(name for name in numbered if not (folder / name).exists())


def table_in(text: str) -> dict[str, Any] | None:
    """How a table that was pasted is to be read; None where it is none."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    mark = next((mark for mark in _DELIMITERS if lines and mark in lines[0]), None)
    if len(lines) < 2 or mark is None:
        return None
    first = [cell.strip().strip('"') for cell in lines[0].split(mark)]
    return {"delimiter": _DELIMITERS[mark], "header": not any(map(_is_number, first))}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _shared(node: Node) -> tuple[str, ...]:
    return tuple(str(node.attributes[name]) for name in SHARED)


def new_columns(document: Document, at: tuple[float, float]) -> tuple[Edit, list[str]]:
    """Inputs and targets of a data set, not wired yet; also their ids."""
    part = Document()
    for place, (name, column) in enumerate((("x", "inputs"), ("t", "targets"))):
        id = part.graph.add("data", name, attributes={"column": column})
        part.positions[id] = (at[0], at[1] + 140.0 * place)
    return compose.insert(part=part, document=document)
