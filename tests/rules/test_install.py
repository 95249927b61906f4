"""The wheel, built and installed into an empty environment of each supported Python that is here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ("3.11", "3.12", "3.13")
pytestmark = pytest.mark.slow


def run(*command: str | Path, **more):
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, timeout=600, env=environment, **more
    )


def interpreter(version: str) -> str | None:
    """A Python of that version, if one can be run."""
    if sys.version.startswith(f"{version}."):
        return sys.executable
    found = shutil.which(f"python{version}")
    return found if found and run(found, "--version").returncode == 0 else None


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT)
    if built.returncode:
        pytest.skip(f"no wheel can be built here: {built.stderr[-200:]}")
    return next(folder.glob("*.whl"))


@pytest.mark.parametrize("version", VERSIONS)
def test_the_wheel_works_in_an_empty_environment(version, wheel, tmp_path):
    python = interpreter(version)
    if python is None:
        pytest.skip(f"there is no Python {version} here")
    run(python, "-m", "venv", tmp_path / "empty", check=True)
    programs = tmp_path / "empty" / "bin"
    installed = run(programs / "python", "-m", "pip", "install", "-q", wheel)
    if installed.returncode:
        pytest.skip(f"its dependencies can't be had here: {installed.stderr[-200:]}")
    tested = run(programs / "gradcanvas", "--self-test", cwd=tmp_path)
    assert tested.returncode == 0, tested.stdout + tested.stderr
    answer = run(programs / "gradcanvas", "examples", "apple_tax", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    values = run(programs / "gradcanvas", "eval", "apple_tax.json", "--json", cwd=tmp_path)
    assert "220.00000000000003" in values.stdout
