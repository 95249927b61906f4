"""Errors in what Qt calls: they are told, and stay there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

_Kind = TypeVar("_Kind", bound=type)
_PAINTING = ("paint", "drawBackground", "drawForeground")


def errors_stay_inside(kind: _Kind) -> _Kind:
    """Decorates a class: an error in its handlers of events, or while it paints, goes to `sys.excepthook`, not to Qt.

    On Python 3.11, PySide crashes where an error passes from one method that Qt called through a second one: it asks
    the error for its arguments, and one that was never caught is no object yet. Handlers that answer stay as they are.
    """
    for name, method in list(vars(kind).items()):
        if name in _PAINTING or (name.endswith("Event") and name not in ("viewportEvent", "sceneEvent")):
            setattr(kind, name, _told(method))
    return kind


def _told(method: Callable[..., None]) -> Callable[..., None]:
    @wraps(method)
    def safe(*given: Any) -> None:
        try:
            method(*given)
        except Exception:
            sys.excepthook(*sys.exc_info())

    return safe
