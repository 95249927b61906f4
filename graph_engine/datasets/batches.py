"""Mini-batches: which rows come when.

Each epoch goes through all rows once, in an order drawn from the seed and the number of the epoch. The last
mini-batch of an epoch is short where the size does not divide the number of rows; it is kept, as PyTorch's
`DataLoader` keeps it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def per_epoch(rows: int, size: int) -> int:
    """How many mini-batches an epoch has; a size of 0 takes all rows at once.

    >>> per_epoch(10, 4), per_epoch(10, 0)
    (3, 1)
    """
    return -(-rows // size) if 0 < size < rows else 1


def epoch_of(rows: int, size: int, place: int) -> tuple[int, int]:
    """In which epoch the mini-batch `place` lies, and where in it, both counted from 0."""
    return divmod(place, per_epoch(rows, size))


def epoch_order(rows: int, seed: int, epoch: int) -> NDArray[Any]:
    """The order in which an epoch goes through the rows."""
    return np.random.default_rng([seed, epoch]).permutation(rows)


def batch_at(rows: int, size: int, place: int, seed: int = 0) -> NDArray[Any]:
    """The rows of the mini-batch `place`, counted from 0 through all epochs.

    All rows at once (a size of 0) keep their order.

    >>> [batch_at(5, 2, place, seed=1).tolist() for place in range(3)]
    [[4, 0], [1, 2], [3]]
    """
    if size <= 0:
        return np.arange(rows)
    epoch, place = epoch_of(rows, size, place)
    return epoch_order(rows, seed, epoch)[place * size : (place + 1) * size]
