"""A hand: real mouse and key events, sent to the window as the system would send them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    def __init__(self, window) -> None:
        self.window = window
        self.view = window.area.view

    # -- where things are ----------------------------------------------------------------------------------------------

    def place(self, x: float, y: float) -> QPoint:
        """A scene point, in the window."""
        on_view = self.view.mapFromScene(QPointF(x, y))
        return self.view.viewport().mapTo(self.window, on_view)

    def node(self, name: str) -> QPoint:
        item = self.view.canvas.nodes[self.id(name)]
        return self.place(item.x(), item.y())

    def output(self, name: str) -> QPoint:
        return self.place(*self.view.canvas.nodes[self.id(name)].output_point())

    def input(self, name: str, port: str) -> QPoint:
        return self.place(*self.view.canvas.nodes[self.id(name)].input_point(port))

    def wire(self, source: str, target: str, port: str) -> QPoint:
        """The middle of a wire."""
        from graph_engine.graph import Edge

        item = self.view.canvas.edges[Edge(self.id(source), self.id(target), port)]
        middle = item._path.pointAtPercent(0.5)
        return self.place(middle.x(), middle.y())

    def entry(self, key: str) -> QPoint:
        """A palette entry, scrolled into view."""
        tree = self.window.palette_panel.list
        index = self.window.palette_panel.index_of(key)
        tree.scrollTo(index)
        return tree.viewport().mapTo(self.window, tree.visualRect(index).center())

    def id(self, name: str) -> str:
        return self.window.session.document.graph.id_of(name)

    # -- what it does --------------------------------------------------------------------------------------------------

    def click(self, at: QPoint, *, button=LEFT, keys=NONE) -> None:
        QTest.mouseMove(self._handle, at)
        QTest.mouseClick(self._handle, button, keys, at)
        self._settle()

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self._handle, LEFT, NONE, at)
        QTest.mouseRelease(self._handle, LEFT, NONE, at)
        self._settle()

    def drag(self, start: QPoint, end: QPoint, *, button=LEFT, keys=NONE, steps: int = 6) -> None:
        self.press(start, button=button, keys=keys)
        for step in range(1, steps + 1):
            self.move(start + (end - start) * step / steps)
        self.release(end, button=button, keys=keys)

    def press(self, at: QPoint, *, button=LEFT, keys=NONE) -> None:
        QTest.mouseMove(self._handle, at)
        QTest.mousePress(self._handle, button, keys, at)
        self._settle()

    def move(self, at: QPoint) -> None:
        QTest.mouseMove(self._handle, at)
        self._settle()

    def release(self, at: QPoint, *, button=LEFT, keys=NONE) -> None:
        QTest.mouseRelease(self._handle, button, keys, at)
        self._settle()

    def key(self, key: Qt.Key, keys=NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, keys)
        self._settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self._settle()

    @property
    def _handle(self):
        return self.window.windowHandle()

    def _settle(self) -> None:
        QApplication.processEvents()
