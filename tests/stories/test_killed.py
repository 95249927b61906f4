"""A process that is killed at any moment loses at most the edit in progress and never damages a file."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph_engine.storage import example, from_bytes, read, recover, to_bytes, write
from tests.killed import NAME, digest
from tests.next_version import as_before, next_version

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and SIGKILL")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def nursery(tmp_path, request):
    """The process that forks those that are killed."""
    words = getattr(request, "param", ())
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.killed", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd=ROOT,
        encoding="utf-8",
    ) as process:
        yield process
        process.stdin.close()
        process.wait(10)


def life(nursery, folder, seed, lasts):
    """One process from its start until it is killed after `lasts` seconds; what it told."""
    told = folder / "told.txt"
    told.unlink(missing_ok=True)
    nursery.stdin.write(f"{folder}\t{seed}\t{told}\n")
    nursery.stdin.flush()
    child = int(nursery.stdout.readline())
    time.sleep(lasts)
    os.kill(child, signal.SIGKILL)
    assert nursery.stdout.readline() == "ended\n"
    lines = told.read_text().splitlines() if told.exists() else []
    return [line.partition(" ")[::2] for line in lines if line.count(" ") == 1]


class Expected:
    """What may be found after a kill, by what was told."""

    def __init__(self, first):
        self.states, self.files = {first}, {first}

    def hear(self, told):
        for word, what in told:
            if word == "next":
                self.states.add(what)
            elif word == "done":
                self.states = {what}
            elif word == "saving":
                self.files.add(what)
            elif word == "saved":
                self.files = {what}


def what_is_left(folder):
    """What a person who recovers would have."""
    for journal in sorted((folder / "journals").glob("*.journal"), reverse=True):
        found = recover(journal)
        assert found.whole
        return digest(found.document)
    return digest(read(folder / NAME))


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_at_random_moments(nursery, tmp_path, kills):
    write(example("apple_tax").open(), tmp_path / NAME)
    dice, expected, worked = random.Random(kills), Expected(digest(read(tmp_path / NAME))), 0
    for seed in range(kills):
        told = life(nursery, tmp_path, seed, dice.uniform(0.0, 0.4) if seed else 0.5)
        expected.hear(told)
        worked += len(told)
        assert digest(read(tmp_path / NAME)) in expected.files, "the file is not what was saved"
        left = what_is_left(tmp_path)
        assert left in expected.states, f"kill {seed}: more than the edit in progress is lost"
        expected.states = {left}
    assert worked > 5 * kills


@pytest.mark.parametrize("nursery", [("next",)], indirect=True)
@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_while_an_older_file_is_opened_migrated_and_saved(nursery, tmp_path, kills):
    path, kept = tmp_path / NAME, tmp_path / "graph.v1.json"
    dice, saved, worked = random.Random(kills), 0, 0
    for seed in range(kills):
        old = as_before(to_bytes(example("apple_tax").open()))
        path.write_bytes(old)
        kept.unlink(missing_ok=True)
        shutil.rmtree(tmp_path / "journals", ignore_errors=True)
        told = life(nursery, tmp_path, seed, dice.uniform(0.0, 0.15) if seed else 0.5)
        worked += len(told)
        with next_version():
            expected = Expected(digest(from_bytes(old)))
            expected.hear(told)
            assert path.read_bytes() == old or b'"version": 2' in path.read_bytes()[:60]
            assert digest(read(path)) in expected.files, "the file is not what was saved"
            assert what_is_left(tmp_path) in expected.states, f"kill {seed}: more than the edit in progress is lost"
        if path.read_bytes() != old:
            saved += 1
            assert kept.read_bytes() == old, "the older file is gone"
        if kept.exists():
            assert kept.read_bytes() == old
    assert worked > 5 * kills
    assert saved


def test_killed_while_it_trains(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-m", "tests.killed_training", str(tmp_path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=environment, cwd=ROOT, encoding="utf-8") as window:
        told = dict(window.stdout.readline().split() for _ in range(2))
        window.kill()
    (journal,) = tmp_path.rglob("*.journal")
    found = recover(journal)
    assert found.whole
    assert digest(found.document) == told["edited"]
    assert digest(read(tmp_path / NAME)) == digest(example("spiral").open())
    deadline = time.monotonic() + 20
    while trains(int(told["worker"])):
        assert time.monotonic() < deadline, "the process that trains goes on without its window"
        time.sleep(0.05)


def trains(process):
    """Whether a process is still at work; one that has ended may wait for somebody to ask how."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
