"""What nodes are called, where a graph of few of them is seen from so far that no other text could be read."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ..i18n import localize
from . import paint

if TYPE_CHECKING:
    from .node_item import NodeItem

MOST = 120  # nodes; more of them are shapes only
_FARTHEST = 0.2  # zoom
_LARGE, _SMALL = 11.0, 8.0  # pixels on the screen
_FILLED = 0.88  # of the width of an outline


def paint_names(painter: QPainter, items: Iterable[NodeItem], exposed: QRectF, scale: float, dimmed: Set[str]) -> None:
    """Each name as large as its outline allows, between two sizes; what is too long for the small one is cut."""
    if scale < _FARTHEST:
        return
    for item in items:
        if exposed.intersects(item.mapRectToScene(item.outline_box())):
            frame, text = item.frame, localize(item.frame.title)
            room = frame.outline.width * _FILLED
            size = _fitting(text, room, scale)
            painter.setOpacity(paint.DIMMED if item.id in dimmed else 1.0)
            shown = paint.elided(text, size, not frame.source, int(room))
            paint.centred(painter, shown, (item.x(), item.y()), size, item.tokens.text, bold=not frame.source)
    painter.setOpacity(1.0)


def _fitting(text: str, width: float, scale: float) -> int:
    """The size at which a text is as wide as that, in pixels of the scene, but never too small to read."""
    large = round(_LARGE / scale)
    taken = paint.prepared(text, large, True)[1]
    return large if taken <= width else max(round(_SMALL / scale), int(large * width / taken))
