"""Docks that share a place: the tab names the panel, so its title bar goes; what that did, the tab's menu does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QMenu, QTabBar, QToolButton, QWidget

from .i18n import tr

_Area = Qt.DockWidgetArea


class DockTabs(QObject):
    def __init__(self, window: QMainWindow, docks: Mapping[str, QDockWidget], around: int) -> None:
        """`around` is the space on each side of a name, in pixels."""
        super().__init__(window)
        self.window, self.docks = window, docks
        self._bars: set[QTabBar] = set()
        self._around = around
        for dock in docks.values():
            dock.visibilityChanged.connect(self.settle)
            dock.dockLocationChanged.connect(self.settle)
            dock.topLevelChanged.connect(self.settle)
        self.settle()

    def settle(self, *_: object) -> None:
        """A title bar for each dock that stands alone, none for those behind tabs."""
        for dock in self.docks.values():
            beside = [other for other in self.window.tabifiedDockWidgets(dock) if not other.isHidden()]
            tabbed = bool(beside) and not dock.isFloating() and not dock.isHidden()
            wanted = _NoTitle if tabbed else _Title
            if type(dock.titleBarWidget()) is not wanted:
                old = dock.titleBarWidget()
                dock.setTitleBarWidget(wanted(dock))
                if old is not None:
                    old.deleteLater()
        for bar in self.window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if bar not in self._bars:
                self._bars.add(bar)
                bar.setExpanding(False)
                bar.setDrawBase(False)
                bar.setElideMode(Qt.TextElideMode.ElideRight)  # before any of them is pushed out of sight
                bar.installEventFilter(self)
                bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                bar.customContextMenuRequested.connect(self._offer)
            self._draw_together(bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QTabBar) and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._draw_together(watched)
        return super().eventFilter(watched, event)

    def _draw_together(self, bar: QTabBar) -> None:
        """Where the names don't fit, the space around them goes first, then the ends of the longest."""
        names = sum(bar.fontMetrics().horizontalAdvance(bar.tabText(place)) for place in range(bar.count()))
        tight = names + bar.count() * 2 * self._around > bar.width()
        if bool(bar.property("tight")) != tight:
            bar.setProperty("tight", tight)
            bar.style().unpolish(bar)
            bar.style().polish(bar)

    def _offer(self, at: QPoint) -> None:
        bar = self.sender()
        if not isinstance(bar, QTabBar):
            return
        title = bar.tabText(bar.tabAt(at))
        dock = next((dock for dock in self.docks.values() if dock.windowTitle() == title), None)
        if dock is not None:
            self.menu(dock).popup(bar.mapToGlobal(at))

    def menu(self, dock: QDockWidget) -> QMenu:
        """What can be done with a panel behind a tab."""
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Close"), dock.close)
        menu.addAction(tr("Take out of the tabs"), lambda: self._part(dock))
        menu.addSeparator()
        for text, area in (
            (tr("Move to the left"), _Area.LeftDockWidgetArea),
            (tr("Move to the right"), _Area.RightDockWidgetArea),
            (tr("Move to the bottom"), _Area.BottomDockWidgetArea),
        ):
            if area != self.window.dockWidgetArea(dock):
                menu.addAction(text, partial(self._carry, dock, area))
        return menu

    def _part(self, dock: QDockWidget) -> None:
        """Puts it below the panels that it shared its place with."""
        area = self.window.dockWidgetArea(dock)
        self.window.removeDockWidget(dock)
        self.window.addDockWidget(area, dock, Qt.Orientation.Vertical)
        dock.show()
        self.settle()

    def _carry(self, dock: QDockWidget, area: Qt.DockWidgetArea) -> None:
        self.window.addDockWidget(area, dock)
        self.settle()


class _Title(QWidget):
    """The name of a panel that stands alone, as its tab would say it, and a button that closes it."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        label = QLabel(dock.windowTitle())
        label.setObjectName("docktitle")
        close = QToolButton()
        close.setObjectName("dockclose")
        close.setToolTip(tr("Close; the View menu opens it again"))
        close.setAccessibleName(tr("Close {panel}", panel=dock.windowTitle()))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label, 1)
        layout.addWidget(close)


class _NoTitle(QWidget):
    """Takes the place of a title bar and no room."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
