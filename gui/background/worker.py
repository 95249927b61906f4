"""A process of the engine beside the window: the newest request wins; it is stopped politely, then killed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from .engine import end_engine, start_engine

_PATIENCE = 1500  # milliseconds that an outdated job may hold up a newer one


@dataclass
class _Asked:
    number: int
    line: bytes
    begun: bool = False


class Worker(QObject):
    """Starts its process when something is asked. `kind` names a job of `graph_engine.jobs`."""

    found = Signal(str, list)  # kind, records in the order they were found
    ended = Signal(str, str)  # kind, why it failed or nothing

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.process: QProcess | None = None
        self._asked: dict[str, _Asked] = {}  # the newest of each kind, until it has ended
        self._count = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._start_anew)

    @property
    def busy(self) -> bool:
        return bool(self._asked)

    def ask(self, kind: str, **request: Any) -> None:
        """Asks for a job; what an older request of this kind still finds is dropped."""
        self._count += 1
        line = json.dumps({"job": self._count, "kind": kind, **request}).encode("ascii") + b"\n"
        if any(asked.begun for asked in self._asked.values()):
            self._patience.start()
        self._asked[kind] = _Asked(self._count, line)
        if self.process is None:
            self._start()
        else:
            self.process.write(line)

    def forget(self, kind: str) -> None:
        """Nothing more of this kind is wanted."""
        self._asked.pop(kind, None)

    def stop(self) -> None:
        """Ends the process: its input is closed, and it is killed if that is not enough."""
        self._asked.clear()
        self._patience.stop()
        process, self.process = self.process, None
        if process is not None:
            end_engine(process)

    def _start(self) -> None:
        process = self.process = QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._lost)
        process.errorOccurred.connect(self._lost)
        start_engine(process, "jobs")
        for asked in self._asked.values():
            asked.begun = False
            process.write(asked.line)

    def _start_anew(self) -> None:
        """The process does not let go of what nobody waits for any more."""
        process, self.process = self.process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished()
            process.deleteLater()
        if self._asked:
            self._start()

    def _lost(self) -> None:
        """The process ended by itself: whatever it was asked will not be answered."""
        reason = "" if self.process is None else self.process.errorString()
        asked = list(self._asked)
        self.stop()
        for kind in asked:
            self.ended.emit(kind, reason)

    def _read(self) -> None:
        found: dict[str, list[Any]] = {}
        over: list[tuple[str, str]] = []
        while self.process is not None and self.process.canReadLine():
            answer = json.loads(bytes(self.process.readLine().data()))
            kind, asked = answer["kind"], self._asked.get(answer["kind"])
            if asked is None or asked.number != answer["job"]:
                continue
            asked.begun = True
            if answer["event"] == "found":
                found.setdefault(kind, []).append(answer["found"])
            elif answer["event"] != "begun":
                del self._asked[kind]
                over.append((kind, answer.get("reason", "")))
        if all(asked.begun for asked in self._asked.values()):
            self._patience.stop()
        for kind, records in found.items():
            self.found.emit(kind, records)
        for kind, reason in over:
            self.ended.emit(kind, reason)
