"""`python -m tests.killed_training FOLDER`: a window that edits a network and trains it until it is killed.

Tells on standard output the digest of what must be left, and the id of the process that trains.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from graph_engine.document import edits
from graph_engine.storage import example, write
from gui.app import App
from gui.settings import Settings
from tests.killed import NAME, digest, tell


def main(folder: Path) -> None:
    qt = QApplication([])
    app = App(qt, Settings(folder / "settings.ini"))
    write(example("spiral").open(), folder / NAME)
    app.open(folder / NAME)
    session = app.session
    session.do(edits.SetTraining(session.document.training.with_changes(epochs=100_000)), "Change")
    tell("edited", digest(session.document))
    app.window.actions_made.trigger("training.train")

    def wait() -> None:
        run = session.runs.current
        if run is not None and run.done > 3:
            tell("worker", str(session.runs.process.process.processId()))
            watch.stop()

    watch = QTimer()
    watch.timeout.connect(wait)
    watch.start(50)
    qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
