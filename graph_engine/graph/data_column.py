"""Data columns: sources whose value is the current mini-batch of a data set, its inputs or its targets.

The attributes say everything, so files hold no numbers. `place` counts mini-batches from the first one on, through
all epochs; with a `batch` of 0 all rows are taken, in their own order.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import datasets
from ..datasets import DataSet
from ..errors import ValueMismatch
from ..ops import Array, Attribute
from ..sentence import Sentence, say
from .values import Value, as_value

MOST_ONE_HOT = 2**26  # numbers
FILE = "file"  # the data set that is a file beside the document
FILE_ATTRIBUTES = (
    Attribute("file", "", "text"),
    Attribute("labels", "", "text"),
    Attribute("inputs", "", "text"),
    Attribute("targets", "", "text"),
    Attribute("header", True, "truth"),
    Attribute("delimiter", "auto", "choice", ("auto", "comma", "semicolon", "tab", "space")),
    Attribute("encoding", "utf-8", "choice", ("utf-8", "utf-16", "latin-1", "cp1252", "gb18030")),
    Attribute("answers", "auto", "choice", ("auto", "numbers", "classes")),
)
ATTRIBUTES = (
    Attribute(
        "dataset",
        datasets.ALL[0].key,
        "choice",
        (*(data.key for data in datasets.ALL), FILE),
        labels=(*(data.label for data in datasets.ALL), say("a file beside the document")),
    ),
    *FILE_ATTRIBUTES,
    Attribute("column", "inputs", "choice", ("inputs", "targets")),
    Attribute("one_hot", False, "truth"),
    Attribute("samples", 0, "whole", least=0, most=datasets.MOST),
    Attribute("batch", 0, "whole", least=0),
    Attribute("place", 0, "whole", least=0, most=2**53),
    Attribute("seed", 0, "whole", least=0),
)
_NAMES = tuple(attribute.name for attribute in FILE_ATTRIBUTES)
SHARED = ("dataset", *_NAMES, "samples", "batch", "place", "seed")  # what keeps the columns of one data set in step


def batch(attributes: Mapping[str, Any], folder: Path | None = None) -> Value:
    """The mini-batch that `attributes` describe; a file is looked for in `folder`."""
    column = whole(attributes, folder)
    chosen = datasets.batch_at(len(column), attributes["batch"], attributes["place"], attributes["seed"])
    return as_value(column[chosen])


def whole(attributes: Mapping[str, Any], folder: Path | None = None) -> Array:
    """All rows of the column, in their own order."""
    data = data_of(attributes, folder)
    if attributes["column"] == "inputs":
        return data.inputs
    if attributes["one_hot"] and data.classes:
        if len(data.targets) * len(data.classes) > MOST_ONE_HOT:
            template = "{rows} rows of {classes} classes are too many to be written out; ask for fewer samples"
            raise ValueMismatch(say(template, rows=len(data.targets), classes=len(data.classes)))
        return datasets.one_hot(data.targets, len(data.classes))
    return data.targets


def made(attributes: Mapping[str, Any]) -> int:
    """How many numbers a built-in data set makes, however few of them are in the mini-batch."""
    declared = _declared(attributes)
    return (attributes["samples"] or declared.samples) * len(declared.features)


def matter(attributes: Mapping[str, Any]) -> tuple[str, ...]:
    """The attributes that the value depends on, as they stand."""
    from_file = is_from_file(attributes)
    classes = from_file or _declared(attributes).classes
    one_hot = ("one_hot",) if attributes["column"] == "targets" and classes else ()
    place = ("place",) if attributes["batch"] else ()
    return ("dataset", *(_NAMES if from_file else ()), "column", *one_hot, "samples", "batch", *place, "seed")


def is_from_file(attributes: Mapping[str, Any]) -> bool:
    return bool(attributes["dataset"] == FILE)


def about(attributes: Mapping[str, Any]) -> Sentence:
    """What the data set is, and which part of it is here."""
    if is_from_file(attributes):
        return say("CSV, NPZ or IDX in the document's folder or below it.")
    declared, data, size = _declared(attributes), data_of(attributes), attributes["batch"]
    rows = say("{n} samples", n=len(data))
    if size:
        epoch, place = datasets.epoch_of(len(data), size, attributes["place"])
        template = "{n} samples; mini-batch {place} of {count} in epoch {epoch}"
        count = datasets.per_epoch(len(data), size)
        rows = say(template, n=len(data), place=place + 1, count=count, epoch=epoch + 1)
    return say("{about} {rows}.", about=declared.about, rows=rows)


def data_of(attributes: Mapping[str, Any], folder: Path | None = None) -> DataSet:
    """The data set that the column is part of."""
    if is_from_file(attributes):
        options = {name: attributes[name] for name in _NAMES}
        return datasets.load(folder, datasets.Choice(**options, samples=attributes["samples"]))
    return _declared(attributes).make(samples=attributes["samples"], seed=attributes["seed"])


def _declared(attributes: Mapping[str, Any]) -> datasets.BuiltIn:
    return datasets.by_key(attributes["dataset"])
