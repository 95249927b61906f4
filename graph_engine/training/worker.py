"""A run steered by JSON lines: commands come in, records go out. What `gradcanvas train --jsonl` speaks.

docs/training.md lists the lines. The loop looks for a command after every step, so pause and stop take as long as one
step of the network (or as 4096 rows measured at the end of an epoch).
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from ..document import Document, Training
from ..errors import FileProblem, GradcanvasError, TrainingError
from ..sentence import say, sentence_to_json
from . import checkpoint
from .packet import Packet
from .progress import (
    Epoch,
    Finished,
    Measuring,
    Progress,
    Step,
    plain,
    started_to_json,
    update_to_json,
    weights_to_json,
)
from .trainer import Trainer

PAUSE = 1 / 30  # seconds between two lines of steps
SAVE = 5.0  # seconds between two checkpoints at least, unless the run comes to a halt

Command = Mapping[str, Any]


class Worker:
    """One conversation. `read` makes a document of the bytes of a file; `send` takes a record for one line."""

    def __init__(
        self,
        read: Callable[[bytes, Path | None], Document],
        send: Callable[[dict[str, Any]], None],
        *,
        once: bool = False,
    ) -> None:
        self._read, self._send = read, send
        self._once = once  # whether the end of the first run is the end
        self._commands: SimpleQueue[Command] = SimpleQueue()
        self.document: Document | None = None
        self._trainer: Trainer | None = None
        self._records: Iterator[Progress] = iter(())
        self._path: Path | None = None  # where checkpoints go
        self._saved = 0.0
        self._left = 0  # steps still to do before a pause; -1: no end
        self._until_epoch = False
        self._over = False
        self.failed = False
        self._packet = Packet()

    def give(self, command: Command) -> None:
        """Hands in a command; the only method that another thread may call."""
        self._commands.put(command)

    def listen(self, lines: Iterable[str], *, until_end: bool) -> None:
        """Takes commands from `lines` in a thread of its own; `until_end`: their end is the end of the run."""
        threading.Thread(target=self._listen, args=(lines, until_end), daemon=True).start()

    def _listen(self, lines: Iterable[str], until_end: bool) -> None:
        for line in lines:
            if line.strip():
                try:
                    command = json.loads(line)
                except ValueError:
                    command = None
                self.give(command if isinstance(command, dict) else {"do": line.strip()[:40]})
        if until_end:
            self.give({"do": "stop"})

    def values(self) -> dict[str, Any]:
        """What the run has come to."""
        return {} if self._trainer is None else self._trainer.values()

    def loop(self) -> None:
        """Works until it is told to stop."""
        while not self._over:
            command = self._next()
            try:
                if command is not None:
                    self._obey(command)
                else:
                    self._go_on()
            except GradcanvasError as error:
                self._fail(error)

    def _next(self) -> Command | None:
        try:
            return self._commands.get(block=not self._left)
        except Empty:
            return None

    # -- commands -----------------------------------------------------------------------------------------------------

    def _obey(self, command: Command) -> None:
        done = {
            "start": self._start,
            "pause": self._pause,
            "resume": self._resume,
            "step": self._one_step,
            "epoch": self._one_epoch,
            "rewind": self._rewind,
            "weights": self._weights,
            "checkpoint": self._checkpoint,
            "stop": self._stop,
        }.get(str(command.get("do")))
        if done is None:
            raise TrainingError(say("there is no command “{name}”", name=command.get("do")))
        if self._trainer is None and command["do"] not in ("start", "stop"):
            raise TrainingError(say("no run has been started"))
        done(command)

    def _start(self, command: Command) -> None:
        self._left, self._trainer = 0, None
        text, changes, seed = command.get("document"), command.get("training"), command.get("seed")
        if not isinstance(text, str) or not isinstance(changes, dict | None) or not isinstance(seed, int | None):
            raise TrainingError(say("start needs a document as text, and may bring training and a seed"))
        folder = Path(command["folder"]) if isinstance(command.get("folder"), str) else None
        document = self.document = self._read(text.encode(), folder)
        if command.get("resume"):
            epochs = (changes or {}).get("epochs")
            trainer = checkpoint.resume(document, checkpoint.load(Path(command["resume"])), epochs=epochs)
        else:
            base = document.training or Training()
            if changes:
                changes = {**changes, "order": tuple(changes.get("order", base.order))}
            trainer = Trainer(document, base.with_changes(**(changes or {})), seed=seed)
        self._path = Path(command["checkpoint"]) if command.get("checkpoint") else None
        self._begin(trainer, paused=bool(command.get("paused")))

    def _begin(self, trainer: Trainer, *, paused: bool) -> None:
        self._trainer, self._records, self._saved = trainer, trainer.run(), time.monotonic()
        self._send(started_to_json(trainer))
        self._left = 0 if paused else -1
        self._tell("paused" if paused else "running")

    def _pause(self, _: Command) -> None:
        self._halt("paused")

    def _resume(self, _: Command) -> None:
        self._left, self._until_epoch = -1, False
        self._tell("running")

    def _one_step(self, command: Command) -> None:
        count = command.get("count", 1)
        self._left = count if isinstance(count, int) and count > 0 else 1
        self._go_on()

    def _one_epoch(self, _: Command) -> None:
        self._left, self._until_epoch = -1, True
        self._tell("running")

    def _rewind(self, _: Command) -> None:
        trainer = self._run
        self._left = 0
        self._packet.send(self._send)
        trainer.rewind()
        self._records = trainer.run()
        self._halt("paused")

    def _weights(self, _: Command) -> None:
        self._packet.send(self._send)
        self._send(weights_to_json(self._run.done, self._run.values()))

    def _checkpoint(self, command: Command) -> None:
        path = command.get("path") or self._path
        if path is None:
            raise FileProblem(say("no path was given for the checkpoint"))
        checkpoint.save(self._run, Path(path))
        self._send({"type": "checkpoint", "path": str(path), "step": self._run.done})

    def _stop(self, _: Command) -> None:
        if self._trainer is not None:
            self._halt("stopped")
        self._over = True

    # -- the run ------------------------------------------------------------------------------------------------------

    @property
    def _run(self) -> Trainer:
        assert self._trainer is not None
        return self._trainer

    def _go_on(self) -> None:
        """At least one step, and more until something has to be said or a command waits."""
        trainer, packet, records = self._run, self._packet, self._records
        until = time.perf_counter() + PAUSE
        while True:
            trainer.measure = self._left == 1 or time.perf_counter() > until
            record = next(records, None)
            if type(record) is Step:
                packet.add(record)
                if record.norms is not None:
                    packet.send(self._send)
                    until = time.perf_counter() + PAUSE
                if self._left > 0:
                    self._left -= 1
                    if not self._left:
                        self._stepped()
                        return
            elif record is None or not self._said(record):
                return
            if type(record) is not Epoch and not self._commands.empty():
                return

    def _said(self, record: Progress) -> bool:
        """Sends a record; whether the run goes on."""
        if isinstance(record, Epoch):
            self._packet.add_epoch(record)
            self._save(due=SAVE)
            if self._until_epoch:
                self._until_epoch = False
                self._halt("paused")
                return False
        elif isinstance(record, Measuring):
            self._packet.send(self._send)
            self._send({"type": "measuring", **record._asdict()})
        elif isinstance(record, Finished):
            self._halt("finished")
            self._records = self._run.run()
            self._send({"type": "finished", **record._asdict()})
            self._over = self._once
            return False
        return True

    def _stepped(self) -> None:
        self._packet.send(self._send)
        self._send(update_to_json(self._run.update()))
        self._halt("paused")

    def _halt(self, state: str) -> None:
        self._left = 0
        self._packet.send(self._send)
        self._weights({})
        self._tell(state)  # before the disk, which may be slow
        self._save(due=0.0)

    def _save(self, *, due: float) -> None:
        if self._path is not None and time.monotonic() - self._saved >= due:
            try:
                self._checkpoint({})
            except FileProblem as error:
                self._send({"type": "warning", "sentence": str(error), "said": sentence_to_json(error.sentence)})
            self._saved = time.monotonic()

    def _tell(self, state: str) -> None:
        self._send({"type": "state", "state": state, "step": self._run.done, "epoch": self._run.epoch})

    def _fail(self, error: GradcanvasError) -> None:
        self._left = 0
        self._packet.send(self._send)
        step = getattr(error, "step", None)
        said = {"sentence": str(error), "said": sentence_to_json(error.sentence)}
        self._send({"type": "error", **said, "step": step, "node": error.node})
        self.failed = True
        if self._trainer is not None:
            self._records = self._trainer.run()
        self._over = self._once


def line_of(record: Mapping[str, Any]) -> str:
    """One record as a line of JSON."""
    return json.dumps({key: plain(value) for key, value in record.items()}, ensure_ascii=False, allow_nan=False)
