"""A click on what a node offers: parameters for a layer that lacks them, or that fit where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from ...session import layers
from ..group_item import GroupItem
from ..node_item import NodeItem
from .gesture import Gesture

if TYPE_CHECKING:
    from ..scene import CanvasScene
    from ..view import CanvasView


class TakeOffer(Gesture):
    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, view: CanvasView, event: QMouseEvent, item: NodeItem) -> None:
        super().__init__(view, event)
        self.ids = self.scene.groups.held(item.group_id) if isinstance(item, GroupItem) else {item.id}
        self.area = item.offer_area()
        self.session.selection.set(self.ids)

    def finish(self, event: QMouseEvent) -> None:
        if not self.area.contains(self.at(event)):
            return
        lacking = layers.lacking(self.session, sorted(self.ids))
        if lacking:
            layers.give_parameters(self.session, lacking)
        else:
            layers.refit(self.session)


def offering(scene: CanvasScene, at: QPointF) -> NodeItem | None:
    """The node or group whose offer lies at a point of the scene."""
    found = scene.items(at, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
    items = (item for item in found if isinstance(item, NodeItem))
    return next((item for item in items if item.offer_area().contains(at)), None)
