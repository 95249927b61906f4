from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage


def run(*words, cwd):
    """`gradcanvas` as a person without a display would call it."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return subprocess.run(
        [sys.executable, "-m", "gui", *map(str, words)],
        cwd=cwd,
        env={**bare, "PYTHONPATH": root, "HOME": str(cwd), "XDG_DATA_HOME": str(cwd)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def graph(tmp_path):
    from graph_engine.storage import example, write

    write(example("apple_tax").open(), tmp_path / "apple.json")
    return tmp_path / "apple.json"


def test_it_writes_a_picture_of_the_size_asked_for_without_a_display(tmp_path, graph):
    done = run(graph, "--screenshot", "out.png", "--size", "1000x700", "--theme", "dark", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    picture = QImage(str(tmp_path / "out.png"))
    assert (picture.width(), picture.height()) == (1000, 700)
    assert len({picture.pixel(x, 300) for x in range(0, 1000, 3)}) > 5


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("missing.json", "--screenshot", "out.png"), "missing.json"),
        (("--screenshot", "no/such/folder/out.png"), "could not be written"),
        (("--screenshot", "out.png", "--size", "big"), "--size"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_exit_2(tmp_path, words, part):
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert part in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.png").exists()
