"""Axes have few numbers, all round."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.ticks import decades, written, written_log


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (1e-3, 1, ["0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"]),
        (1, 1e6, ["1", "10", "100", "1k", "10k", "100k", "1M"]),
        (0.32, 0.61, ["0.4", "0.5", "0.6"]),
    ],
)
def test_logarithmic(low, high, expected):
    assert written_log(decades(np.log10(low), np.log10(high))) == expected


def test_a_short_axis_has_fewer_numbers():
    assert written_log(decades(-14, 0, 4)) == ["1e−14", "1e−10", "1e−6", "0.01"]


def test_many_decades_stay_few_numbers():
    assert len(decades(-200, 30)) <= 30


@pytest.mark.parametrize(
    ("numbers", "spacing", "expected"),
    [
        ([0, 0.5, 1], 0.5, ["0.0", "0.5", "1.0"]),
        ([0, 200_000, 1_000_000], 2e5, ["0", "200k", "1000k"]),
        ([0, 500], 500, ["0", "500"]),
        ([-0.5, -0.0, 0.5], 0.5, ["−0.5", "0.0", "0.5"]),
        ([-20_000, 0], 2e4, ["−20k", "0"]),
        ([2e-5, 4e-5], 2e-5, ["2e−5", "4e−5"]),
    ],
)
def test_linear(numbers, spacing, expected):
    assert written(numbers, spacing) == expected
