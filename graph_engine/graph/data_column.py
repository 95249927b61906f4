"""Data columns: sources whose value is the current mini-batch of a data set, its inputs or its targets.

The attributes say everything, so files hold no numbers. `place` counts mini-batches from the first one on, through
all epochs; with a `batch` of 0 all rows are taken, in their own order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import datasets
from ..datasets import DataSet
from ..ops import Array, Attribute
from ..sentence import Sentence, say
from .values import Value, as_value

ATTRIBUTES = (
    Attribute(
        "dataset",
        datasets.ALL[0].key,
        "choice",
        tuple(data.key for data in datasets.ALL),
        labels=tuple(data.label for data in datasets.ALL),
    ),
    Attribute("column", "inputs", "choice", ("inputs", "targets")),
    Attribute("one_hot", False, "truth"),
    Attribute("samples", 0, "whole", least=0, most=datasets.MOST),
    Attribute("batch", 0, "whole", least=0),
    Attribute("place", 0, "whole", least=0, most=2**53),
    Attribute("seed", 0, "whole", least=0),
)
SHARED = ("dataset", "samples", "batch", "place", "seed")  # what keeps the columns of one data set in step


def batch(attributes: Mapping[str, Any]) -> Value:
    """The mini-batch that `attributes` describe."""
    column = whole(attributes)
    chosen = datasets.batch_at(len(column), attributes["batch"], attributes["place"], attributes["seed"])
    return as_value(column[chosen])


def whole(attributes: Mapping[str, Any]) -> Array:
    """All rows of the column, in their own order."""
    data = data_of(attributes)
    if attributes["column"] == "inputs":
        return data.inputs
    if attributes["one_hot"] and data.classes:
        return datasets.one_hot(data.targets, len(data.classes))
    return data.targets


def matter(attributes: Mapping[str, Any]) -> tuple[str, ...]:
    """The attributes that the value depends on, as they stand."""
    one_hot = ("one_hot",) if attributes["column"] == "targets" and _declared(attributes).classes else ()
    place = ("place",) if attributes["batch"] else ()
    return ("dataset", "column", *one_hot, "samples", "batch", *place, "seed")


def about(attributes: Mapping[str, Any]) -> Sentence:
    """What the data set is, and which part of it is here."""
    declared, data, size = _declared(attributes), data_of(attributes), attributes["batch"]
    rows = say("{n} samples", n=len(data))
    if size:
        epoch, place = datasets.epoch_of(len(data), size, attributes["place"])
        template = "{n} samples; mini-batch {place} of {count} in epoch {epoch}"
        count = datasets.per_epoch(len(data), size)
        rows = say(template, n=len(data), place=place + 1, count=count, epoch=epoch + 1)
    return say("{about} {rows}.", about=declared.about, rows=rows)


def _declared(attributes: Mapping[str, Any]) -> datasets.BuiltIn:
    return datasets.by_key(attributes["dataset"])


def data_of(attributes: Mapping[str, Any]) -> DataSet:
    """The data set that the column is part of."""
    return _declared(attributes).make(samples=attributes["samples"], seed=attributes["seed"])
