"""Whether motion is to be reduced: as the person says, and until they do, as the platform says."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from .portal import Portal
    from .settings import Settings

_CLIENT_AREA_ANIMATION = 0x1042  # of SystemParametersInfo


class Motion(QObject):
    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._platform = False
        self._portal: Portal | None = None

    @property
    def reduced(self) -> bool:
        said = str(self._settings.reduced_motion)
        return self._platform if said == "system" else said in ("on", "true")

    def toggle(self) -> None:
        """The other way round from now on. Where that is what the platform says, it is followed again."""
        wanted = not self.reduced
        self._settings.reduced_motion = "system" if wanted == self._platform else "on" if wanted else "off"
        self.changed.emit()

    def ask_platform(self) -> None:
        """Finds out what the platform says; a desktop that answers later, or changes its mind, is followed."""
        if sys.platform in ("win32", "darwin"):
            self.take(_animations_are_off())
        elif os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            from .portal import Portal

            self._portal = Portal(self.take)
            self._portal.ask()

    def take(self, platform: bool) -> None:
        before, self._platform = self.reduced, platform
        if self.reduced != before:
            self.changed.emit()


def _animations_are_off() -> bool:
    if sys.platform == "win32":
        on = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(on), 0)
        return not on.value
    if sys.platform == "darwin":
        objc = ctypes.CDLL(ctypes.util.find_library("objc"))
        for known in (objc.objc_getClass, objc.sel_registerName):
            known.restype, known.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        message = ctypes.c_void_p, ctypes.c_void_p
        shared = ctypes.CFUNCTYPE(ctypes.c_void_p, *message)(("objc_msgSend", objc))
        asks = ctypes.CFUNCTYPE(ctypes.c_bool, *message)(("objc_msgSend", objc))
        workspace = shared(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
        return bool(asks(workspace, objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion")))
    return False
