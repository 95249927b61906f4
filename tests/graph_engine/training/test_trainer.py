"""A run: what it reports, that it is the same each time, when it ends and what it refuses."""

from __future__ import annotations

import math

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import datasets
from graph_engine.document import Document, Training, edits
from graph_engine.errors import TrainingError
from graph_engine.storage import to_bytes
from graph_engine.training import Epoch, Finished, Step, Trainer, adopt
from graph_engine.training.progress import started_to_json


@pytest.fixture
def document():
    return ge.example("blobs").open()


def records(run, kind=Step):
    return [record for record in run.run() if isinstance(record, kind)]


def line(value=1.0, target="half_squared_error", **data):
    """w · x against t."""
    graph = ge.Graph()
    x, t = graph.add("variable", "x", value=data.get("x", 2.0)), graph.add("constant", "t", value=data.get("t", 6.0))
    w = graph.add("parameter", "w", value=value)
    y = graph.add("multiply", "y", x=w, y=x)
    return Document(graph=graph, target=graph.add(target, "loss", y=y, t=t))


def test_a_step_goes_against_the_gradient():
    run = Trainer(line(), Training(rate=0.1, epochs=1))
    step, epoch, finished = list(run.run())
    assert (step.step, step.epoch, step.loss, step.rate) == (1, 1, 8.0, 0.1)
    assert step.norms == (8.0,)
    assert step.ratios == (0.8,)
    assert run.values() == {"n3": 1.8}
    assert epoch.train_loss == pytest.approx(0.5 * (2 * 1.8 - 6) ** 2)
    assert epoch[3:] == (None, None, None)
    assert finished == Finished("epochs", 1, 1)


def test_the_document_stays_and_adopting_is_one_edit(document):
    before = to_bytes(document)
    run = Trainer(document, Training(epochs=2))
    list(run.run())
    assert to_bytes(document) == before
    undo = adopt(document, run.values()).apply(document)
    for id, value in run.values().items():
        assert np.array_equal(document.graph.node(id).value, value)
    undo.apply(document)
    assert to_bytes(document) == before


def test_each_epoch_goes_through_all_training_rows_once(document):
    data = Trainer(document, Training(test=0.2, batch=25)).task.data
    assert (len(data.train), len(data.test)) == (120, 30)
    assert not set(data.train) & set(data.test)
    for epoch in (0, 1):
        rows = np.concatenate([data.rows_at(epoch, place) for place in range(data.per_epoch)])
        assert sorted(rows) == list(data.train)
    assert not np.array_equal(data.rows_at(0, 0), data.rows_at(1, 0))
    whole = datasets.by_key("blobs").make()
    assert np.array_equal(data.batch_at(1, 2)["n1"], whole.inputs[data.rows_at(1, 2)])


def test_columns_too_large_to_sort_give_the_same_rows(document, monkeypatch):
    setup = Training(batch=32, epochs=3)
    sorted_once = records(Trainer(document, setup))
    monkeypatch.setattr("graph_engine.training.data._GATHERED", 0)
    assert records(Trainer(document, setup)) == sorted_once


def test_class_numbers_and_one_hot_rows_are_learnt_alike(document):
    rows = records(Trainer(document, Training(epochs=3)))
    edits.SetAttribute("n4", "one_hot", False).apply(document)
    run = Trainer(document, Training(epochs=3))
    assert records(run) == rows
    assert run.update().batch["n4"].ndim == 1


def test_without_a_batch_the_columns_say_how_many(document):
    assert Trainer(document, Training()).task.data.batch == 30


def test_every_class_is_held_back_alike(document):
    data = Trainer(document, Training(test=0.2)).task.data
    assert list(np.bincount(datasets.by_key("blobs").make().targets[data.test].astype(int))) == [10, 10, 10]


def test_standardised_by_the_training_rows(document):
    data = Trainer(document, Training(standardise=True, test=0.2)).task.data
    seen = data.columns["n1"][data.train]
    np.testing.assert_allclose(seen.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(seen.std(axis=0), 1)


def test_the_same_seed_gives_the_same_bits_and_another_does_not(document):
    first, again, other = (
        records(Trainer(document, Training(epochs=4, optimizer="adam"), seed=seed)) for seed in (5, 5, 6)
    )
    assert first == again
    assert [step.loss for step in first] != [step.loss for step in other]


def test_a_seed_draws_the_parameters_anew_and_none_leaves_them(document):
    value = document.graph.node("n2").value
    assert np.array_equal(Trainer(document).task.start["n2"], value)
    assert not np.array_equal(Trainer(document, seed=2).task.start["n2"], value)
    assert np.array_equal(Trainer(document, seed=2).task.start["n3"], document.graph.node("n3").value)


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_rewinding_goes_back_to_the_very_same_weights(document, optimizer):
    run = Trainer(document, Training(optimizer=optimizer, epochs=3))
    first = list(run.run())
    run.rewind()
    assert all(np.array_equal(value, document.graph.node(id).value) for id, value in run.values().items())
    assert list(run.run()) == first


def test_a_pause_is_nobody_asking(document):
    whole = list(Trainer(document, Training(epochs=3)).run())
    run = Trainer(document, Training(epochs=3))
    first = run.run()
    parts = [next(first) for _ in range(5)]
    assert parts + list(run.run()) == whole, "another generator goes on where the first was left"


def test_stops_at_a_loss_before_the_update_and_at_an_accuracy(document):
    run = Trainer(document, Training(rate=0.5, epochs=0, stop_loss=0.2))
    *_, step, finished = run.run()
    assert step.loss <= 0.2
    assert finished.reason == "loss"
    assert run.done == step.step - 1
    run = Trainer(document, Training(rate=0.5, epochs=0, stop_accuracy=0.9))
    *_, epoch, finished = run.run()
    assert epoch.test_accuracy >= 0.9
    assert finished.reason == "accuracy"


def test_measuring_can_be_left_out(document):
    run = Trainer(document, Training(epochs=1))
    run.measure = False
    assert {step.norms for step in records(run)} == {None}


@pytest.mark.parametrize("update", ["together", "in_turn"])
def test_an_array_of_one_number_and_floats_beside_arrays_train(update):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[1.0, 2.0, 3.0])
    w, b = graph.add("parameter", "w", value=0.0), graph.add("parameter", "b", value=[0.0])
    y = graph.add("add", "y", x=graph.add("multiply", "wx", x=w, y=x), y=b)
    loss = graph.add("mean_squared_error", "loss", y=y, t=graph.add("constant", "t", value=[3.0, 5.0, 7.0]))
    run = Trainer(Document(graph=graph, target=loss), Training(rate=0.1, epochs=500, update=update))
    list(run.run())
    assert run.values()[w] == pytest.approx(2, abs=1e-3)
    assert run.values()[b] == pytest.approx([1], abs=2e-3)


def test_in_turn_with_one_parameter_is_the_same_as_together():
    losses = [
        [step.loss for step in records(Trainer(line(), Training(rate=0.05, epochs=30, update=update)))]
        for update in ("together", "in_turn")
    ]
    assert losses[0] == losses[1]


def test_float32_stays_float32():
    document = line(value=np.array([1.0], np.float32), x=np.array([2.0], np.float32), t=np.array([6.0], np.float32))
    run = Trainer(document, Training(epochs=2, rate=0.1))
    list(run.run())
    assert {value.dtype for value in run.values().values()} == {np.dtype(np.float32)}


@pytest.mark.parametrize("update", ["together", "in_turn"])
def test_a_node_with_a_problem_elsewhere_does_not_keep_a_graph_from_learning(update):
    document = line(value=np.array([1.0, 2.0]), x=np.array([2.0, 2.0]), t=np.array([6.0, 6.0]))
    other = document.graph.add("constant", "three", value=[1.0, 2.0, 3.0])
    document.graph.add("add", "astray", x=document.graph.id_of("w"), y=other)
    steps = records(Trainer(document, Training(epochs=40, rate=0.1, update=update)))
    assert steps[-1].loss < 1e-6 < steps[0].loss


@pytest.mark.parametrize("update", ["together", "in_turn"])
def test_each_parameter_keeps_its_own_precision(update):
    document = line(x=np.array([2.0, 3.0]), t=np.array([6.0, 9.0]), value=np.array([1.0, 1.0], np.float32))
    graph = document.graph
    rate = graph.add("parameter", "scale", value=[1.0, 2.0])
    scaled = graph.add("multiply", "scaled", x=graph.id_of("y"), y=rate)
    graph.disconnect(ge.Edge(graph.id_of("y"), document.target, "y"))
    graph.connect(ge.Edge(scaled, document.target, "y"))
    run = Trainer(document, Training(epochs=60, rate=0.02, update=update, clip=5.0))
    steps = records(run)
    assert steps[-1].loss < 1e-3 < steps[0].loss
    kept = {id: value.dtype.name for id, value in run.values().items()}
    assert kept == {graph.id_of("w"): "float32", rate: "float64"}


def test_whatever_moves_first_norms_come_in_the_order_of_the_parameters():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=2.0)
    w, b = graph.add("parameter", "w", value=3.0), graph.add("parameter", "b", value=1.0)
    y = graph.add("add", "y", x=graph.add("multiply", "wx", x=w, y=x), y=b)
    run = Trainer(Document(graph=graph, target=y), Training(epochs=1, rate=1e-9, update="in_turn", order=(b, w)))
    assert [parameter["id"] for parameter in started_to_json(run)["parameters"]] == list(run.weights.ids) == [w, b]
    assert [block.ids for block in run.weights.blocks] == [(b,), (w,)]
    assert records(run)[0].norms == (2.0, 1.0)


def refused(document, match, **training):
    with pytest.raises(TrainingError, match=match) as caught:
        list(Trainer(document, Training(**training)).run())
    return caught.value


def test_divergence_is_said_with_the_step():
    error = refused(line(), r"rose to .* at step \d+: the run diverges", rate=10.0, epochs=0)
    assert error.step > 1
    graph = ge.Graph()
    w = graph.add("parameter", "w", value=0.5)
    document = Document(graph=graph, target=graph.add("log", "loss", x=w))
    error = refused(document, "the loss is nan at step 2: .*smaller learning rate", rate=1.0, epochs=5)
    assert error.step == 2
    assert error.node == document.target


def test_refusals_before_the_first_step(document):
    refused(ge.example("apple_tax").open(), "no parameter feeds “price”")
    refused(Document(), "no node computes anything")
    scores = document.graph.id_of("scores")
    edits.SetTarget(scores).apply(document)
    refused(document, r"“scores” has the shape \(30, 3\), but training needs a single number")


def test_data_that_do_not_fit(document):
    edits.SetAttribute("n4", "dataset", "spiral").apply(document)
    refused(document, "“x” has 150 rows, but “t” has 300")
    edits.SetAttribute("n1", "dataset", "spiral").apply(document)
    edits.SetValue("n2", np.zeros((2, 2))).apply(document)
    refused(document, "b is")
    edits.SetValue("n3", np.zeros(2)).apply(document)
    edits.SetAttribute("n4", "one_hot", False).apply(document)
    refused(document, "“scores” gives 2 scores, but the data have 3 classes|class number")


def test_a_missing_input_and_numbers_that_are_none(document):
    edits.SetValue("n3", [math.nan, 0, 0]).apply(document)
    refused(document, "the parameter “b” is not finite")
    edits.SetValue("n3", [0, 0, 0]).apply(document)
    edits.Disconnect(ge.Edge("n1", "n5", "x")).apply(document)
    refused(document, "x")


def test_nan_in_the_data_is_named_by_row_and_column(document, monkeypatch):
    column = datasets.by_key("blobs").make().inputs.copy()
    column[16, 1] = math.nan
    whole = "graph_engine.training.data.whole_column"
    monkeypatch.setattr(whole, lambda a, _: column if a["column"] == "inputs" else np.zeros((150, 3)))
    refused(document, "“x” holds nan in row 17, column y")


def test_accuracy_is_counted_as_people_count(document):
    run = Trainer(document, Training(epochs=1, test=0.0))
    epoch = records(run, Epoch)[0]
    for id, value in run.values().items():
        document.graph.set_value(id, value)
    for id in ("n1", "n4"):
        edits.SetAttribute(id, "batch", 0).apply(document)
    values = ge.evaluate(document.graph)
    right = np.argmax(values.value("n5"), axis=1) == np.argmax(values.value("n4"), axis=1)
    assert epoch.train_accuracy == right.mean()
    assert epoch.train_loss == pytest.approx(values.value("n6"), rel=1e-12)
    assert (epoch.test_loss, epoch.test_accuracy) == (None, None)
