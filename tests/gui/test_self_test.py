import os
import subprocess
import sys

import pytest

from gui import self_test


def test_an_installation_that_is_whole_says_so_without_a_display():
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    run = subprocess.run(
        [sys.executable, "-m", "gui", "--self-test"], capture_output=True, text=True, timeout=120, env=environment
    )
    lines = run.stdout.splitlines()
    assert (run.returncode, run.stderr) == (0, "")
    assert [line.partition(":")[0] for line in lines] == [
        "registries", "examples", "exports", "window", "process beside the window",
    ]  # fmt: skip
    assert "apple tax gives 220.00000000000003" in lines[1]


def test_a_part_that_fails_is_named_and_the_others_are_tried(monkeypatch, capsys, qapp):
    def broken(_):
        raise LookupError("no ops")

    monkeypatch.setattr(self_test, "QApplication", lambda _: qapp)
    monkeypatch.setattr(self_test, "_PARTS", {"first": broken, "second": lambda _: "fine"})
    monkeypatch.setattr(self_test, "qInstallMessageHandler", lambda _: None)
    assert self_test.self_test() == 1
    assert capsys.readouterr().out.splitlines() == ["first: FAILED: LookupError: no ops", "second: fine"]


@pytest.mark.parametrize("room", ["jobs", "train"])
def test_a_frozen_program_starts_itself_for_the_engine(monkeypatch, room):
    from gui.background import engine

    started = []

    class Process:
        def setProcessEnvironment(self, _): ...
        def setStandardErrorFile(self, _): ...
        def start(self, program, arguments):
            started.append((program, arguments))

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    engine.start_engine(Process(), room)
    expected = {"jobs": ["--jobs"], "train": ["train", "-", "--jsonl"]}[room]
    assert started == [(sys.executable, expected)]
