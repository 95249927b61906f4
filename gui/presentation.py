"""Presenting: the canvas alone on the whole screen, large, stepped by a clicker, with a laser pointer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from .widgets.laser import Laser

if TYPE_CHECKING:
    from .main_window import MainWindow

LARGER = 1.6
_ON = {Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Period}
_BACK = {Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Comma}
_KEYS = _ON | _BACK | {Qt.Key.Key_Escape, Qt.Key.Key_L}


@dataclass(frozen=True)
class _Before:
    """What is put back afterwards."""

    state: Qt.WindowState
    geometry: QRect
    docks: QByteArray
    bars: tuple[QWidget, ...]
    scale: float
    centre: QPointF
    zoom: float


class Presentation(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: _Before | None = None
        view = window.area.view
        self.laser = Laser(view.viewport(), window.theme.tokens.laser)
        self._heard = (view, window.area.bar, window.area, window)

    @property
    def on(self) -> bool:
        return self._before is not None

    def toggle(self) -> None:
        if self.on:
            self.leave()
        else:
            self.start()

    def start(self) -> None:
        window, view = self._window, self._window.area.view
        bars = (window.menuBar(), window.statusBar())
        shown = tuple(bar for bar in bars if not bar.isHidden())
        self._before = _Before(
            window.windowState(),
            window.geometry(),
            window.saveState(),
            shown,
            window.theme.scale,
            view.middle(),
            view.scale_now,
        )
        for part in (*window.docks.values(), window.toolbar, *bars):
            part.hide()
        window.theme.set_scale(min(2.0, window.theme.scale * LARGER))
        window.showFullScreen()
        for widget in self._heard:
            widget.installEventFilter(self)
        self.laser.trailing = not view.reduced_motion
        self.laser.colour = window.theme.tokens.laser
        self.laser.turn(on=True)
        view.setFocus()
        window.area.presenting = True
        window.area.arrange()
        window.area.show_all()
        window.actions_made.refresh()

    def leave(self) -> None:
        """Puts everything back as it was."""
        before, self._before = self._before, None
        if before is None:
            return
        window = self._window
        self.laser.turn(on=False)
        for widget in self._heard:
            widget.removeEventFilter(self)
        window.theme.set_scale(before.scale)
        for bar in before.bars:
            bar.show()
        window.setWindowState(before.state)
        if not before.state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            window.setGeometry(before.geometry)
        window.restoreState(before.docks)
        window.area.presenting = False
        window.area.arrange()
        window.area.view.travel.look_at(before.centre, before.zoom)
        window.actions_made.refresh()

    def toggle_laser(self) -> None:
        self.laser.turn(on=not self.laser.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if event.type() == QEvent.Type.Resize and watched is self._window.area:
            QTimer.singleShot(0, self, self._window.area.show_all)  # the screen's size comes late
        if not isinstance(event, QKeyEvent) or event.type() not in kinds:
            return False
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key not in _KEYS or not plain or self._window.area.view.gesture is not None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._press(key)
        return True

    def _press(self, key: Qt.Key) -> None:
        bar = self._window.area.bar
        if key in _ON:
            bar.step_forward()
        elif key in _BACK:
            bar.step_back()
        elif key == Qt.Key.Key_L:
            self.toggle_laser()
        else:
            self.leave()
