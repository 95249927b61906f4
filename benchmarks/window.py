"""The window: opening a file, panning, zooming, dragging a node, sliding a value; against other node editors.

A frame is what passes from a move of the hand until the canvas is painted, at 1600×1000 in software.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import cycle
from pathlib import Path

from graph_engine.storage import write

from .figures import Figure, figure
from .motions import Editor, frame_times
from .report import Row
from .timing import best

SIZES = (100, 1_000, 10_000)
PEERS = {"nodegraphqt": "NodeGraphQt", "flowchart": "pyqtgraph flowchart"}
_FRAME = {100: 1 / 60, 1_000: 1 / 60, 10_000: 1 / 30}
_OPENING = {100: 0.5, 1_000: 0.5, 10_000: 3.0}


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.app import App
    from gui.settings import Settings

    qt = QApplication.instance() or QApplication([])
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        app = App(qt, Settings(Path(folder) / "settings.ini"), theme="light", language="en")
        app.window.resize(1600, 1000)
        app.window.show()
        app.window.share_out()
        qt.processEvents()
        ours: dict[int, dict[str, float]] = {}
        for size in SIZES:
            ours[size] = _measure(qt, app, size, Path(folder))
            found += [_against_budget(what, size, seconds) for what, seconds in ours[size].items()]
        found += _sliding(qt, app)
        app.close()
    for peer, name in PEERS.items():
        found += _against(qt, peer, name, ours)
    return found


def _measure(qt, app, size: int, folder: Path) -> dict[str, float]:
    from PySide6.QtCore import QPoint

    from graph_engine.document import edits

    document = document_of(figure(size))
    path = folder / f"{size}.json"
    write(document, path)
    session, view = app.session, app.window.area.view

    def build() -> None:
        session.replace(document, None)
        view.viewport().repaint()

    def open_file() -> None:
        app.open(path)
        view.viewport().repaint()

    few = {"seconds": 0.1, "least": 1 if size > 1_000 else 3}
    times = {"save a file": best(lambda: write(document, path), **few)}
    times |= {"open a file": best(open_file, **few), "build the picture": best(build, **few)}
    view.fit()
    first, gesture = document.graph.id_of("n0"), object()
    x, y = document.positions[first]

    def pan(dx: int, dy: int) -> None:
        view.pan(QPoint(dx, dy))

    def zoom(by: float) -> None:
        view.motion.begin()
        view.zoom(by)

    def drag(dx: float, dy: float) -> None:
        session.do(edits.Move(((first, (x + dx, y + dy)),)), "drag", gesture=gesture)

    return {**times, **frame_times(Editor(view, pan, zoom, drag))}


def _sliding(qt, app) -> list[Row]:
    """A value dragged on a slider: evaluate, differentiate, repaint all that changed; from afar, and near with numbers.

    Of the first graph most numbers stay, as maxima and minima do; of the second all of them change in each frame.
    """
    from graph_engine.document import edits

    found, drawn = [], figure(500)
    session, view = app.session, app.window.area.view
    for size, kind_of in (("500 nodes", _bounded), ("500 nodes, all numbers change", _moving)):
        document = document_of(drawn, kind_of)
        session.replace(document, None)
        source, middle, gesture = document.graph.id_of(f"n{drawn.leaves - 1}"), document.graph.id_of("n200"), object()
        values = cycle([0.3 + 0.002 * step for step in range(100)])

        def slide(source=source, gesture=gesture, values=values) -> None:
            session.do(edits.SetValue(source, next(values)), "slide", gesture=gesture)
            qt.processEvents()

        for what, look in (("all in view", view.fit), ("at 100 %", partial(_approach, view, middle))):
            look()
            qt.processEvents()
            found.append(Row(f"slide a value, {what}", size, best(slide), "one 60 Hz frame", 1 / 60, "one frame"))
    return found


def _approach(view, id: str) -> None:
    view.actual_size()
    view.centre_on(id)


def _against_budget(what: str, size: int, seconds: float) -> Row:
    if what == "save a file":
        return Row(what, f"{size:,} nodes", seconds, "its budget", 1.0, "< 1 s")
    if what == "open a file":
        return Row(what, f"{size:,} nodes", seconds, "its budget", _OPENING[size], f"< {_OPENING[size]:g} s")
    if what == "build the picture":
        return Row(what, f"{size:,} nodes", seconds, "opening's budget", _OPENING[size])
    hertz = round(1 / _FRAME[size])
    return Row(f"{what}, all in view", f"{size:,} nodes", seconds, f"one {hertz} Hz frame", _FRAME[size], "one frame")


def _against(qt, peer: str, name: str, ours: dict[int, dict[str, float]]) -> list[Row]:
    try:
        module = import_module(f"benchmarks.peers.{peer}")
    except ImportError as error:
        print(f"{name} is not installed ({error}): its rows are left out")
        return []
    found = []
    left_out = [f"{size:,}" for size in SIZES if size > module.MOST]
    if left_out:
        print(f"{name} is not measured with {' or '.join(left_out)} nodes, for the time that would take")
    for size in [size for size in SIZES if size <= module.MOST]:
        start = time.perf_counter()
        editor = module.build(figure(size))
        qt.processEvents()
        editor.view.viewport().repaint()
        times = {"build the picture": time.perf_counter() - start}
        times |= frame_times(editor)
        editor.view.window().close()
        del editor
        found += [
            Row(what, f"{size:,} nodes", ours[size][what], name, seconds, "≥ 10×" if size == 1_000 else "")
            for what, seconds in times.items()
        ]
    return found


def _bounded(number: int) -> str:
    """Ops that keep numbers within bounds."""
    return ("maximum", "multiply", "minimum")[number % 3]


def _moving(number: int) -> str:
    """Ops that hand on whatever changes, to values and, now and then, to derivatives."""
    return ("add", "subtract")[number % 2] if number % 97 else "multiply"


def document_of(drawn: Figure, kind_of: Callable[[int], str] = _bounded):
    """The figure as a document; `kind_of` gives the op of each of its nodes."""
    from graph_engine import Graph
    from graph_engine.document import Document

    graph, rng = Graph(), random.Random(0)
    ids = [graph.add("variable", f"n{n}", value=rng.uniform(-0.9, 0.9)) for n in range(drawn.leaves)]
    for number, (a, b) in enumerate(drawn.inputs, drawn.leaves):
        ids.append(graph.add(kind_of(number), f"n{number}", x=ids[a], y=ids[b]))
    return Document(graph, dict(zip(ids, drawn.places, strict=True)), ids[-1])
