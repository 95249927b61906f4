"""A process that is killed at any moment loses at most the edit in progress and never damages a file."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph_engine.storage import example, read, recover, write
from tests.killed import NAME, digest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and SIGKILL")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def nursery(tmp_path):
    """The process that forks those that are killed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.killed"],
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
