"""A dock whose panel is made when it is first seen: a window that opens pays for what it shows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from .panels import LivePanel, Panel
from .session import Session
from .theme import Theme

_Feature = QDockWidget.DockWidgetFeature


class _Place(QWidget):
    """Stands where the panel will be, and asks for as much room as most."""

    def sizeHint(self) -> QSize:
        return QSize(256, 192)


class PanelDock(QDockWidget):
    made = Signal(object)  # the panel
    left = Signal()  # it went out of sight while keys went to it

    def __init__(self, panel: Panel, session: Session, theme: Theme, window: QMainWindow) -> None:
        super().__init__(panel.title, window)
        self.panel, self.session, self.theme = panel, session, theme
        self._content: QWidget | None = None
        self.setObjectName(panel.name)
        self.setFeatures(_Feature.DockWidgetClosable | _Feature.DockWidgetMovable)
        self.setWidget(_Place())
        self.widget().setMinimumWidth(theme.px(panel.width))
        self.visibilityChanged.connect(self._see)

    @property
    def content(self) -> QWidget:
        """The panel; asking for it makes it."""
        return self._content or self.make()

    def make(self) -> QWidget:
        place, made = self.widget(), self.panel.make(self.session, self.theme)
        made.setMinimumWidth(self.theme.px(self.panel.width))
        self._content = made
        self.setWidget(made)
        made.show()  # Qt shows it only where the dock was hidden
        place.deleteLater()
        self.made.emit(made)
        return made

    def _see(self, seen: bool) -> None:
        if (seen or self._content is not None) and isinstance(self.content, LivePanel):
            self.content.see(seen)
        focus = QApplication.focusWidget()
        if not seen and focus is not None and self.isAncestorOf(focus):
            self.left.emit()
