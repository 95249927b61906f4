from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def copied_engine(tmp_path):
    """A copy of the engine and its examples that a test may add to; run Python in it with `-c`."""
    import shutil
    import subprocess
    import sys

    place = tmp_path / "copy"
    shutil.copytree(ROOT / "graph_engine", place / "graph_engine", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "examples", place / "examples")

    def run(*arguments):
        command = [sys.executable, "-B", *arguments]
        return subprocess.run(command, cwd=place, capture_output=True, text=True, encoding="utf-8", check=False)

    return place, run
