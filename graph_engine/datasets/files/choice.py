"""Which file, and what of it: and that it lies where the document may look."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import DataSet

MAX_BYTES = 2**29  # of a file, unpacked
MAX_ENTRIES = 2**26  # numbers in a data set
MAX_CLASSES = 10_000


@dataclass(frozen=True)
class Choice:
    """What a data column says of its file."""

    file: str
    labels: str = ""  # IDX: the file with the class numbers
    inputs: str = ""  # columns by name or number, or the name of an array
    targets: str = ""
    header: bool = True
    delimiter: str = "auto"
    encoding: str = "utf-8"
    answers: str = "auto"  # whether targets are numbers or classes
    samples: int = 0  # the first so many rows; 0: all


def inside(folder: Path, text: str) -> Path:
    """The file `text` in `folder` or below it; anything that leads out is refused."""
    name = text.strip()
    parts = PureWindowsPath(name).parts
    plain = not PureWindowsPath(name).anchor and not PurePosixPath(name).is_absolute() and "\0" not in name
    if not plain or ".." in parts:
        raise ValueMismatch(say("{file}: a data file must lie in the document's folder or below it", file=name))
    root = os.path.realpath(folder)
    found = os.path.realpath(Path(root, *parts))
    if os.path.commonpath([root, found]) != root:
        raise ValueMismatch(say("{file}: a data file must lie in the document's folder or below it", file=name))
    path = Path(found)
    if not path.is_file():
        raise ValueMismatch(say("there is no file {file} beside the document", file=name))
    if path.stat().st_size > MAX_BYTES:
        raise ValueMismatch(say("{file} is too large; the limit is {limit} bytes", file=name, limit=MAX_BYTES))
    return path


def data_set(name: str, inputs: Any, targets: Any, features: tuple[str, ...], choice: Choice) -> DataSet:
    """The arrays as a data set, a row for each sample; targets of text, or said to be classes, become class numbers."""
    if max(inputs.size, targets.size) > MAX_ENTRIES:
        template = "{file} has {count} numbers; the limit is {limit}; ask for fewer samples"
        raise ValueMismatch(say(template, file=name, count=max(inputs.size, targets.size), limit=MAX_ENTRIES))
    if not inputs.size or not targets.size:
        raise ValueMismatch(say("{file} has no rows", file=name))
    given = inputs.reshape(len(inputs), -1).astype(float, copy=False)
    if targets.dtype.kind in "US" or choice.answers == "classes":
        column = targets.reshape(len(targets), -1)
        if column.shape[1] != 1:
            raise ValueMismatch(say("classes stand in one column, but {count} were chosen", count=column.shape[1]))
        if choice.answers == "numbers":
            raise ValueMismatch(say("the targets of {file} are no numbers", file=name))
        names, numbers = np.unique(column[:, 0], return_inverse=True)
        check_classes(name, len(names))
        shown = tuple(str(n) if names.dtype.kind in "US" else f"{float(n):g}" for n in names)
        return DataSet(name, "classes", given, numbers.astype(float), features, shown)
    return DataSet(name, "regression", given, targets.reshape(len(targets), -1).astype(float, copy=False), features)


def check_classes(name: str, count: int) -> None:
    if count > MAX_CLASSES:
        template = "{file} has {count} classes; the limit is {limit}; are these numbers to be met?"
        raise ValueMismatch(say(template, file=name, count=count, limit=MAX_CLASSES))
