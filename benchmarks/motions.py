"""A scripted hand on any node editor: how long a frame takes while it pans, zooms, or drags a node."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .timing import best

STEPS = 12


@dataclass(frozen=True)
class Editor:
    """A node editor that shows a figure, and what a hand can do with it. `kept` holds what must not be collected."""

    view: Any  # a QGraphicsView
    pan: Callable[[int, int], object]  # pixels
    zoom: Callable[[float], object]
    drag: Callable[[float, float], object]  # the first node, from where it stood
    kept: Any = None


def frame_times(editor: Editor, *, seconds: float = 0.4) -> dict[str, float]:
    """Seconds per frame of each motion, from the hand's move until the view is painted."""
    assert editor.view.isVisible(), "what cannot be seen is not painted"

    def painted(move: Callable[[int, int], object]) -> float:
        count = 0

        def step() -> None:
            nonlocal count
            count += 1
            move(count % STEPS, 1 if count % (2 * STEPS) < STEPS else -1)
            editor.view.viewport().repaint()

        return best(step, seconds=seconds)

    return {
        "drag a node": painted(lambda place, _: editor.drag(8.0 * place, 5.0 * place)),
        "pan": painted(lambda _, way: editor.pan(6 * way, 4 * way)),
        "zoom": painted(lambda _, way: editor.zoom(1.04**way)),
    }
