"""The canvas itself, to a screen reader: a widget whose children are what stands on it, and then its editors."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from .accessible import PartAccess, Telling
from .view import CanvasView

_installed: list[object] = []


class ViewAccess(QAccessibleWidget):
    """Holds the view weakly: PySide keeps what a factory made until the program ends."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view, QAccessible.Role.Canvas)
        self._view = weakref.ref(view)

    def _telling(self) -> Telling | None:
        view = self._view()
        return view.telling if view is not None and Shiboken.isValid(view) else None

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def childCount(self) -> int:
        telling = self._telling()
        return 0 if telling is None else len(telling.parts()) + 1

    def child(self, index: int) -> QAccessibleInterface | None:
        telling = self._telling()
        if telling is None or not 0 <= index <= len(telling.parts()):
            return None
        if index == len(telling.parts()):
            return QAccessible.queryAccessibleInterface(telling.view.viewport())
        return telling.tell(telling.parts()[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        telling = self._telling()
        if telling is None:
            return -1
        if isinstance(child, PartAccess):
            return telling.parts().index(child.part) if child.isValid() else -1
        return len(telling.parts()) if child.object() is telling.view.viewport() else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        telling = self._telling()
        if telling is None:
            return None
        view = telling.view
        at = view.viewport().mapFromGlobal(QPoint(x, y))
        if view.viewport().childAt(at) is not None:
            return QAccessible.queryAccessibleInterface(view.viewport())
        part = telling.part_at(at)
        return None if part is None else telling.tell(part)

    def focusChild(self) -> QAccessibleInterface | None:
        telling = self._telling()
        return telling.current() if telling is not None and telling.view.hasFocus() else None


def _make(_: str, thing: QObject) -> QAccessibleInterface | None:
    return ViewAccess(thing) if isinstance(thing, CanvasView) else None


def install() -> None:
    """Lets Qt ask here for what it can't know of a canvas. Once for the whole program."""
    if not _installed:
        _installed.append(_make)
        QAccessible.installFactory(_make)
