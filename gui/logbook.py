"""The log file, which begins anew before it grows large, and the report that a person can copy and send."""

from __future__ import annotations

import logging
import platform
import sys
from collections import deque
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path

log = logging.getLogger("gradcanvas")
NAME = "gradcanvas.log"
_LARGEST, _OLDER = 512 * 1024, 3  # bytes of one file, and how many that are full are kept
_LINES = 40  # of the log in a report


def keep_log_in(folder: Path) -> None:
    """From now on the log is written there; where it can't be, the program does without."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / NAME
        handler: logging.Handler = RotatingFileHandler(path, "a", _LARGEST, _OLDER, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    for old in log.handlers[:]:
        log.removeHandler(old)
        old.close()
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def versions() -> list[tuple[str, str]]:
    """What runs here: names and versions."""
    found = [("Gradcanvas", _version("gradcanvas")), ("Python", platform.python_version())]
    packages = (("Qt (PySide6)", "PySide6-Essentials"), ("NumPy", "numpy"), ("networkx", "networkx"))
    return [*found, *((name, _version(package)) for name, package in packages), ("System", platform.platform())]


def report(folder: Path, trouble: str = "") -> str:
    """Versions, what went wrong and the end of the log: enough to find it, and not the document."""
    lines = [f"{name} {number}" for name, number in versions()]
    lines.append("Frozen bundle" if getattr(sys, "frozen", False) else f"Started as {Path(sys.argv[0]).name}")
    if trouble:
        lines += ["", trouble.rstrip()]
    last = _tail(folder / NAME)
    return "\n".join([*lines, *(["", "Log:", *last] if last else [])]) + "\n"


def _tail(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return [line.rstrip("\n") for line in deque(file, _LINES)]
    except OSError:
        return []


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"
