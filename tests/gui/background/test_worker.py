"""The window's side of the process: newest wins, nothing is left behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QProcess

from graph_engine.storage import example, to_bytes
from gui.background import Worker

LONG = 20_000


@pytest.fixture
def worker(qapp):
    parent = QObject()
    made = Worker(parent)
    made.heard = []
    made.over = []
    made.found.connect(lambda kind, records: made.heard.extend(records))
    made.ended.connect(lambda kind, reason: made.over.append((kind, reason)))
    yield made
    made.stop()
    assert made.process is None
    parent.deleteLater()


def request(name="apple_tax"):
    document = example(name).open()
    return {"document": to_bytes(document).decode("utf-8"), "target": document.target}


def test_what_was_asked_is_answered(worker, qtbot):
    worker.ask("check", **request())
    assert worker.busy
    qtbot.waitUntil(lambda: worker.over == [("check", "")], timeout=LONG)
    assert len(worker.heard) == 7
    assert not worker.busy


def test_only_the_newest_is_heard(worker, qtbot):
    for name in ("classifier", "two_paths", "apple_tax"):
        worker.ask("check", **request(name))
    qtbot.waitUntil(lambda: worker.over == [("check", "")], timeout=LONG)
    assert len(worker.heard) == 7


def test_what_is_forgotten_is_not_heard(worker, qtbot):
    worker.ask("check", **request())
    worker.forget("check")
    worker.ask("curve", **request(), what="n1", element=[])
    qtbot.waitUntil(lambda: worker.over == [("curve", "")], timeout=LONG)
    assert [list(record) for record in worker.heard] == [["points"]]


def test_stopping_ends_the_process_at_once(worker, qtbot):
    worker.ask("check", **request())
    process = worker.process
    qtbot.waitUntil(lambda: process.state() == QProcess.ProcessState.Running, timeout=LONG)
    worker.stop()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert not worker.busy


def test_a_process_that_does_not_let_go_is_replaced(worker, qtbot):
    worker.ask("check", **request("classifier"))
    stuck = worker.process
    worker._asked["check"].begun = True  # it works, and answers nothing any more
    stuck.blockSignals(True)
    worker._patience.setInterval(50)
    worker.ask("check", **request())
    qtbot.waitUntil(lambda: worker.over == [("check", "")], timeout=LONG)
    assert len(worker.heard) == 7


def test_a_process_that_dies_is_said_and_the_next_request_starts_another(worker, qtbot):
    worker.ask("check", **request())
    qtbot.waitUntil(lambda: worker.process.state() == QProcess.ProcessState.Running, timeout=LONG)
    worker.process.kill()
    qtbot.waitUntil(lambda: bool(worker.over), timeout=LONG)
    assert worker.over[0][0] == "check"
    assert worker.over[0][1]
    worker.ask("check", **request())
    qtbot.waitUntil(lambda: worker.over[1:] == [("check", "")], timeout=LONG)
