"""Data sets: the same numbers for the same seed, shapes and classes as declared; splits, scales and mini-batches."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine import datasets
from graph_engine.datasets import DataSet
from graph_engine.errors import ValueMismatch

EVERY = pytest.mark.parametrize("built_in", datasets.ALL, ids=lambda data: data.key)


@EVERY
@pytest.mark.parametrize("samples", [0, 1, 2, 7, 100])
def test_each_has_the_shape_it_declares(built_in, samples):
    data = built_in.make(samples=samples, seed=3)
    assert len(data) == (samples or built_in.samples)
    assert data.inputs.shape == (len(data), len(built_in.features))
    assert (data.inputs.dtype, data.targets.dtype) == (np.float64, np.float64)
    assert np.isfinite(data.inputs).all()
    assert np.isfinite(data.targets).all()
    if built_in.classes:
        assert data.targets.shape == (len(data),)
        assert set(data.targets) <= set(range(len(built_in.classes)))
    else:
        assert data.targets.shape == (len(data), 1)


@EVERY
def test_each_has_words_and_every_class(built_in):
    assert built_in.label
    assert len(built_in.about) > 20
    data = built_in.make()
    if data.classes:
        assert set(data.targets) == set(range(len(data.classes)))


@EVERY
def test_the_same_seed_gives_the_very_same_numbers(built_in):
    datasets.declare._made.cache_clear()
    first = built_in.make(samples=50, seed=1)
    datasets.declare._made.cache_clear()
    again, other = built_in.make(samples=50, seed=1), built_in.make(samples=50, seed=2)
    assert first is not again
    assert first.inputs.tobytes() == again.inputs.tobytes()
    assert first.targets.tobytes() == again.targets.tobytes()
    assert not np.array_equal(first.inputs, other.inputs)


@EVERY
def test_nobody_can_spoil_a_data_set_that_is_shared(built_in):
    with pytest.raises(ValueError, match="read-only"):
        built_in.make().inputs[0] = 1


def test_apples_cost_what_they_cost():
    data = datasets.by_key("apple_prices").make()
    assert data.targets[0] == 220.00000000000003
    assert np.array_equal(data.targets[:, 0], data.inputs.prod(axis=1))


def test_xor_is_the_four_corners():
    data = datasets.by_key("xor").make()
    assert data.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert data.targets.tolist() == [0, 1, 1, 0]


def test_there_are_limits_and_names():
    with pytest.raises(ValueMismatch, match="at most 100000 samples"):
        datasets.by_key("moons").make(samples=100_001)
    with pytest.raises(ValueMismatch, match="no data set “iris”; there are: apple_prices"):
        datasets.by_key("iris")
    with pytest.raises(ValueMismatch, match="one row of inputs for each target"):
        DataSet("x", "regression", np.zeros((3, 1)), np.zeros((2, 1)), ("x",))


def test_a_split_takes_each_row_once_and_keeps_the_order():
    data = datasets.by_key("moons").make(samples=100)
    train, test = datasets.split(data, 0.2, seed=4)
    assert (len(train), len(test)) == (80, 20)
    both = {row.tobytes() for part in (train, test) for row in part.inputs}
    assert both == {row.tobytes() for row in data.inputs}
    assert np.all(np.diff(train.targets) >= 0)
    again, _ = datasets.split(data, 0.2, seed=4)
    assert np.array_equal(train.inputs, again.inputs)
    assert not np.array_equal(train.inputs, datasets.split(data, 0.2, seed=5)[0].inputs)


def test_a_stratified_split_takes_its_share_of_every_class():
    data = datasets.by_key("spiral").make(samples=90)
    _, test = datasets.split(data, 0.2, stratify=True)
    assert [int(np.sum(test.targets == number)) for number in range(3)] == [6, 6, 6]


@pytest.mark.parametrize(
    ("key", "share", "stratify"), [("moons", 1.0, False), ("moons", -0.1, False), ("linear", 0.2, True)]
)
def test_splits_that_make_no_sense_are_refused(key, share, stratify):
    with pytest.raises(ValueMismatch):
        datasets.split(datasets.by_key(key).make(), share, stratify=stratify)


def test_standardising_measures_by_the_part_trained_on():
    train, test = datasets.split(datasets.by_key("apple_prices").make(samples=200))
    scaled, other = datasets.standardise(train, test)
    np.testing.assert_allclose(scaled.inputs.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(scaled.inputs.std(axis=0), 1)
    np.testing.assert_allclose(other.inputs, (test.inputs - train.inputs.mean(0)) / train.inputs.std(0))
    assert other.targets is test.targets


def test_a_feature_that_never_changes_is_only_shifted():
    data = DataSet("x", "regression", np.full((4, 1), 3.0), np.zeros((4, 1)), ("x",))
    assert datasets.standardise(data)[0].inputs.tolist() == [[0], [0], [0], [0]]


@pytest.mark.parametrize("targets", [[0.5], [3], [-1], [[1]]])
def test_only_class_numbers_become_rows(targets):
    with pytest.raises(ValueMismatch, match="from 0 to 2"):
        datasets.one_hot(np.array(targets), 3)


@pytest.mark.parametrize(("rows", "size"), [(10, 3), (10, 5), (10, 1), (3, 10), (7, 0)])
def test_an_epoch_goes_through_every_row_once(rows, size):
    count = datasets.per_epoch(rows, size)
    for epoch in range(2):
        places = range(epoch * count, (epoch + 1) * count)
        taken = np.concatenate([datasets.batch_at(rows, size, place, seed=2) for place in places])
        assert sorted(taken) == list(range(rows))
    sizes = [len(datasets.batch_at(rows, size, place)) for place in range(count)]
    assert all(found == (size or rows) for found in sizes[:-1])


def test_epochs_differ_and_seeds_repeat_them():
    first, second = (np.concatenate([datasets.batch_at(50, 10, 5 * e + p, 1) for p in range(5)]) for e in range(2))
    assert not np.array_equal(first, second)
    assert np.array_equal(first, datasets.epoch_order(50, 1, 0))
