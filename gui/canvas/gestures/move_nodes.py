"""Selects the node or note under the pointer and moves the selection with it; a loose node may land on a wire."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent

from graph_engine.graph import Edge

from ...i18n import tr
from ..geometry import Point
from ..guide_lines import GuideLines
from ..guides import Box, Pull, around, pull, to_grid
from ..luggage import pack
from ..onto_wire import OntoWire
from .gesture import Gesture

if TYPE_CHECKING:
    from ..node_item import NodeItem
    from ..scene import Hit
    from ..view import CanvasView

_REACH = 6.0  # pixels on screen within which a line pulls
_MOST = 300  # boxes that are looked at


class MoveNodes(Gesture):
    """Nodes are pulled onto the lines of others, or onto the grid; Alt lets them go anywhere."""

    def __init__(self, view: CanvasView, event: QMouseEvent, hit: Hit) -> None:
        super().__init__(view, event)
        self.hit = hit
        self.moving = False
        selection = self.session.selection
        self.adds = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        self.ids = frozenset(self.scene.groups.held(hit.group) if hit.group else [hit.node])
        held = hit.note in selection.notes if hit.note else self.ids <= selection.nodes
        self.alone_on_release = held and not self.adds
        if self.adds:
            selection.toggle_note(hit.note) if hit.note else self._toggle(held)
        elif not held:
            self._select_alone()
        self.luggage = pack(self.scene)
        self.guides: GuideLines | None = None
        self.onto: OntoWire | None = None

    def move(self, event: QMouseEvent) -> None:
        if not self.moving and not self.far_enough(event):
            return
        if not self.moving:
            self._begin()
        by = self.at(event) - self.start
        self._shift(self._pulled(round(by.x()), round(by.y()), event))
        if self.onto is not None:
            self.onto.hover(self.session.document.positions[self.onto.id])

    def finish(self, event: QMouseEvent) -> None:
        insertion = None if self.onto is None else self.onto.insertion()
        self._put_away()
        if insertion is not None:
            self.session.attempt(insertion, tr("Insert node"), gesture=self)
        if self.alone_on_release and not self.moving:
            self._select_alone()

    def cancel(self) -> None:
        self._put_away()
        if self.moving:
            self._shift((0, 0))

    def _toggle(self, held: bool) -> None:
        selection = self.session.selection
        nodes = selection.nodes - self.ids if held else selection.nodes | self.ids
        selection.set(nodes, selection.edges, selection.notes)

    def _select_alone(self) -> None:
        if self.hit.note:
            self.session.selection.set(notes=[self.hit.note])
        else:
            self.session.selection.set(self.ids)

    def _shift(self, by: tuple[float, float]) -> None:
        if self.luggage:
            self.session.attempt(self.luggage.shifted(by), tr("Move"), gesture=self)

    # -- guides --------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Finds what stands still and can be seen, and which wires lead there."""
        self.moving = True
        self.guides = GuideLines(self.scene)
        if len(self.luggage.nodes) == 1 and not self.luggage.notes:
            self.onto = OntoWire(self.scene, *self.luggage.nodes)
        seen = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        scene = self.scene
        moving = {item for id in self.luggage.nodes if (item := scene.item_of(id)) is not None}
        still = {
            item: self._box(item)
            for item in scene.boxes()
            if item not in moving and seen.intersects(item.mapRectToScene(item.outline_box()))
        }
        self.still = [] if len(still) > _MOST else list(still.values())
        boxes = [*map(self._box, moving), *(Box(*note.box) for note in self.luggage.notes)]
        self.own = around(boxes) if boxes else None
        self.ports: list[tuple[Point, Point]] = []
        for id in self.luggage.nodes:
            for edge in self.session.document.graph.edges_at(id):
                if scene.wire_of(edge) is not None:
                    self._note_ports(edge, still)

    def _note_ports(self, edge: Edge, still: Collection[NodeItem]) -> None:
        ends = self.scene.output_point(edge.source), self.scene.input_point(edge.target, edge.port)
        if self.scene.item_of(edge.target) in still:
            self.ports.append(ends)
        elif self.scene.item_of(edge.source) in still:
            self.ports.append(ends[::-1])

    def _box(self, item: NodeItem) -> Box:
        rect: QRectF = item.mapRectToScene(item.shape().boundingRect())
        return Box(rect.left(), rect.top(), rect.right(), rect.bottom())

    def _pulled(self, dx: float, dy: float, event: QMouseEvent) -> tuple[float, float]:
        found = Pull()
        free = (dx, dy) == (0, 0) or event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.own is not None and not free:
            if self.view.snaps_to_grid:
                x, y = self.luggage.place_of(self.hit.node or self.hit.note)
                found = Pull(*to_grid((x + dx, y + dy)))
            else:
                ports = [((x + dx, y + dy), theirs) for (x, y), theirs in self.ports]
                found = pull(self.own.moved(dx, dy), self.still, ports, _REACH / self.view.scale_now)
        if self.guides is not None:
            self.guides.show(found.lines)
        return dx + found.dx, dy + found.dy

    def _put_away(self) -> None:
        if self.guides is not None:
            self.guides.put_away()
            self.guides = None
        if self.onto is not None:
            self.onto.put_away()
            self.onto = None
