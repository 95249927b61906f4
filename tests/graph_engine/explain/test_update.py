"""The sentences of an update: which entry of an array speaks for it."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine.explain.update import Moved, update_lines


def moved(before, delta):
    before, delta = np.asarray(before, float), np.asarray(delta, float)
    return Moved(before, before - delta, delta / 0.1, delta, {}, {"rate": 0.1}, "w ← w − rate · g")


def test_the_entry_that_moves_furthest_speaks_for_the_array():
    lines = [str(line) for line in update_lines("W", moved([1.0, 2.0], [0.1, -0.5]))]
    assert lines == [
        "w ← w − rate · g",
        "W[1] ← 2 − (−0.5) = 2.5",
        "with g = −5, rate = 0.1",
        "of its 2 entries, this one moves furthest",
    ]


@pytest.mark.parametrize("before", [1.0, [1.0], [[1.0]]])
def test_one_number_alone_is_not_compared(before):
    assert "entries" not in " ".join(map(str, update_lines("b", moved(before, np.full(np.shape(before), 0.5)))))
