"""A hand: real mouse and key events, sent to the window as the system would send them.

After each of its actions the scene is compared with the document (`tests.eyes`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from graph_engine.graph import Edge
from tests.eyes import assert_scene_shows_the_document

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hand:
    def __init__(self, window) -> None:
        self.window = window
        self.view = window.area.view
        self.events = 0  # sent so far

    # -- where things are ----------------------------------------------------------------------------------------------

    def place(self, x: float, y: float) -> QPoint:
        """A scene point, in the window."""
        on_view = self.view.mapFromScene(QPointF(x, y))
        return self.view.viewport().mapTo(self.window, on_view)

    def middle(self) -> QPoint:
        """The middle of the canvas, in the window."""
        return self.on(self.view.viewport())

    def corner(self) -> QPoint:
        """A point of the canvas where nothing is, near its upper left corner."""
        at = self.view.viewport().mapTo(self.window, QPoint(12, 12))
        assert self.view.hit(QPoint(12, 12)).kind == "nothing"
        return at

    def on(self, widget: QWidget) -> QPoint:
        """The middle of a widget, in the window."""
        return widget.mapTo(self.window, widget.rect().center())

    def node(self, name: str) -> QPoint:
        item = self.view.canvas.nodes[self.id(name)]
        return self.place(item.x(), item.y())

    def output(self, name: str) -> QPoint:
        return self.place(*self.view.canvas.nodes[self.id(name)].output_point())

    def input(self, name: str, port: str) -> QPoint:
        return self.place(*self.view.canvas.nodes[self.id(name)].input_point(port))

    def edge(self, source: str, target: str, port: str) -> Edge:
        return Edge(self.id(source), self.id(target), port)

    def wire(self, source: str, target: str, port: str) -> QPoint:
        """The middle of a wire."""
        middle = self.view.canvas.edges[self.edge(source, target, port)].path.pointAtPercent(0.5)
        return self.place(middle.x(), middle.y())

    def entry(self, key: str) -> QPoint:
        """A palette entry, scrolled into view."""
        tree = self.window.palette_panel.list
        index = self.window.palette_panel.index_of(key)
        tree.scrollTo(index)
        return tree.viewport().mapTo(self.window, tree.visualRect(index).center())

    def row(self, edge: Edge) -> QPoint:
        """The row of a wire in the derivatives table, scrolled into view."""
        panel = self.window.derivatives
        index = panel.sorted.index(panel.row_of(edge), 0)
        panel.table.scrollTo(index)
        return panel.table.viewport().mapTo(self.window, panel.table.visualRect(index).center())

    def id(self, name: str) -> str:
        return self.window.session.document.graph.id_of(name)

    # -- what it does --------------------------------------------------------------------------------------------------

    def click(self, at: QPoint, *, button=LEFT, keys=NONE) -> None:
        QTest.mouseMove(self._handle, at)
        QTest.mouseClick(self._handle, button, keys, at)
        self._settle(3)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self._handle, LEFT, NONE, at)
        QTest.mouseRelease(self._handle, LEFT, NONE, at)
        self._settle(5)

    def drag(self, start: QPoint, end: QPoint, *, button=LEFT, keys=NONE, steps: int = 6) -> None:
        self.press(start, button=button, keys=keys)
        self.glide(start, end, steps=steps)
        self.release(end, button=button, keys=keys)

    def glide(self, start: QPoint, end: QPoint, *, steps: int = 6) -> None:
        """Moves the mouse along a line, whatever it holds."""
        for step in range(1, steps + 1):
            self.move(start + (end - start) * step / steps)

    def press(self, at: QPoint, *, button=LEFT, keys=NONE) -> None:
        QTest.mouseMove(self._handle, at)
        QTest.mousePress(self._handle, button, keys, at)
        self._settle(2)

    def move(self, at: QPoint) -> None:
        QTest.mouseMove(self._handle, at)
        self._settle()

    def release(self, at: QPoint, *, button=LEFT, keys=NONE) -> None:
        QTest.mouseRelease(self._handle, button, keys, at)
        self._settle()

    def context_menu(self, at: QPoint) -> list[str]:
        """What the right button offers at a point: ids of actions. The menu is closed again."""
        self.move(at + QPoint(1, 1))  # Qt asks the widget that the mouse was last seen over
        self.press(at, button=RIGHT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu opened"
        offered = [action.objectName() for action in menu.actions() if not action.isSeparator()]
        self.release(at, button=RIGHT)
        while (still_open := QApplication.activePopupWidget()) is not None:
            still_open.close()
        return offered

    def wheel(self, at: QPoint, notches: float, *, pixels: QPoint | None = None) -> None:
        """Turns the wheel over the canvas; `pixels` is what a touchpad says beside it."""
        here = QPointF(self.view.viewport().mapFrom(self.window, at))
        turned = QWheelEvent(
            here,
            QPointF(self.window.mapToGlobal(at)),
            pixels or QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view.viewport(), turned)
        self._settle()

    def key(self, key: Qt.Key, keys=NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, keys)
        self._settle(2)

    @contextmanager
    def holding(self, key: Qt.Key) -> Iterator[None]:
        """While a key is held down."""
        QTest.keyPress(QApplication.focusWidget() or self.window, key)
        self._settle()
        yield
        QTest.keyRelease(QApplication.focusWidget() or self.window, key)
        self._settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self._settle(2 * len(text))

    def answer(self, button: QMessageBox.StandardButton) -> list[str]:
        """Will press `button` of the next question; the list then holds what was asked."""
        asked: list[str] = []

        def press() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox), "nothing was asked"
            asked.append(box.text())
            QTest.mouseClick(box.button(button), LEFT)

        QTimer.singleShot(0, self.window, press)
        return asked

    @property
    def _handle(self):
        return self.window.windowHandle()

    def _settle(self, events: int = 1) -> None:
        self.events += events
        QApplication.processEvents()
        assert_scene_shows_the_document(self.window)
