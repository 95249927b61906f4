"""What an action is, and what it may use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..session import Session
from ..settings import Settings
from ..theme import Theme

if TYPE_CHECKING:
    from ..canvas.find_bar import FindBar
    from ..canvas.view import CanvasView
    from ..playback import PlaybackBar


@dataclass(frozen=True)
class Context:
    """The parts of one window that actions act on."""

    session: Session
    settings: Settings
    theme: Theme
    view: CanvasView
    bar: PlaybackBar
    find_bar: FindBar
    window: Any  # the main window: parent of dialogs


def always(_: Context) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """One thing to trigger. `id` is published: it may be added to, never changed."""

    id: str
    text: str
    run: Callable[[Context], object]
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Context], bool] = field(default=always)
    checked: Callable[[Context], bool] | None = None
    tip: str = ""
    title: Callable[[Context], str] | None = None  # a text that changes; such an action hides while it is disabled
