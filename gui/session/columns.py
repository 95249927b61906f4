"""Columns of numbers that grow while a run goes on, read as NumPy arrays without a copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

_FIRST = 256


class Columns:
    """Rows of so many numbers; a column of it is a view, as long as the rows that are there."""

    def __init__(self, width: int) -> None:
        self._data = np.empty((width, _FIRST))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def column(self, place: int) -> Any:
        return self._data[place, : self._count]

    def extend(self, *columns: Sequence[float | None]) -> None:
        """Adds rows, given by columns of equal lengths; None is NaN."""
        until = self._count + len(columns[0])
        if until > self._data.shape[1]:
            larger = np.empty((len(self._data), max(until, 2 * self._data.shape[1])))
            larger[:, : self._count] = self._data[:, : self._count]
            self._data = larger
        for row, column in zip(self._data, columns, strict=True):
            row[self._count : until] = np.asarray(column, dtype=float)
        self._count = until

    def cut(self, place: int, most: float) -> None:
        """Forgets the rows from the first one on whose number in a rising column is above `most`."""
        self._count = int(np.searchsorted(self.column(place), most, side="right"))


class Steps(Columns):
    """One row for each step."""

    def __init__(self) -> None:
        super().__init__(3)

    @property
    def step(self) -> Any:
        return self.column(0)

    @property
    def loss(self) -> Any:
        """Of the mini-batch, before the update."""
        return self.column(1)

    @property
    def rate(self) -> Any:
        return self.column(2)


class Epochs(Columns):
    """One row for each epoch; NaN where there is no such split, or no accuracy."""

    NAMES = ("epoch", "step", "train_loss", "train_accuracy", "test_loss", "test_accuracy")

    def __init__(self) -> None:
        super().__init__(len(self.NAMES))

    @property
    def epoch(self) -> Any:
        return self.column(0)

    @property
    def step(self) -> Any:
        return self.column(1)

    @property
    def train_loss(self) -> Any:
        return self.column(2)

    @property
    def train_accuracy(self) -> Any:
        return self.column(3)

    @property
    def test_loss(self) -> Any:
        return self.column(4)

    @property
    def test_accuracy(self) -> Any:
        return self.column(5)


class Samples(Columns):
    """One row now and then, with one number for each parameter."""

    def __init__(self, parameters: int) -> None:
        super().__init__(1 + parameters)

    @property
    def step(self) -> Any:
        return self.column(0)

    @property
    def values(self) -> Any:
        """One row for each of `step`, one column for each parameter."""
        return self._data[1:, : self._count].T

    def add(self, step: int, numbers: Sequence[float | None]) -> None:
        self.extend([step], *([number] for number in numbers))
