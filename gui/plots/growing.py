"""An array that grows at its end without being copied each time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_FIRST = 256


class Growing:
    def __init__(self) -> None:
        self._data = np.empty(_FIRST)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def numbers(self) -> NDArray[Any]:
        """A view of what is there."""
        return self._data[: self._count]

    def extend(self, numbers: NDArray[Any]) -> None:
        until = self._count + len(numbers)
        if until > len(self._data):
            larger = np.empty(max(until, 2 * len(self._data)))
            larger[: self._count] = self._data[: self._count]
            self._data = larger
        self._data[self._count : until] = numbers
        self._count = until
