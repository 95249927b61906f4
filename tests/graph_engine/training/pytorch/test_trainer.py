"""PyTorch trains the same file to the same weights, alone and on two processes."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from graph_engine.training import Epoch, Step, Trainer

pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")

from graph_engine.training.pytorch.trainer import TorchTrainer
from graph_engine.training.pytorch.twins import TWINS

CLOSE = {"rtol": 0, "atol": 1e-6}
CASES = [
    ("network_2_2_1", {"epochs": 60}),
    ("linear_regression", {"epochs": 5, "optimizer": "nesterov"}),
    ("xor", {"epochs": 30, "optimizer": "adagrad", "settings": {"rate_decay": 0.1}}),
    ("spiral", {"epochs": 4, "weight_decay": 0.01, "clip": 0.5, "schedule": "cosine", "warm_up": 5}),
    ("saturated_race", {"epochs": 20, "optimizer": "rmsprop"}),
    ("hinge_classifier", {"epochs": 5, "optimizer": "adam"}),
    ("dropout_and_batch_norm", {"epochs": 5}),
    ("digits", {"epochs": 2}),
]


def both(name, changes, seed=None):
    document = ge.example(name).open()
    setup = document.training.with_changes(**changes)
    runs = Trainer(document, setup, seed=seed), TorchTrainer(document, setup, seed=seed, device="cpu")
    return [(run, list(run.run())) for run in runs]


@pytest.mark.parametrize(("name", "changes"), CASES)
def test_agrees_with_the_numpy_engine(name, changes):
    (ours, here), (theirs, there) = both(name, changes, seed=3)
    losses = [[record.loss for record in records if isinstance(record, Step)] for records in (here, there)]
    np.testing.assert_allclose(*losses, **CLOSE)
    for id, value in ours.values().items():
        np.testing.assert_allclose(theirs.values()[id], value, **CLOSE)
    first, second = ([r for r in records if isinstance(r, Epoch)][-1] for records in (here, there))
    assert second.test_accuracy == first.test_accuracy
    assert here[-1] == there[-1]


def test_it_stops_where_the_other_stops():
    (_, here), (_, there) = both("network_2_2_1", {})
    assert here[-1] == there[-1]
    assert here[-1].step == 111


def test_every_op_has_a_twin():
    assert {op.key for op in ops.ALL} - set(TWINS) <= {"custom"}


def test_one_after_another_is_refused():
    document = ge.example("network_2_2_1").open()
    with pytest.raises(ge.TrainingError, match="one weight after another is not available"):
        TorchTrainer(document, document.training.with_changes(update="in_turn"))


@pytest.mark.slow  # starts two processes of PyTorch; its teardown needs a quiet machine
@pytest.mark.parametrize("example", ["spiral", "hinge_classifier"])
def test_two_processes_come_to_the_same_weights_as_one(example, tmp_path):
    path, saved = tmp_path / "f.json", tmp_path / "trained.json"
    document = ge.example(example).open()
    ge.document.edits.SetTraining(document.training.with_changes(epochs=3, batch=17)).apply(document)
    ge.write(document, path)
    launch = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    train = ["-m", "graph_engine", "train", str(path), "--backend", "torch", "--device", "cpu", "--save", str(saved)]
    done = subprocess.run([*launch, *train], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("epoch 3:") == 1, "only the first process speaks"
    run = TorchTrainer(document, device="cpu")
    list(run.run())
    trained = ge.read(saved).graph
    for id, value in run.values().items():
        np.testing.assert_allclose(trained.node(id).value, value, **CLOSE)
