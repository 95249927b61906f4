"""Data sets in files of the user's: CSV, NPZ, and IDX as MNIST has it. A file is told by how it ends.

Nothing in a file is executed, and a document reaches only files in its own folder and below it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import DataSet
from . import csv_file, idx_file, npz_file
from .choice import Choice, inside

__all__ = ["Choice", "load"]

_READERS = {".csv": csv_file.read, ".tsv": csv_file.read, ".txt": csv_file.read, ".npz": npz_file.read}


def load(folder: Path | None, choice: Choice) -> DataSet:
    """The rows that `choice` names; `ValueMismatch` says what is wrong with the file, by row and column."""
    if not choice.file.strip():
        raise ValueMismatch(say("no file has been chosen"))
    if folder is None:
        raise ValueMismatch(say("save the document first: its data files are looked for beside it"))
    path = inside(folder, choice.file)
    beside = inside(folder, choice.labels) if choice.labels.strip() else None
    stamps = tuple((s.st_mtime_ns, s.st_size) for s in (p.stat() for p in (path, beside) if p is not None))
    return _loaded(path, beside, choice, stamps)


@lru_cache(maxsize=2)
def _loaded(path: Path, labels: Path | None, choice: Choice, stamps: tuple[tuple[int, int], ...]) -> DataSet:
    ending = "".join(path.suffixes[-1:]).lower()
    try:
        if ending in _READERS:
            return _READERS[ending](path, choice)
        return idx_file.read(path, labels, choice)
    except OSError as error:
        reason = error.strerror or error
        raise ValueMismatch(say("{file} could not be read: {reason}", file=choice.file, reason=reason)) from None
    except MemoryError:
        raise ValueMismatch(say("{file} does not fit in memory", file=choice.file)) from None
