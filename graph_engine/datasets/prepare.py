"""What is done to a data set before training: split, standardise, class numbers as one-hot rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ValueMismatch
from ..sentence import say
from .declare import Array, DataSet


def split(data: DataSet, test: float = 0.25, *, seed: int = 0, stratify: bool = False) -> tuple[DataSet, DataSet]:
    """A part to train on and a part, the share `test` of it, to test on; each keeps the order of its rows.

    `stratify` takes that share of every class.
    """
    chosen = held_back(data, test, seed=seed, stratify=stratify)
    return data.rows(~chosen), data.rows(chosen)


def held_back(data: DataSet, test: float, *, seed: int = 0, stratify: bool = False) -> NDArray[np.bool_]:
    """Which rows `split` tests on."""
    if not 0 <= test < 1:
        raise ValueMismatch(say("the share to test on is {share}; it must be from 0 to below 1", share=test))
    if stratify and data.kind != "classes":
        raise ValueMismatch(say("only a data set of classes can be split class by class"))
    rng = np.random.default_rng(seed)
    groups: list[Any] = [np.arange(len(data))]
    if stratify:
        groups = [np.flatnonzero(data.targets == number) for number in np.unique(data.targets)]
    taken = np.concatenate([rng.permutation(group)[: round(test * len(group))] for group in groups])
    chosen = np.zeros(len(data), bool)
    chosen[taken] = True
    return chosen


def standardise(train: DataSet, *others: DataSet) -> tuple[DataSet, ...]:
    """All with mean 0 and standard deviation 1 in each feature of `train`: the others are measured by it, too.

    A feature that never changes is only shifted.
    """
    mean, deviation = train.inputs.mean(axis=0), train.inputs.std(axis=0)
    deviation = np.where(deviation == 0, 1.0, deviation)
    return tuple(
        DataSet(d.name, d.kind, (d.inputs - mean) / deviation, d.targets, d.features, d.classes)
        for d in (train, *others)
    )


def one_hot(targets: Array, classes: int) -> Array:
    """Class numbers as rows with a single 1.

    >>> one_hot(np.array([0, 2]), 3)
    array([[1., 0., 0.],
           [0., 0., 1.]])
    """
    numbers = np.asarray(targets)
    wrong = (numbers != np.floor(numbers)) | (numbers < 0) | (numbers >= classes)
    if numbers.ndim != 1 or wrong.any():
        raise ValueMismatch(say("class numbers must be whole, from 0 to {last}", last=classes - 1))
    rows: Array = np.eye(classes)[numbers.astype(int)]
    return rows
