"""Takes the pictures of the user guide from the running window: `python docs/pictures.py [NAME…]`. Needs no display."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from graph_engine.explain import Question
from graph_engine.storage import example
from gui.app import App
from gui.settings import Settings
from gui.theme import Tokens

HERE = Path(__file__).parent / "images" / "guide"
SIZE = 1280, 800


class Studio:
    """One window, and the few things a person does before a picture is taken."""

    def __init__(self, app: App) -> None:
        self.app, self.session, self.window = app, app.session, app.window

    def open(self, name: str) -> None:
        self.session.replace(example(name).open(), None)
        self.settle()
        self.window.area.view.fit()
        self.settle()

    def id(self, name: str) -> str:
        return self.session.document.graph.id_of(name)

    def select(self, *names: str) -> None:
        self.session.selection.set([self.id(name) for name in names])

    def do(self, action: str) -> None:
        self.window.actions_made.trigger(action)
        self.settle()

    def panel(self, name: str) -> QWidget:
        found = self.window.open_panel(name)
        self.settle()
        return found

    def train(self) -> None:
        """Until the run is over."""
        self.session.runs.train()
        while self.session.runs.running:
            QApplication.processEvents()

    def settle(self, milliseconds: int = 120) -> None:
        """Lets everything that is on its way arrive."""
        loop_until = [False]
        QTimer.singleShot(milliseconds, lambda: loop_until.__setitem__(0, True))
        while not loop_until[0]:
            QApplication.processEvents()

    def take(self, name: str, part: QWidget | None = None) -> None:
        self.settle()
        window = QApplication.activeModalWidget() or self.window
        area = window.rect() if part is None else QRect(part.mapTo(window, part.rect().topLeft()), part.size())
        picture = _in_few_colours(window.grab(area).toImage(), self.app.theme.tokens)
        HERE.mkdir(parents=True, exist_ok=True)
        picture.save(str(HERE / f"{name}.png"), quality=0)


def _in_few_colours(picture: QImage, tokens: Tokens) -> QImage:
    """With 256 colours, a quarter of the bytes: each role on each ground in shades, and what there is most of."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    roles = (tokens.forward, tokens.backward, tokens.local, tokens.text, tokens.muted, tokens.good, tokens.error)
    grounds = (tokens.canvas, tokens.panel, tokens.card)
    shades = [_mixed(role, ground, part / 5) for role in roles for ground in grounds for part in range(1, 6)]
    colours, counts = np.unique(np.frombuffer(whole.constBits(), np.uint32), return_counts=True)
    frequent = [int(colour) for colour in colours[np.argsort(-counts)]]
    table = list(dict.fromkeys([*frequent[:100], *shades, *frequent[100:256]]))[:256]
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return whole.convertToFormat(QImage.Format.Format_Indexed8, table, plain)


def _mixed(colour: str, ground: str, part: float) -> int:
    over, under = QColor(colour), QColor(ground)
    ends = zip((over.red(), over.green(), over.blue()), (under.red(), under.green(), under.blue()), strict=True)
    return QColor(*(round(a * part + b * (1 - part)) for a, b in ends)).rgb()


def start(studio: Studio) -> None:
    pass


def stepping(studio: Studio) -> None:
    studio.open("two_paths")
    studio.session.playhead.go(6)


def forward_mode(studio: Studio) -> None:
    studio.open("two_paths")
    studio.session.differentiate_by(studio.id("b"))


def why(studio: Studio) -> None:
    studio.open("classifier")
    graph = studio.session.document.graph
    weights = next(node.id for node in graph.nodes if node.kind == "parameter")
    studio.session.inquiry.ask(Question("gradient", weights, (0, 1)))


def paths(studio: Studio) -> None:
    studio.open("nine_paths")
    studio.panel("paths")


def modes(studio: Studio) -> None:
    studio.open("many_inputs")
    panel = studio.panel("modes")
    panel.go(10**6)  # type: ignore[attr-defined]


def check(studio: Studio) -> None:
    studio.open("network_2_2_1")
    studio.panel("check")
    studio.settle(2500)


def nudge(studio: Studio) -> None:
    studio.open("square_of_sum")
    studio.panel("nudge")


def tensors(studio: Studio) -> None:
    studio.open("classifier")
    studio.session.selection.set([studio.session.results.target or ""])
    studio.panel("tensors")


def doctor(studio: Studio) -> None:
    studio.open("twenty_sigmoids")
    studio.panel("doctor")


def practice(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.do("practice.derivatives")


def lessons(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.panel("lessons")


def curves(studio: Studio) -> None:
    studio.open("spiral")
    studio.train()
    plots = studio.panel("curves").plots.values()  # type: ignore[attr-defined]
    next(iter(plots)).pointed.emit(640.0)


def boundary(studio: Studio) -> None:
    studio.open("spiral")
    studio.train()
    studio.panel("boundary")


def predictions(studio: Studio) -> None:
    studio.open("digits")
    studio.train()
    studio.panel("predictions")
    studio.settle(600)


def export(studio: Studio) -> None:
    studio.open("apples_and_oranges")
    studio.do("file.export")


SCENES: dict[str, Callable[[Studio], None]] = {
    scene.__name__: scene
    for scene in (
        start,
        stepping,
        forward_mode,
        why,
        paths,
        modes,
        check,
        nudge,
        tensors,
        doctor,
        practice,
        lessons,
        curves,
        boundary,
        predictions,
        export,
    )
}


def main(names: list[str]) -> None:
    qt = QApplication.instance() or QApplication(["gradcanvas"])
    for name in names or list(SCENES):
        with tempfile.TemporaryDirectory() as folder:
            app = App(qt, Settings(Path(folder) / "settings.ini"), theme="light", language="en")  # type: ignore[arg-type]
            app.window.resize(*SIZE)
            app.window.show()
            app.window.share_out()
            studio = Studio(app)
            studio.settle()
            SCENES[name](studio)
            studio.take(name)
            studio.session.runs.close()
            app.close()
            qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    main(sys.argv[1:])
