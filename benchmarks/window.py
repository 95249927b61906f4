"""The canvas: build, a frame with all in view, a drag step, and a value dragged on a slider."""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

from .report import Row
from .timing import best

FRAME = 1 / 60


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
        for size in (100, 500, 1_000):
            found += _of_size(qt, app, size)
        app.close()
    return found


def _of_size(qt, app, size: int) -> list[Row]:
    from graph_engine.document import edits

    document = graph_of(size)
    session, view = app.session, app.window.area.view
    what = f"{size:,} nodes"
    built = best(lambda: session.replace(document, None), seconds=0.2, least=2)
    qt.processEvents()
    view.fit()
    first = next(iter(document.graph.nodes)).id
    gesture, values, spots = object(), random.Random(1), random.Random(2)

    def frame() -> None:
        view.viewport().repaint()

    def slide() -> None:
        session.do(edits.SetValue(first, values.random()), "slide", gesture=gesture)
        view.viewport().repaint()

    def drag() -> None:
        session.do(edits.Move(((first, (spots.random() * 100, 0.0)),)), "drag", gesture=view)
        view.viewport().repaint()

    rows = [
        Row("open in the window", what, built, "half a second", 0.5, "1,000: < 0.5 s"),
        Row("frame, all in view", what, best(frame), "one 60 Hz frame", FRAME),
        Row("drag a node, all in view", what, best(drag), "one 60 Hz frame", FRAME),
        Row("slide a value, all in view", what, best(slide), "one 60 Hz frame", FRAME, "500: one frame"),
    ]
    view.actual_size()
    return [*rows, Row("frame at 100 %", what, best(frame), "one 60 Hz frame", FRAME)]


def graph_of(size: int):
    """A scalar graph of `size` nodes laid out in columns."""
    from graph_engine.document import Document

    from .peers import ours
    from .recipe import recipe

    graph, ids = ours.build(recipe(size * 10 // 11))
    places = {id: (float(170 * (n // 20)), float(110 * (n % 20))) for n, id in enumerate(ids)}
    return Document(graph, places, ids[-1])
