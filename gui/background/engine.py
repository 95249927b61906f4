"""How a window starts the engine beside itself, from source or frozen into one program."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QProcess, QProcessEnvironment

import graph_engine

FAREWELL = 400  # milliseconds to leave in before it is killed
_COMMANDS = {"jobs": ["-m", "graph_engine.jobs"], "train": ["-m", "graph_engine", "train", "-", "--jsonl"]}
_FROZEN = {"jobs": ["--jobs"], "train": ["train", "-", "--jsonl"]}


def start_engine(process: QProcess, room: Literal["jobs", "train"]) -> None:
    """Starts `process` as the engine at work in one of its rooms; it talks JSON lines."""
    environment = QProcessEnvironment.systemEnvironment()
    place = str(Path(graph_engine.__file__).parents[1])
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, [place, environment.value("PYTHONPATH")])))
    environment.insert("PYTHONUTF8", "1")
    process.setProcessEnvironment(environment)
    process.setStandardErrorFile(QProcess.nullDevice())
    frozen = bool(getattr(sys, "frozen", False))
    process.start(sys.executable, _FROZEN[room] if frozen else _COMMANDS[room])


def end_engine(process: QProcess) -> None:
    """Closes its input, and kills it if that is not enough; it says nothing any more."""
    process.blockSignals(True)
    process.closeWriteChannel()
    if process.state() != QProcess.ProcessState.NotRunning and not process.waitForFinished(FAREWELL):
        process.kill()
        process.waitForFinished()
    process.deleteLater()
