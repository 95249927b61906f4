"""The process that trains: commands go in and records come out, as docs/training.md lists them."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from .engine import end_engine, start_engine

_BUDGET = 0.006  # seconds of reading before the window has its turn


class TrainingProcess(QObject):
    """Starts when a run does, and stays for the next one."""

    said = Signal(object)  # one record, a dict
    lost = Signal(str)  # it has died; what the system says about that

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.process: QProcess | None = None
        self._begun = b""  # a line that has not ended yet
        self._waiting: deque[bytes] = deque()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._work)

    # -- commands ------------------------------------------------------------------------------------------------------

    def start(
        self,
        document: bytes,
        *,
        folder: Path | None = None,
        checkpoint: Path | None = None,
        resume: Path | None = None,
        paused: bool = False,
    ) -> None:
        """A new run, in place of the one before. `document` is the text of a file."""
        if self.process is None:
            self._start()
        paths = {"folder": folder, "checkpoint": checkpoint, "resume": resume}
        given = {name: str(path) for name, path in paths.items() if path is not None}
        self._say("start", document=document.decode("utf-8"), paused=paused, **given)

    def pause(self) -> None:
        self._say("pause")

    def resume(self) -> None:
        self._say("resume")

    def step(self, count: int = 1) -> None:
        self._say("step", count=count)

    def epoch(self) -> None:
        self._say("epoch")

    def rewind(self) -> None:
        self._say("rewind")

    def weights(self) -> None:
        self._say("weights")

    def checkpoint(self, path: Path) -> None:
        self._say("checkpoint", path=str(path))

    def stop(self) -> None:
        """Ends the process: politely, then by force."""
        self._forget()
        process, self.process = self.process, None
        if process is not None:
            end_engine(process)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        process = self.process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._mourn)
        process.errorOccurred.connect(self._mourn)
        start_engine(process, "train")

    def _say(self, do: str, **words: Any) -> None:
        if self.process is not None:
            self.process.write(json.dumps({"do": do, **words}).encode("ascii") + b"\n")

    def _read(self) -> None:
        if self.process is not None:
            *lines, self._begun = (self._begun + self.process.readAllStandardOutput().data()).split(b"\n")
            self._waiting.extend(lines)
            self._work()

    def _work(self) -> None:
        """Hands on what has been read, and leaves the rest for later where that takes long."""
        until = perf_counter() + _BUDGET
        while self._waiting and perf_counter() < until:
            self._hand_on(self._waiting.popleft())
        if self._waiting:
            self._soon.start()

    def _hand_on(self, line: bytes) -> None:
        try:
            record = json.loads(line)
        except ValueError:
            return  # a line that a dying process left unfinished
        self.said.emit(record)

    def _mourn(self) -> None:
        """It ended by itself; what it said before still counts."""
        process = self.process
        if process is None or process.state() != QProcess.ProcessState.NotRunning:
            return
        self._read()
        while self._waiting:
            self._hand_on(self._waiting.popleft())
        reason = process.errorString()
        self.stop()
        self.lost.emit(reason)

    def _forget(self) -> None:
        self._soon.stop()
        self._waiting.clear()
        self._begun = b""
