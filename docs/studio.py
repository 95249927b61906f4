"""A window that has its picture taken: the few things that a person does before."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from graph_engine.document import edits
from graph_engine.storage import example
from gui.app import App
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Tokens

HERE = Path(__file__).parent / "images"
SIZE, LARGE = (1280, 800), (1440, 900)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Studio:
    def __init__(self, app: App, folder: Path) -> None:
        self.app, self.session, self.folder = app, app.session, folder

    @property
    def window(self) -> MainWindow:
        return self.app.window  # another one after the language was changed

    def open(self, name: str) -> None:
        self.session.replace(example(name).open(), None)
        self.fit()

    def fit(self) -> None:
        self.settle()
        self.window.area.show_all()
        self.settle()

    def id(self, name: str) -> str:
        return self.session.document.graph.id_of(name)

    def select(self, *names: str) -> None:
        self.session.selection.set([self.id(name) for name in names])
        self.settle()

    def set(self, name: str, value: float) -> None:
        self.session.do(edits.SetValue(self.id(name), value), "Change")

    def do(self, action: str) -> None:
        self.window.actions_made.trigger(action)
        self.settle()

    def type(self, text: str, *, enter: bool = False) -> None:
        field = QApplication.focusWidget() or self.window
        QTest.keyClicks(field, text)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def panel(self, name: str) -> QWidget:
        found = self.window.open_panel(name)
        self.settle()
        return found

    def place(self, x: float, y: float) -> QPoint:
        """A point of the scene, in the window."""
        view = self.window.area.view
        return view.viewport().mapTo(self.window, view.mapFromScene(QPointF(x, y)))

    def hover(self, at: QPoint) -> None:
        QTest.mouseMove(self.window.windowHandle(), at)
        self.settle()

    def pull(self, start: QPoint, end: QPoint) -> None:
        """Presses the mouse and moves it, but does not let go."""
        handle = self.window.windowHandle()
        QTest.mouseMove(handle, start)
        QTest.mousePress(handle, LEFT, NONE, start)
        for step in range(1, 9):
            QTest.mouseMove(handle, start + (end - start) * step / 8)
            self.settle(20)

    def train(self) -> None:
        """Until the run is over."""
        self.session.runs.train()
        run = self.session.runs.runs[-1]
        while run.state != "finished":
            QApplication.processEvents()
        self.settle()

    def check(self) -> None:
        """Until every derivative has been checked and the curve is drawn."""
        while not self.session.checked.complete:
            self.settle()
        self.settle(1500)

    def settle(self, milliseconds: int = 120) -> None:
        """Lets everything that is on its way arrive."""
        loop_until = [False]
        QTimer.singleShot(milliseconds, lambda: loop_until.__setitem__(0, True))
        while not loop_until[0]:
            QApplication.processEvents()

    def take(self, path: Path) -> None:
        self.settle()
        window = QApplication.activeModalWidget() or self.window
        picture = _in_few_colours(window.grab(window.rect()).toImage(), self.app.theme.tokens)
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(path), quality=0)


def shoot(name: str, scene: Callable[[Studio], None]) -> None:
    """Plays a scene in a new window and takes its picture."""
    qt = QApplication.instance() or QApplication(["gradcanvas"])
    with tempfile.TemporaryDirectory() as folder:
        app = App(qt, Settings(Path(folder) / "settings.ini"), theme="light", language="en")  # type: ignore[arg-type]
        app.window.resize(*SIZE)
        app.window.show()
        app.window.share_out()
        studio = Studio(app, Path(folder))
        studio.settle()
        scene(studio)
        studio.take(HERE / "guide" / f"{name}.png")
        studio.session.runs.close()
        app.close()
        qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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
