"""`gradcanvas train`."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.cli.progress_bar import Bar
from graph_engine.document import Training
from graph_engine.training import Step, Trainer


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "blobs.json"
    path.write_bytes(ge.example("blobs").path.read_bytes())
    return path


def test_a_line_for_each_epoch(said, file):
    code, out, err = said("train", file, "--epochs", 2, "--seed", 1)
    assert (code, err) == (0, "")
    first, _, end = out.splitlines()
    assert first.startswith("epoch 1: train loss ")
    assert "; test loss " in first
    assert end == "done: 2 epochs, 8 steps"


def test_trained_values_are_saved_on_request(said, file, tmp_path):
    before = file.read_bytes()
    code, _, _ = said("train", file, "--epochs", 2, "--save", tmp_path / "trained.json")
    assert code == 0
    assert file.read_bytes() == before
    run = Trainer(ge.read(file), Training(epochs=2))
    list(run.run())
    trained = ge.read(tmp_path / "trained.json").graph
    assert all(np.array_equal(trained.node(id).value, value) for id, value in run.values().items())


def test_resuming_goes_on(said, file, tmp_path):
    said("train", file, "--epochs", 2, "--checkpoint", tmp_path / "c.npz")
    code, out, _ = said("train", file, "--resume", tmp_path / "c.npz", "--epochs", 3)
    assert code == 0
    whole = said("train", file, "--epochs", 3)[1].splitlines()
    assert out.splitlines() == whole[2:]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-"], "- needs --jsonl"),
        (["{file}", "--resume", "{file}"], "is not a checkpoint"),
        (["{file}", "--resume", "x", "--seed", "1"], "--seed begins another run"),
        (["{file}", "--epochs", "-1"], "--epochs"),
        (["nowhere.json"], "could not be read"),
        (["nowhere.json", "--jsonl"], "could not be read"),
        (["{apples}"], "no parameter feeds “price”"),
    ],
)
def test_refusals(said, file, arguments, sentence):
    apples = ge.example("apple_tax").path
    code, _, err = said("train", *(a.format(file=file, apples=apples) for a in arguments))
    assert code == 2
    assert err.startswith("gradcanvas: error: ")
    assert sentence in err


def test_json_lines(file):
    command = [sys.executable, "-m", "graph_engine", "train", str(file), "--epochs", "2", "--jsonl"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["type"] for r in records] == ["started", "state", "steps", "epochs", "weights", "state", "finished"]


def test_ctrl_c_saves_a_checkpoint_that_goes_on(said, file):
    command = [sys.executable, "-m", "graph_engine", "train", str(file), "--epochs", "0"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    run.stdout.readline()
    time.sleep(0.2)
    os.kill(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=20)
    assert run.returncode == 130
    path = file.with_suffix(".checkpoint.npz")
    assert f"go on with --resume {path}" in err
    code, out, _ = said("train", file, "--resume", path, "--epochs", 1)
    assert code == 0
    assert out.startswith("done: ")


def test_the_bar_says_how_far_it_is_and_how_long_it_takes():
    trainer = Trainer(ge.example("blobs").open(), Training(epochs=10))
    bar = Bar(io.StringIO(), trainer)
    text = bar.text(Step(20, 5, 0.5, 0.1), seconds=30.0)
    assert text.startswith("epoch 5/10 ━━━━━━━━━━━━──")
    assert " 50%" in text
    assert text.endswith("0:30 left")
    bar.step(Step(1, 1, 0.25, 0.1))
    assert "loss 0.25" in bar._out.getvalue()


def test_on_pytorch(said, file, tmp_path, monkeypatch):
    pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
    code, out, _ = said("train", file, "--epochs", 2, "--backend", "torch", "--save", tmp_path / "t.json")
    assert code == 0
    numpy = said("train", file, "--epochs", 2)[1].splitlines()
    assert out.splitlines()[:3] == numpy
    assert "no --jsonl" in said("train", file, "--backend", "torch", "--jsonl")[2]
    assert "PyTorch: " in said("train", file, "--backend", "torch", "--device", "nonsense")[2]
    monkeypatch.setitem(sys.modules, "graph_engine.training.pytorch.trainer", None)
    assert "PyTorch is not installed; pip install" in said("train", file, "--backend", "torch")[2]
