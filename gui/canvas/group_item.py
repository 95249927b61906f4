"""A collapsed group: one rounded box, with a second behind it, its ports on both sides."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from graph_engine.graph import Edge

from ..theme import Tokens
from . import geometry, paint
from .appearance import Frame, NodeLook
from .geometry import Point
from .group_looks import GroupLook, group_frame, group_look, output_at
from .looks import Looks
from .node_item import NodeItem

_BEHIND = 5.0  # how far the second outline stands up and to the right


class GroupItem(NodeItem):
    """Stands in the middle of what it holds; wires of the nodes inside end at its ports."""

    def __init__(self, group: str, looks: Looks, tokens: Tokens) -> None:
        self.group_id = group
        super().__init__(f"group {group}", looks, tokens)

    def frame_now(self) -> Frame:
        return group_frame(self.looks.face(self.group_id), self.looks.session.document.groups[self.group_id].name)

    def look_now(self) -> NodeLook:
        return group_look(self.looks.moment, self.looks.face(self.group_id), self.group_id)

    @property
    def trouble(self) -> str | Edge | None:
        """Where the worst of what is wrong inside lies."""
        look = self.look
        return look.trouble if isinstance(look, GroupLook) else None

    def inner_input_point(self, node: str, port: str) -> Point:
        """Where what enters a port of a node inside arrives, in scene coordinates."""
        inputs = self.looks.face(self.group_id).inputs
        place = next(number for number, entry in enumerate(inputs) if (node, port) in entry.ends)
        x, y = geometry.input_point(self.frame.outline, place, len(inputs))
        return self.x() + x, self.y() + y

    def inner_output_point(self, node: str) -> Point:
        """Where the value of a node inside leaves, in scene coordinates."""
        nodes = [out.node for out in self.looks.face(self.group_id).outputs]
        x, y = output_at(self.frame.outline, nodes.index(node), len(nodes))
        return self.x() + x, self.y() + y

    def _paint_outline(self, painter: QPainter, bolder: float) -> None:
        painter.setBrush(QColor(self.tokens.card))
        painter.setPen(paint.pen(self.tokens.wire, 1.2 * bolder))
        painter.drawRoundedRect(self.outline_box().translated(_BEHIND, -_BEHIND), 12, 12)
        super()._paint_outline(painter, bolder)

    def _paint_ports(self, painter: QPainter) -> None:
        t, look = self.tokens, self.look
        assert isinstance(look, GroupLook)
        for place, port in enumerate(look.ports):
            x, y = geometry.input_point(look.outline, place, len(look.ports))
            self._dot(painter, x, y, lit=False, wired=port.wired, colour=t.error if port.missing else t.wire)
            paint.centred(painter, port.name, self._port_name_at(place), 11, t.muted)
        for place, out in enumerate(look.outputs):
            x, y = output_at(look.outline, place, len(look.outputs))
            self._dot(painter, x, y, lit=False, wired=not self.hovered, colour=t.wire)
            if out.name:
                _, width, _ = paint.prepared(out.name, 11)
                paint.centred(painter, out.name, (x - 9 - width / 2, y), 11, t.muted)
        if self.lit_port is not None:
            self._light(painter)

    def _light(self, painter: QPainter) -> None:
        """Lights the port that a wire hangs over; it is called “node port”, an output “node ”."""
        node, _, port = str(self.lit_port).rpartition(" ")
        x, y = self.inner_input_point(node, port) if port else self.inner_output_point(node)
        self._dot(painter, x - self.x(), y - self.y(), lit=True, wired=True, colour=self.tokens.forward)
        painter.setBrush(Qt.BrushStyle.NoBrush)
