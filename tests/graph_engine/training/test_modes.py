"""Dropout and batch normalisation: one thing while learning, another when an epoch is measured."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.document import Document, Training
from graph_engine.ops.regularizing.batch_normalization import running_statistics
from graph_engine.training import Epoch, Step, Trainer
from graph_engine.training.modes import seed_of


def network(kind, **settings):
    graph = ge.Graph()
    shared = {"dataset": "blobs", "batch": 50, "samples": 120}
    x = graph.add("data", "x", attributes=shared)
    t = graph.add("data", "t", attributes={**shared, "column": "targets"})
    drawn = {"initialiser": "xavier_normal", "shape": (2, 3), "seed": 4}
    if kind == "dropout":
        x = graph.add("dropout", "middle", x=x, attributes={"rate": 0.5, "training": False, **settings})
    else:
        inputs = {"gamma": graph.add("parameter", "gamma", value=[1, 1]),
                  "beta": graph.add("parameter", "beta", value=[0, 0]),
                  "mean": graph.add("parameter", "mean", value=[0, 0]),
                  "variance": graph.add("constant", "variance", value=[1, 1])}  # fmt: skip
        x = graph.add("batch_normalization", "middle", x=x, **inputs)
    scores = graph.add("affine", "scores", x=x, W=graph.add("parameter", "W", attributes=drawn))
    return Document(graph=graph, target=graph.add("softmax_with_loss", "loss", x=scores, t=t))


def test_a_mask_is_that_of_the_node_with_the_seed_of_the_step():
    document = network("dropout", seed=7)
    graph = document.graph
    run = Trainer(document, Training(epochs=1, test=0.0, seed=2))
    data, losses = run.task.data, []
    for step, record in enumerate(r for r in run.run() if isinstance(r, Step)):
        losses.append(record.loss)
        if step == 0:
            expected = ge.Graph()
            x = expected.add("variable", "x", value=data.batch_at(0, 0)[graph.id_of("x")])
            t = expected.add("variable", "t", value=data.batch_at(0, 0)[graph.id_of("t")])
            kept = {"rate": 0.5, "seed": seed_of(2, 7, 1)}
            W = expected.add("parameter", "W", value=graph.node(graph.id_of("W")).value)
            dropped = expected.add("dropout", "d", x=x, attributes=kept)
            loss = expected.add("softmax_with_loss", "l", x=expected.add("affine", "s", x=dropped, W=W), t=t)
            assert record.loss == pytest.approx(ge.evaluate(expected).value(loss), rel=1e-12)
    assert [len(data.rows_at(0, place)) for place in range(3)] == [50, 50, 20]
    assert len(set(losses)) == 3


def test_a_node_may_be_called_like_the_mask_of_another():
    document = network("dropout")
    graph = document.graph
    graph.add("identity", "mask of middle", x=graph.id_of("scores"))
    graph.add("identity", f"mask of {graph.id_of('middle')}", x=graph.id_of("scores"))
    assert list(Trainer(document, Training(epochs=1)).run())


@pytest.mark.parametrize("update", ["together", "in_turn"])
def test_dropout_is_the_same_for_the_same_seed_and_absent_when_measured(update):
    document = network("dropout")
    setup = Training(epochs=3, test=0.0, update=update)
    runs = [list(Trainer(document, setup, seed=seed).run()) for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]
    run = Trainer(document, Training(epochs=1, test=0.0, rate=0.0))
    epoch = next(record for record in run.run() if isinstance(record, Epoch))
    graph = document.graph
    for name in ("x", "t"):
        node = graph.node(graph.id_of(name)).with_attribute("batch", 0)
        graph.replace(node)
    assert epoch.train_loss == pytest.approx(ge.evaluate(graph).value(document.target), rel=1e-12)


def test_running_statistics_move_and_are_no_weights():
    document = network("normalisation")
    graph = document.graph
    mean, variance = graph.id_of("mean"), graph.id_of("variance")
    run = Trainer(document, Training(epochs=1, test=0.0, batch=40))
    assert mean not in run.weights.ids
    expected = np.zeros(2), np.ones(2)
    for place in range(run.per_epoch):
        x = run.task.data.batch_at(0, place)[graph.id_of("x")]
        expected = running_statistics(x, *expected)
    epoch = next(record for record in run.run() if isinstance(record, Epoch))
    np.testing.assert_allclose(run.values()[mean], expected[0])
    np.testing.assert_allclose(run.values()[variance], expected[1])
    assert epoch.train_loss > 0
    run.rewind()
    assert np.array_equal(run.values()[mean], [0, 0])
