"""`python -m tests.soak [MINUTES [SEED]]`, or `make soak`: hours of random use compressed, while memory is watched.

A clumsy hand clicks, drags and types; between its actions documents are opened, trained, saved and recovered, and
language, theme and panels change. At the end memory must be flat, nothing may have raised, and no process may be left.
"""

from __future__ import annotations

import ctypes
import gc
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import suppress
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog

from graph_engine.storage import examples, from_bytes, to_bytes
from gui.actions import file as file_actions
from gui.app import App
from gui.session import files
from gui.settings import Settings
from tests.hand import CONTROL, Hand
from tests.stories.test_clumsy_hand import act, keys_of

FLAT = 1.05  # memory at the end may be so much of what it was once everything had been used
WARM_UP = 0.4  # of the time
LARGEST = 30  # nodes


class Soak:
    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.dice = folder, random.Random(seed)
        qt = QApplication.instance() or QApplication([])
        assert isinstance(qt, QApplication)
        qInstallMessageHandler(lambda *_: None)  # the offscreen platform tells all that it can't do
        self.qt, self.app = qt, App(qt, Settings(folder / "settings.ini"), theme="light", language="en")
        self.done: Counter[str] = Counter()
        self.raised: list[str] = []
        sys.excepthook = self._raised
        sys.unraisablehook = lambda given: self._raised(type(given.exc_value), given.exc_value, given.exc_traceback)
        file_actions.safe_to_leave = lambda *_: False  # type: ignore[assignment]  # nobody is there to answer
        self._show()

    def _raised(self, kind, error, trace) -> None:
        self.raised.append("".join(traceback.format_exception(kind, error, trace)))

    def _show(self) -> None:
        window = self.app.window
        window.resize(1440, 900)
        window.show()
        self.qt.processEvents()
        self.hand, self.keys = Hand(window), keys_of(window)

    def warm_up(self) -> None:
        """Uses everything once: what is imported and made then stays."""
        for name in list(self.app.window.docks):
            self.app.window.open_panel(name)
            self.qt.processEvents()
        for way in (self.train, self.speak, self.speak, self.wear, self.save, self.recover):
            self.do(way)
        self.app.window.actions_made.trigger("file.export")
        self.qt.processEvents()
        for dialog in self.app.window.findChildren(QDialog):
            dialog.reject()

    def live(self, seconds: float) -> list[tuple[float, float]]:
        """Works for so long; memory in MiB by time."""
        ways = [self.open] * 3 + [self.train] * 2 + [self.save, self.speak, self.wear, self.panel, self.play, self.undo]
        ways.append(self.recover)
        found, start = [], time.monotonic()
        while (passed := time.monotonic() - start) < seconds:
            self.do(self.dice.choice(ways))
            for _ in range(12):
                self.do(self.work)
            found.append((passed, memory()))
        return found

    def do(self, way) -> None:
        self.done[way.__name__] += 1
        try:
            way()
            self.qt.processEvents()
            self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the loop of the program does
        except Exception:
            self.raised.append(traceback.format_exc())
            print(self.raised[-1], flush=True)
            with suppress(Exception):
                self.open()

    # -- what is done --------------------------------------------------------------------------------------------------

    def work(self) -> None:
        act(self.hand, self.dice, self.keys)
        if len(self.app.session.document.graph) > LARGEST:
            self.open()

    def open(self) -> None:
        self.hand.key(Qt.Key.Key_Escape)
        small = [e for e in examples() if e.path.stat().st_size < 20_000]
        files.open_example(self.app.session, self.dice.choice(small))
        self.hand.view.setFocus()

    def train(self) -> None:
        session = self.app.session
        session.replace(next(e for e in examples() if e.name == "xor").open(), None)
        session.runs.train()
        until = time.monotonic() + self.dice.uniform(0.1, 1.5)
        while time.monotonic() < until:
            self.qt.processEvents()
            time.sleep(0.005)
        session.runs.stop()
        while session.runs.running and time.monotonic() < until + 10:
            self.qt.processEvents()
            time.sleep(0.005)
        for run in list(session.runs.runs):
            with suppress(Exception):
                session.runs.remove(run)

    def save(self) -> None:
        session, path = self.app.session, self.folder / f"{self.dice.randint(0, 3)}.json"
        if files.save(session, path):
            data = path.read_bytes()
            assert to_bytes(from_bytes(data, self.folder)) == data
            if self.dice.random() < 0.3:
                path.unlink()
                session.on_disk.look()
                session.on_disk.dismiss()

    def recover(self) -> None:
        recovery = self.app.session.recovery
        self.app.session.journal.let_go()  # as a crash leaves it
        self.app.offer_what_was_left()
        for offer in list(recovery.offers):
            (recovery.take if self.dice.random() < 0.5 else recovery.discard)(offer)

    def speak(self) -> None:
        self.hand.key(Qt.Key.Key_Escape)
        self.app.speak("zh_CN" if self.app.language == "en" else "en")
        self._show()

    def wear(self) -> None:
        self.app.window.actions_made.trigger(f"view.theme_{self.dice.choice(['light', 'dark'])}")

    def panel(self) -> None:
        self.app.window.open_panel(self.dice.choice(list(self.app.window.docks)))

    def play(self) -> None:
        head = self.app.session.playhead
        for position in range(head.last + 1):
            head.go(position)

    def undo(self) -> None:
        history = self.app.session.history
        while history.canUndo():
            history.undo()
        self.hand.key(Qt.Key.Key_Y, CONTROL)

    def end(self) -> None:
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        self.app.close()
        self.qt.processEvents()


def memory() -> float:
    """What the process holds, in MiB, once all that can be given back has been."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def children() -> list[str]:
    """Processes of ours that are still there, or dead and not yet buried."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, rest = stat.read_text().rsplit(")", 1)
            state, parent = rest.split()[:2]
            if int(parent) == os.getpid():
                found.append(f"{name}) {state}")
    return found


def soak(minutes: float, seed: int) -> list[str]:
    """What is wrong after so long."""
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as place:
        life = Soak(Path(place), seed)
        try:
            life.warm_up()
            found = life.live(minutes * 60)
        finally:
            life.end()
        wrong = [f"raised:\n{text}" for text in dict.fromkeys(life.raised)]
        wrong += [f"a process is left: {child}" for child in children()]
    warm = [size for at, size in found if at > minutes * 60 * WARM_UP]
    third = max(1, len(warm) // 3)
    first, last = median(warm[:third]), median(warm[-third:])
    print(dict(life.done))
    steps = found[:: max(1, len(found) // 20)]
    print("MiB by minute: " + "  ".join(f"{at / 60:.1f}: {size:.0f}" for at, size in steps))
    print(f"after warm-up {first:.0f} MiB, at the end {last:.0f} MiB: {last / first - 1:+.1%}")
    if last > FLAT * first:
        wrong.append(f"memory grew from {first:.0f} to {last:.0f} MiB")
    return wrong


if __name__ == "__main__":
    minutes, *seeds = sys.argv[1:] or ["10"]
    problems = soak(float(minutes), int(seeds[0]) if seeds else int(time.time()) % 100_000)
    print(*problems, sep="\n")
    sys.exit(bool(problems))
