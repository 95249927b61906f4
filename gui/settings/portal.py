"""What a Linux desktop says of motion, asked over its settings portal: GNOME, KDE and others answer there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
# By key, whether a value of it asks for less motion.
_KEYS: dict[tuple[str, str], Callable[[Any], bool]] = {
    ("org.freedesktop.appearance", "reduced-motion"): lambda value: value == 1,
    ("org.gnome.desktop.interface", "enable-animations"): lambda value: value is False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): lambda value: _number(value) == 0,
}


class Portal(QObject):
    """Tells `heard` whenever an answer comes. Nobody waits; a desktop without a portal never answers."""

    def __init__(self, heard: Callable[[bool], None]) -> None:
        super().__init__()
        self._heard = heard
        self._answers: dict[tuple[str, str], bool] = {}
        self._asked: list[QDBusPendingCallWatcher] = []

    def ask(self) -> None:
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        slot: Any = SLOT("follow(QDBusMessage)")  # a str, whatever the stubs say
        bus.connect("", _PATH, _INTERFACE, "SettingChanged", self, slot)
        for key in _KEYS:
            question = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "Read")
            question.setArguments(list(key))
            watcher = QDBusPendingCallWatcher(bus.asyncCall(question))
            watcher.finished.connect(partial(self._take_reply, key, watcher))
            self._asked.append(watcher)

    @Slot(QDBusMessage)
    def follow(self, message: QDBusMessage) -> None:
        """A setting of the desktop has changed."""
        given = message.arguments()
        if len(given) == 3:
            self._take((str(given[0]), str(given[1])), given[2])

    def _take_reply(self, key: tuple[str, str], watcher: QDBusPendingCallWatcher, *_: object) -> None:
        given = watcher.reply().arguments()
        if not watcher.isError() and given:
            self._take(key, given[0])

    def _take(self, key: tuple[str, str], value: Any) -> None:
        while isinstance(value, QDBusVariant):
            value = value.variant()
        if key in _KEYS:
            self._answers[key] = _KEYS[key](value)
            self._heard(any(self._answers.values()))


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
