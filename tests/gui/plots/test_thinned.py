"""A thinned curve reaches as far down and up as the whole one, in every column, and its means are means."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.thinned import Thinned

RNG = np.random.default_rng(3)


def grown(y, sizes=(1, 7, 4000, 13)):
    """A curve that was taken up bit by bit, as a run hands it over."""
    curve, x, done = Thinned(), np.arange(1.0, len(y) + 1), 0
    while done < len(y):
        done = min(len(y), done + sizes[done % len(sizes)])
        curve.take(x[:done], y[:done])
    return curve


@pytest.mark.parametrize("count", [1, 5, 3000, 70_001])
@pytest.mark.parametrize("view", [(0, 1), (0.3, 0.31), (0.2, 0.9)])
def test_every_column_shows_its_least_and_its_greatest(count, view):
    y = RNG.normal(size=count)
    curve = grown(y)
    low, high = 1 + view[0] * (count - 1), 1 + view[1] * (count - 1)
    edges = np.linspace(low, high, 201)
    x, drawn = curve.between(edges)
    assert len(x) <= 6 * len(edges), "a picture needs no more points than pixels"
    seen = y[int(np.ceil(low)) - 1 : int(high)]
    assert np.max(seen, initial=-9) <= drawn.max()
    assert np.min(seen, initial=9) >= drawn.min()
    assert set(np.unique(drawn)) <= set(y), "no number is drawn that the curve does not have"
    wide = (high - low) / 200
    for at in np.linspace(low, high - wide, 17):
        here = y[int(np.ceil(at)) - 1 : int(at + wide)]
        near = drawn[(x >= at - 2 * wide) & (x <= at + 3 * wide)]
        if len(here):
            assert near.max() >= here.max()
            assert near.min() <= here.min()


def test_a_spike_in_a_million_is_seen():
    y = np.zeros(1_000_000)
    y[654_321] = 9.0
    curve = Thinned()
    curve.take(np.arange(1.0, 1e6 + 1), y)
    x, drawn = curve.between(np.linspace(0, 1e6, 900))
    assert drawn.max() == 9
    assert abs(x[drawn.argmax()] - 654_322) < 1e6 / 400


def test_columns_of_a_logarithmic_axis_keep_the_first_steps_apart():
    y = RNG.normal(size=100_000)
    curve = grown(y, sizes=(100_000,))
    x, drawn = curve.between(np.logspace(0, 5, 700))
    np.testing.assert_array_equal(drawn[:20:2], y[:10])
    np.testing.assert_array_equal(x[:20:2], np.arange(1, 11))


@pytest.mark.parametrize("window", [2, 10, 5000])
def test_the_mean_is_over_the_numbers_before(window):
    y = RNG.normal(size=3000)
    y[[5, 700]] = np.nan
    curve = grown(y)
    at = np.array([0, 1, 4, 9, 699, 705, 2999])
    expected = [np.nanmean(y[max(0, place + 1 - window) : place + 1]) for place in at]
    np.testing.assert_allclose(curve.mean(at, window), expected)
    x, drawn = curve.smoothed(np.linspace(0, 3000, 4000), window)
    assert len(x) == len(drawn) == 3000


def test_a_curve_that_begins_anew_forgets_what_was():
    curve = grown(np.full(2000, 5.0))
    fresh = np.full(3000, 1.0)
    curve.take(np.arange(1.0, 3001), fresh)
    assert curve.between(np.linspace(0, 3000, 100))[1].max() == 1
    curve.take(np.arange(1.0, 11), fresh[:10])
    assert len(curve) == 10
    assert curve.nearest(9.4) == 8
    assert curve.nearest(12) is None
