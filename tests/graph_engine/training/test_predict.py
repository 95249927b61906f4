"""What is predicted of rows: as the trainer counts it, and as the graph itself computes it."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine import Graph
from graph_engine.document import Document, Training
from graph_engine.errors import TrainingError
from graph_engine.storage import example
from graph_engine.training import Epoch, Predictor, Trainer, confusion


def trained(name, **changes):
    document = example(name).open()
    run = Trainer(document, (document.training or Training()).with_changes(**changes))
    epochs = [record for record in run.run() if isinstance(record, Epoch)]
    asked = Predictor(document, run.training)
    asked.give(run.values())
    return run, epochs[-1], asked


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("spiral", {"epochs": 5}),
        ("digits", {"epochs": 2}),
        ("xor", {"epochs": 30}),
        ("hinge_classifier", {"epochs": 2}),
        ("dropout_and_batch_norm", {"epochs": 2, "standardise": True}),
    ],
)
def test_accuracy_is_the_trainers_and_the_matrix_counts_every_row(name, changes):
    _, last, asked = trained(name, **changes)
    for rows, accuracy in ((asked.data.train, last.train_accuracy), (asked.data.test, last.test_accuracy)):
        if not len(rows):
            continue
        parts = list(asked.blocks(rows))
        np.testing.assert_array_equal(np.concatenate([some for some, _ in parts]), rows)
        predicted = np.concatenate([answer.classes for _, answer in parts])
        counts = confusion(asked.right(rows), predicted, len(asked.data.classes))
        assert counts.sum() == len(rows)
        assert np.trace(counts) / len(rows) == pytest.approx(accuracy)
        assert counts.sum(axis=1).tolist() == np.bincount(asked.right(rows)).tolist()


def test_points_that_are_rows_are_answered_like_the_rows():
    _, _, asked = trained("spiral", epochs=3)
    rows = asked.data.test
    points = asked.at(asked.data.columns[asked.inputs[0]][rows])
    np.testing.assert_array_equal(points.scores, asked.of(rows).scores)
    np.testing.assert_array_equal(points.classes, asked.of(rows).classes)
    assert asked.width == 2


def test_numbers_are_predicted_where_nothing_is_chosen():
    run, _, asked = trained("linear_regression")
    weight, bias = run.values().values()
    said = asked.at([[0.0], [2.0]])
    assert said.classes is None
    np.testing.assert_allclose(said.scores, np.array([[0.0], [2.0]]) @ weight + bias)


def test_one_number_decides_between_two_classes():
    graph = Graph()
    x = graph.add("data", "x", attributes={"dataset": "moons"})
    t = graph.add("data", "t", attributes={"dataset": "moons", "column": "targets"})
    W, flat = graph.add("parameter", "W", value=[[1.0], [-2.0]]), graph.add("parameter", "s", value=[1.0])
    z = graph.add("reshape", "z", x=graph.add("dot", "xW", x=x, W=W), attributes={"shape": (-1,)})
    loss = graph.add("sigmoid_with_loss", "loss", x=graph.add("multiply", "zs", x=z, y=flat), t=t)
    asked = Predictor(Document(graph=graph, target=loss))
    points = np.array([[1.0, 0.2], [1.0, 0.8]])
    assert asked.at(points).classes.tolist() == [1, 0]
    assert set(asked.right(asked.data.train)) == {0, 1}


def test_a_graph_without_predictions_is_refused_with_a_sentence():
    graph = Graph()
    w = graph.add("parameter", "w", value=[1.0])
    target = graph.add("sum", "total", x=w)
    with pytest.raises(TrainingError, match="“total” compares no predictions with a data column"):
        Predictor(Document(graph=graph, target=target))
