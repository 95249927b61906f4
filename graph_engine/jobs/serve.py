"""Answers requests until its input ends. Of two requests of one kind the newer wins; kinds take turns.

A request is `{"job": number, "kind": …, …}`; each answer carries both back with an `event`: "begun", "found" (a
record), "done", or "failed" (a reason).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from ..errors import GradcanvasError
from .check import check, curve

Job = Callable[[Mapping[str, Any]], Iterator[dict[str, Any]]]
JOBS: dict[str, Job] = {"check": check, "curve": curve}


def serve(requests: IO[str], answers: IO[str]) -> None:
    """Works for as long as `requests` are open, and leaves the process at once when they end."""
    inbox: SimpleQueue[dict[str, Any]] = SimpleQueue()
    Thread(target=_listen, args=(requests, inbox), daemon=True).start()
    running: dict[str, tuple[int, Iterator[dict[str, Any]]]] = {}

    def tell(kind: str, number: int, event: str, **rest: Any) -> None:
        answers.write(json.dumps({"job": number, "kind": kind, "event": event, **rest}, allow_nan=False) + "\n")
        answers.flush()

    while True:
        while not running or not inbox.empty():
            request = inbox.get()
            kind, number = request["kind"], request["job"]
            running[kind] = number, JOBS[kind](request)
            tell(kind, number, "begun")
        for kind, (number, job) in list(running.items()):
            try:
                tell(kind, number, "found", found=next(job))
            except StopIteration:
                del running[kind]
                tell(kind, number, "done")
            except GradcanvasError as error:
                del running[kind]
                tell(kind, number, "failed", reason=str(error))


def _listen(requests: IO[str], inbox: SimpleQueue[dict[str, Any]]) -> None:
    for line in requests:
        inbox.put(json.loads(line))
    os._exit(0)  # whoever asked is gone: nothing that is still being worked out matters
