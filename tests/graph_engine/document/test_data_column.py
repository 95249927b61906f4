"""Data columns: a value that follows from attributes, columns that stay in step, files without the numbers."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import datasets, storage
from graph_engine.document import compose_values, edits
from graph_engine.graph import make_node


@pytest.fixture
def document():
    return ge.example("blobs").open()


def value(document, name):
    return document.graph.node(document.graph.id_of(name)).value


def set_it(document, name, setting, to):
    return compose_values.set_attribute(document, document.graph.id_of(name), setting, to).apply(document)


def test_a_column_shows_the_mini_batch(document):
    data = datasets.by_key("blobs").make()
    rows = datasets.batch_at(150, 30, 0)
    assert np.array_equal(value(document, "x"), data.inputs[rows])
    assert np.array_equal(value(document, "t"), datasets.one_hot(data.targets, 3)[rows])


@pytest.mark.parametrize(
    ("setting", "to"), [("place", 3), ("batch", 0), ("seed", 5), ("samples", 60), ("dataset", "spiral")]
)
def test_columns_of_one_data_set_stay_in_step_and_undo_is_exact(document, setting, to):
    before, shown = storage.to_bytes(document), value(document, "x")
    undo = set_it(document, "x", setting, to)
    attributes = document.graph.node(document.graph.id_of("t")).attributes
    assert attributes[setting] == to
    data = datasets.by_key(attributes["dataset"]).make(samples=attributes["samples"], seed=attributes["seed"])
    rows = datasets.batch_at(len(data), attributes["batch"], attributes["place"], attributes["seed"])
    assert np.array_equal(value(document, "x"), data.inputs[rows])
    assert np.array_equal(np.argmax(value(document, "t"), axis=1), data.targets[rows])
    undo.apply(document)
    assert storage.to_bytes(document) == before
    assert np.array_equal(value(document, "x"), shown)


def test_what_concerns_one_column_leaves_the_other(document):
    set_it(document, "t", "one_hot", False)
    assert value(document, "t").shape == (30,)
    assert value(document, "x").shape == (30, 2)


def test_a_second_column_completes_the_first():
    document = ge.Document()
    edits.AddNode(make_node("a", "data", "x", None, {"dataset": "moons", "batch": 8, "place": 2})).apply(document)
    beside = compose_values.column_beside(document)
    assert beside == {**document.graph.node("a").attributes, "column": "targets"}
    edits.AddNode(make_node("b", "data", "t", None, beside)).apply(document)
    assert compose_values.column_beside(document) == {}


def test_it_can_not_be_given_a_value(document):
    before = storage.to_bytes(document)
    with pytest.raises(ge.Refused, match="“x” takes its value from a data set"):
        edits.SetValue(document.graph.id_of("x"), 1.0).apply(document)
    with pytest.raises(ge.GraphError, match="can't be given one"):
        make_node("d", "data", "d", 1.0)
    assert storage.to_bytes(document) == before


@pytest.mark.parametrize(("setting", "to"), [("dataset", "iris"), ("batch", -1), ("samples", 10**6), ("place", 0.5)])
def test_settings_that_make_no_sense_are_refused(document, setting, to):
    with pytest.raises(ge.Refused, match=setting):
        set_it(document, "x", setting, to)


def test_files_hold_the_settings_and_no_numbers(document):
    data = storage.to_bytes(document)
    line = next(line for line in data.splitlines() if b'"op": "data"' in line)
    assert b'"value"' not in line
    assert np.array_equal(value(storage.from_bytes(data), "x"), value(document, "x"))


def test_every_setting_that_matters_is_said(document):
    node = document.graph.node(document.graph.id_of("t"))
    assert node.spec.matter(node.attributes) == ("dataset", "column", "one_hot", "samples", "batch", "place", "seed")
    assert "150 samples; mini-batch 1 of 5 in epoch 1." in node.spec.explain(node.attributes)
    whole = node.with_attribute("batch", 0)
    assert "place" not in whole.spec.matter(whole.attributes)
    assert whole.spec.explain(whole.attributes).endswith("150 samples.")


def test_gradients_reach_the_inputs_and_class_numbers_are_left_out_of_the_check(document):
    set_it(document, "t", "one_hot", False)
    evaluation = ge.evaluate(document.graph)
    names = {document.graph.node(v.what).name: v.passed for v in ge.check_sources(evaluation, document.target)}
    assert names == {"x": True, "W": True, "b": True}
    assert all(verdict.passed for verdict in ge.check_edges(evaluation))
