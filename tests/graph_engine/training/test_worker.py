"""The conversation in JSON lines, in this process and in one of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.storage import from_bytes, to_bytes
from graph_engine.storage.numbers import value_from_json
from graph_engine.training import Trainer, Worker, line_of


@pytest.fixture
def document():
    return ge.example("blobs").open()


class Talk:
    """A worker that says things into a list."""

    def __init__(self, document, **start):
        self.said = []
        self.worker = Worker(from_bytes, lambda record: self.said.append(json.loads(line_of(record))))
        self.do("start", document=to_bytes(document).decode(), **start)

    def do(self, command, **more):
        self.worker.give({"do": command, **more})
        return self

    def end(self):
        self.do("stop").worker.loop()
        return self

    def of(self, kind):
        return [record for record in self.said if record["type"] == kind]


def test_single_steps_say_all_about_themselves(document):
    talk = Talk(document, paused=True, training={"optimizer": "momentum", "rate": 0.5}).do("step").do("step").end()
    assert [record["first"] for record in talk.of("steps")] == [1, 2]
    started, update = talk.of("started")[0], talk.of("update")[1]
    assert started["parameters"][0] == {"id": "n2", "name": "W", "shape": [2, 3]}
    assert len(update["rows"]) == started["batch"] == 30
    assert set(update["batch"]) == {"n1", "n4"}
    before, after = (value_from_json(w["values"]["n2"]) for w in talk.of("weights")[-3:-1])
    delta, state = value_from_json(update["deltas"]["n2"]), value_from_json(update["states"]["v"]["n2"])
    np.testing.assert_allclose(before - delta, after)
    np.testing.assert_allclose(delta, 0.5 * state)


def test_what_can_not_be_done_is_said_and_the_conversation_goes_on(document):
    talk = Talk(ge.example("apple_tax").open()).do("dance")
    talk.do("start", document="{").do("start", document=to_bytes(document).decode(), paused=True).end()
    sentences = [record["sentence"] for record in talk.of("error")]
    assert "no parameter feeds" in sentences[0]
    assert sentences[1] == "there is no command “dance”"
    assert "not JSON" in sentences[2]
    assert talk.of("started")


@pytest.fixture
def process():
    command = [sys.executable, "-m", "graph_engine", "train", "-", "--jsonl"]
    found = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    yield found
    found.kill()
    found.wait()
    found.stdin.close()
    found.stdout.close()


def tell(process, do, **more):
    process.stdin.write(json.dumps({"do": do, **more}) + "\n")
    process.stdin.flush()


def until(process, kind, **fields):
    for line in process.stdout:
        record = json.loads(line)
        if record["type"] == kind and fields.items() <= record.items():
            return record
    raise AssertionError(f"it ended before it said {kind}")


def test_pause_and_stop_come_soon_and_the_end_of_stdin_is_the_end(document, process, tmp_path):
    path = tmp_path / "c.npz"
    tell(process, "start", document=to_bytes(document).decode(), training={"epochs": 0}, checkpoint=str(path))
    until(process, "epochs")
    start = time.perf_counter()
    tell(process, "pause")
    paused = until(process, "state", state="paused")
    assert time.perf_counter() - start < 0.5  # 0.1 s, on a machine with nothing else to do
    until(process, "checkpoint", step=paused["step"])
    assert path.exists()
    tell(process, "weights")
    assert until(process, "weights")["step"] == paused["step"], "it stands still"
    tell(process, "resume")
    until(process, "steps")
    process.stdin.close()
    assert process.wait(timeout=10) == 0


def test_an_epoch_then_rewind_then_the_very_same_again(document, process):
    tell(process, "start", document=to_bytes(document).decode(), paused=True)
    found = []
    for _ in range(2):
        tell(process, "epoch")
        found.append(until(process, "epochs")["epochs"])
        tell(process, "rewind")
        assert until(process, "weights", step=0)
    assert found[0] == found[1]
    assert len(found[0]) == 1


def test_the_same_numbers_as_in_this_process(document, process):
    tell(process, "start", document=to_bytes(document).decode(), training={"epochs": 3}, seed=4)
    values = until(process, "weights")["values"]
    run = Trainer(document, ge.document.Training(epochs=3), seed=4)
    list(run.run())
    for id, value in run.values().items():
        assert np.array_equal(value_from_json(values[id]), value)
