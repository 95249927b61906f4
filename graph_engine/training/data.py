"""The rows a run goes through: the data columns that feed the loss, split and dealt out in mini-batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .. import datasets
from ..document import Training
from ..errors import TrainingError
from ..graph import Node, data_of, whole_column
from ..sentence import say

BLOCK = 4096  # rows that are measured at a time
_WIDE = 2**17  # bytes of a mini-batch that is put together when its turn comes
_GATHERED = 2**26  # bytes of columns that are held a second time, in the order of the epoch and by split

Batch = Mapping[str, Any]


class Data:
    """Columns by the ids of their nodes; without any, an epoch is one step on the graph as it stands."""

    def __init__(self, nodes: Sequence[Node], training: Training, folder: Path | None) -> None:
        for node in nodes:
            if node.trouble is not None:
                raise TrainingError(say("“{node}”: {reason}", node=node.name, reason=node.trouble), node=node.id)
        self.columns = {node.id: whole_column(node.attributes, folder) for node in nodes}
        sets = [data_of(node.attributes, folder) for node in nodes]
        self.classes = next((data.classes for data in sets if data.classes), ())
        _check(nodes, self.columns, folder)
        self.seed = training.seed
        rows = len(sets[0]) if sets else 1
        chosen = np.zeros(rows, bool)
        if sets:
            split_by = next((data for data in sets if data.classes), sets[0])
            chosen = datasets.held_back(split_by, training.test, seed=self.seed, stratify=bool(split_by.classes))
        self.train, self.test = np.flatnonzero(~chosen), np.flatnonzero(chosen)
        if not len(self.train):
            raise TrainingError(say("no rows are left to train on; hold back a smaller share for the test"))
        if training.standardise:
            self._standardise(nodes)
        given = [int(node.attributes["batch"]) for node in nodes]
        self.batch = training.batch or (given[0] if given else 0)
        self.per_epoch = datasets.per_epoch(len(self.train), self.batch)
        self._learnt = dict(self.columns)  # the same as the learning graph takes them
        size = sum(column.nbytes for column in self.columns.values())
        self._gathers = size <= _GATHERED
        self._sorts = self._gathers and size * self.batch < _WIDE * max(1, rows)
        self._epoch = -1
        self._order = self.train
        self._whole: dict[str, Batch] = {}  # both splits, put together once
        self._sorted_for = -1
        self._sorted: dict[str, Any] = {}

    def _standardise(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            if node.attributes["column"] == "inputs":
                column = self.columns[node.id]
                seen = column[self.train]
                deviation = seen.std(axis=0)
                scaled = (column - seen.mean(axis=0)) / np.where(deviation == 0, 1.0, deviation)
                self.columns[node.id] = scaled

    def learn_as_rows(self, id: str, classes: int) -> None:
        """Class numbers become one-hot rows once, instead of in every step."""
        self._learnt[id] = datasets.one_hot(self.columns[id], classes)

    def shown_at(self, epoch: int, place: int) -> Batch:
        """The values of the columns in a mini-batch, as their nodes have them."""
        rows = self.rows_at(epoch, place)
        return {id: column[rows] for id, column in self.columns.items()}

    def rows_at(self, epoch: int, place: int) -> Any:
        """The rows, by number, of a mini-batch; epoch and place are counted from 0."""
        size = self.batch if self.per_epoch > 1 else len(self.train)
        return self._order_of(epoch)[place * size : (place + 1) * size]

    def batch_at(self, epoch: int, place: int) -> Batch:
        """The values of the columns in a mini-batch, as the learning graph takes them."""
        if not self.columns:
            return {}
        if not self._sorts:
            rows = self.rows_at(epoch, place)
            return {id: column.take(rows, axis=0) for id, column in self._learnt.items()}
        if epoch != self._sorted_for:
            order, self._sorted_for = self._order_of(epoch), epoch
            self._sorted = {id: column[order] for id, column in self._learnt.items()}
        if self.per_epoch == 1:
            return self._sorted
        start, end = place * self.batch, (place + 1) * self.batch
        return {id: column[start:end] for id, column in self._sorted.items()}

    def blocks(self, rows: Any) -> Iterator[tuple[int, Batch]]:
        """Columns of so many rows at a time, and how many."""
        split = self._split(rows) if self._gathers else None
        for start in range(0, len(rows), BLOCK):
            if split is None:
                some = rows[start : start + BLOCK]
                yield len(some), {id: column[some] for id, column in self.columns.items()}
            else:
                end = min(len(rows), start + BLOCK)
                yield end - start, {id: column[start:end] for id, column in split.items()}

    def _split(self, rows: Any) -> Batch | None:
        name = "train" if rows is self.train else "test" if rows is self.test else ""
        if name and name not in self._whole:
            self._whole[name] = {id: column[rows] for id, column in self.columns.items()}
        return self._whole.get(name)

    def _order_of(self, epoch: int) -> Any:
        if epoch != self._epoch:
            self._epoch = epoch
            whole = self.per_epoch == 1
            order = slice(None) if whole else datasets.epoch_order(len(self.train), self.seed, epoch)
            self._order = self.train[order]
        return self._order


def _check(nodes: Sequence[Node], columns: Mapping[str, Any], folder: Path | None) -> None:
    if not nodes:
        return
    first = nodes[0]
    for node in nodes:
        column = columns[node.id]
        if len(column) != len(columns[first.id]):
            template = "“{one}” has {rows} rows, but “{other}” has {others}: they can't belong to the same samples"
            counts = {"rows": len(columns[first.id]), "others": len(column)}
            raise TrainingError(say(template, one=first.name, other=node.name, **counts), node=node.id)
        bad = np.argwhere(~np.isfinite(column))
        if len(bad):
            row, *place = (int(n) for n in bad[0])
            names = data_of(node.attributes, folder).features if node.attributes["column"] == "inputs" else ()
            shown = names[place[0]] if place and place[0] < len(names) else str(place[0] + 1) if place else "1"
            template = "“{node}” holds {value} in row {row}, column {column}; training needs numbers"
            value = float(column[tuple(bad[0])])
            raise TrainingError(say(template, node=node.name, value=value, row=row + 1, column=shown), node=node.id)
