"""The wheel, built and installed into an empty environment of each supported Python that is here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

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


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """The source distribution."""
    folder = tmp_path_factory.mktemp("source")
    run(sys.executable, "-m", "venv", folder / "tools", check=True)
    tools = folder / "tools" / "bin"
    if run(tools / "python", "-m", "pip", "install", "-q", "hatchling").returncode:
        pytest.skip("hatchling can't be had here")
    built = run(tools / "hatchling", "build", "-t", "sdist", "-d", folder / "dist", cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next((folder / "dist").glob("*.tar.gz"))


NEEDED = [
    "graph_engine/py.typed",
    "graph_engine/ops/activations/sigmoid.py",
    "graph_engine/export/layers/affine.py",
    "graph_engine/export/replay/page.css",
    "graph_engine/export/replay/page.js",
    "gui/i18n/gradcanvas_zh_CN.qm",
    "gui/resources/app_icon.svg",
    "gui/resources/fonts/GradcanvasSans-Regular.otf",
    "gui/theme/style.qss",
]


def test_the_wheel_holds_what_is_needed_and_nothing_else(wheel):
    names = set(ZipFile(wheel).namelist())
    assert {*NEEDED, "graph_engine/examples/index.json", "graph_engine/examples/apple_tax.json"} <= names
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"graph_engine", "gui"}
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".ts.orig"))]
    assert wheel.stat().st_size < 12 * 2**20


def test_the_source_distribution_builds_the_same_wheel(wheel, source, tmp_path):
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    extra = {"README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "Makefile", "examples/apple_tax.json",
             "docs/guide.md", "tests/rules/test_install.py", "packaging/gradcanvas.spec", ".importlinter"}  # fmt: skip
    assert {*NEEDED, *extra} <= names
    built = run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, source)
    assert built.returncode == 0, built.stderr
    again = next(tmp_path.glob("*.whl"))
    assert set(ZipFile(again).namelist()) == set(ZipFile(wheel).namelist())


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
