"""Which number of the canvas lies under a point: those on wires, below nodes and on the stub of the target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from graph_engine.explain import Question
from graph_engine.explain.question import Kind
from graph_engine.graph import Edge

from . import paint
from .edge_item import EdgeItem
from .group_item import GroupItem
from .node_item import NodeItem
from .node_stub import stub_texts

if TYPE_CHECKING:
    from .scene import CanvasScene

_REACH = 4.0


@dataclass(frozen=True)
class NumberShown:
    """A number of the canvas: what it answers to, where it stands in the scene, and the wire it belongs to."""

    question: Question
    area: QRectF
    wire: Edge | None = None


def number_at(scene: CanvasScene, at: QPointF) -> NumberShown | None:
    """The number at a point of the scene."""
    around = QRectF(at.x() - _REACH, at.y() - _REACH, 2 * _REACH, 2 * _REACH)
    for item in scene.items(around, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
        found = None
        if isinstance(item, EdgeItem):
            found = _on_wire(scene, item, at)
        elif isinstance(item, NodeItem) and not isinstance(item, GroupItem):
            found = _at_node(item, at)
        if found is not None:
            return found
    return None


def _on_wire(scene: CanvasScene, item: EdgeItem, at: QPointF) -> NumberShown | None:
    role, area = item.text_at(at)
    edges = scene.groups.bundle(item.edge)
    if role == "value":
        return NumberShown(Question("value", edges[0].source), area, item.edge)
    of_a_group = len(edges) > 1 or scene.groups.box_of(edges[0].target) is not None
    if not role or of_a_group:
        return None
    if role == "gradient" and item.look.onward:
        return NumberShown(Question("tangent", edges[0].source), area, item.edge)
    return NumberShown(Question("local" if role == "local" else "carried", edges[0]), area, item.edge)


def _at_node(item: NodeItem, at: QPointF) -> NumberShown | None:
    local = item.mapFromScene(at)
    below = [(role, paint.plate(text, (0, y), 12)) for role, text, y in item.captions() if role == "gradient"]
    for role, area in [*below, *stub_texts(item.look)]:
        if area.contains(local):
            derivative: Kind = "gradient" if item.looks.moment.source is None else "tangent"
            asks = Question("value" if role == "value" else derivative, item.id)
            return NumberShown(asks, item.mapRectToScene(area))
    return None
