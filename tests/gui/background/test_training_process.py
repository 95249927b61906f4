"""The window's side of the process that trains: every line is handed on, and nothing is left behind."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QObject, QProcess

from graph_engine.storage import example, to_bytes
from gui.background import TrainingProcess

LONG = 20_000


@pytest.fixture
def process(qapp):
    parent = QObject()
    made = TrainingProcess(parent)
    made.heard = []
    made.reasons = []
    made.said.connect(made.heard.append)
    made.lost.connect(made.reasons.append)
    yield made
    made.stop()
    assert made.process is None
    parent.deleteLater()


def kinds(process):
    return [record["type"] for record in process.heard]


def text(name="network_2_2_1"):
    return to_bytes(example(name).open())


def test_a_run_is_told_line_by_line_to_its_end(process, qtbot):
    process.start(text())
    qtbot.waitUntil(lambda: "finished" in kinds(process), timeout=LONG)
    assert kinds(process)[:2] == ["started", "state"]
    assert process.heard[-1] == {"type": "finished", "reason": "loss", "step": 111, "epoch": 111}
    steps = [record for record in process.heard if record["type"] == "steps"]
    assert sum(len(record["loss"]) for record in steps) == 111


def test_it_takes_commands_and_stays_for_the_next_run(process, qtbot):
    process.start(text("spiral"), paused=True)
    process.step()
    process.epoch()
    qtbot.waitUntil(lambda: kinds(process).count("weights") == 2, timeout=LONG)
    first = process.process
    process.heard.clear()
    process.start(text(), paused=True)
    process.step(3)
    qtbot.waitUntil(lambda: "update" in kinds(process), timeout=LONG)
    assert process.process is first
    assert next(record for record in process.heard if record["type"] == "update")["step"] == 3


def test_a_checkpoint_is_where_it_was_asked_for(process, qtbot, tmp_path):
    process.start(text(), paused=True)
    process.checkpoint(tmp_path / "a.npz")
    qtbot.waitUntil(lambda: "checkpoint" in kinds(process), timeout=LONG)
    assert (tmp_path / "a.npz").is_file()


def test_stopping_ends_the_process_at_once(process, qtbot):
    process.start(text("spiral"))
    qtbot.waitUntil(lambda: "steps" in kinds(process), timeout=LONG)
    one = process.process
    process.stop()
    assert one.state() == QProcess.ProcessState.NotRunning
    assert process.reasons == []


def test_a_process_that_is_killed_is_lost_and_the_next_run_starts_another(process, qtbot):
    process.start(text("digits"))
    qtbot.waitUntil(lambda: "steps" in kinds(process), timeout=LONG)
    os.kill(process.process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(process.reasons), timeout=LONG)
    assert process.process is None
    process.start(text())
    qtbot.waitUntil(lambda: "finished" in kinds(process), timeout=LONG)
