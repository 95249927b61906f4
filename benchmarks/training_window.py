"""The window while a network trains in its process: the longest frame, and how soon pause and stop take hold.

A frame is all that the window does between two looks at its event queue, the canvas painted and the weights shown.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from graph_engine.storage import example

from .report import Row

FRAME, HALT = 0.050, 0.100  # seconds
LASTS = 3.0  # seconds that each network is watched
TIMES = 5
NAMES = ("xor", "spiral", "network_2_2_1", "digits")


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.app import App, spare_the_collector
    from gui.settings import Settings

    qt = QApplication.instance() or QApplication([])
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        app = App(qt, Settings(Path(folder) / "settings.ini"), theme="light", language="en")
        app.window.resize(1600, 1000)
        app.window.show()
        app.window.share_out()
        spare_the_collector()
        for name in NAMES:
            found += _watch(qt, app, name)
        app.close()
    return found


def _watch(qt, app, name: str) -> list[Row]:
    document = example(name).open()
    document.training = document.training.with_changes(epochs=0, stop_loss=0.0, stop_accuracy=0.0)
    app.session.replace(document, None)
    app.window.area.view.fit()
    _settle(qt, 0.5)
    runs = app.session.runs
    runs.train()
    _until(qt, lambda: runs.active.done > 0)
    longest, until = 0.0, time.perf_counter() + LASTS
    while time.perf_counter() < until:
        longest = max(longest, _frame(qt))
        time.sleep(0.001)
    pauses = [_pause(qt, runs) for _ in range(TIMES)]
    runs.train()
    _until(qt, lambda: runs.active.state == "running")
    run = runs.active
    stop = _halt(qt, runs, runs.stop, "stopped")
    size = f"{run.size:,} weights"
    return [
        Row(f"{name}: longest frame", size, longest, "its budget", FRAME, "< 50 ms"),
        Row(f"{name}: until it pauses", size, max(pauses), "its budget", HALT, "< 100 ms"),
        Row(f"{name}: until it stops", size, stop, "its budget", HALT, "< 100 ms"),
    ]


def _pause(qt, runs) -> float:
    """Seconds from asking until the window says that the run rests."""
    if not runs.running:
        runs.train()
        _until(qt, lambda: runs.active.state == "running")
    _settle(qt, 0.2)
    return _halt(qt, runs, runs.pause, "paused")


def _halt(qt, runs, ask, state: str) -> float:
    run, ends = runs.active, []

    def look() -> None:
        if run.state == state and not ends:
            ends.append(time.perf_counter())

    runs.changed.connect(look)
    start = time.perf_counter()
    ask()
    _until(qt, lambda: ends)
    runs.changed.disconnect(look)
    return ends[0] - start


def _frame(qt) -> float:
    start = time.perf_counter()
    qt.processEvents()
    return time.perf_counter() - start


def _settle(qt, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        qt.processEvents()
        time.sleep(0.002)


def _until(qt, condition) -> None:
    patience = time.perf_counter() + 60
    while not condition():
        qt.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() > patience:
            raise TimeoutError("the run did not answer")
