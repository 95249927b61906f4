"""Starting: from the command until a window is painted, or until the numbers are printed; against other editors.

All warm: Python has the bytecode of each program, as it has from the second start on. Orange needs a Qt of its own, and
so usually lives in another environment: `ORANGE_PYTHON=/path/to/python make bench`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from graph_engine.storage import example

from .report import Row
from .timing import best

_PEERS = Path(__file__).with_name("peers")
_APPLES = str(example("apple_tax").path)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        window = _time(folder, sys.executable, "-m", "benchmarks.peers.start_ours", _APPLES)
        numbers = _time(folder, sys.executable, "-m", "gui", "eval", _APPLES)
        floor = _time(folder, sys.executable, "-c", "import numpy, networkx, PySide6.QtWidgets")
        found = [
            Row("start until painted", "apple tax", window, "its budget", 1.0, "< 1 s"),
            Row("start until painted", "apple tax", window, "importing its libraries", floor),
            Row("eval on the command line", "apple tax", numbers, "its budget", 0.35, "< 0.35 s"),
        ]
        for peer, name, python in (
            ("start_orange.py", "Orange's canvas", os.environ.get("ORANGE_PYTHON", sys.executable)),
            ("start_nodegraphqt.py", "NodeGraphQt's demo", sys.executable),
        ):
            try:
                theirs = _time(folder, python, str(_PEERS / peer))
            except subprocess.CalledProcessError:
                print(f"{name} does not start with {python}: its row is left out")
                continue
            found.append(Row("start until painted", "a small graph", window, name, theirs, "≥ 3×"))
    return found


def _time(folder: str, *command: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
    environment |= {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH"):
        environment.pop(name, None)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return best(lambda: subprocess.run(command, env=environment, check=True, **quiet), seconds=1.0, least=3)
