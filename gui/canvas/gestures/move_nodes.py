"""Selects the node under the pointer and moves the selection with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent

from graph_engine.document import edits

from ...i18n import tr
from ..guide_lines import GuideLines
from ..guides import Box, Pull, around, pull, to_grid
from .gesture import Gesture

if TYPE_CHECKING:
    from ..view import CanvasView

_REACH = 6.0  # pixels on screen within which a line pulls
_MOST = 300  # boxes that are looked at


class MoveNodes(Gesture):
    """Nodes are pulled onto the lines of others, or onto the grid; Alt lets them go anywhere."""

    def __init__(self, view: CanvasView, event: QMouseEvent, id: str) -> None:
        super().__init__(view, event)
        self.id = id
        self.moving = False
        selection = self.session.selection
        self.adds = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        self.alone_on_release = id in selection.nodes and not self.adds
        if self.adds:
            selection.toggle(id)
        elif id not in selection.nodes:
            selection.set([id])
        self.origin = {chosen: self.session.document.positions[chosen] for chosen in sorted(selection.nodes)}
        self.guides: GuideLines | None = None

    def move(self, event: QMouseEvent) -> None:
        if not self.moving and not self.far_enough(event):
            return
        if not self.moving:
            self._begin()
        by = self.at(event) - self.start
        dx, dy = self._pulled(round(by.x()), round(by.y()), event)
        places = tuple((id, (x + dx, y + dy)) for id, (x, y) in self.origin.items())
        if places:
            self.session.attempt(edits.Move(places), tr("Move"), gesture=self)

    def finish(self, event: QMouseEvent) -> None:
        self._put_away()
        if self.alone_on_release and not self.moving:
            self.session.selection.set([self.id])

    def cancel(self) -> None:
        self._put_away()
        if self.moving:
            self.session.attempt(edits.Move(tuple(self.origin.items())), tr("Move"), gesture=self)

    # -- guides --------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Finds what stands still and can be seen, and which wires lead there."""
        self.moving = True
        self.guides = GuideLines(self.scene)
        seen = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        still = {
            id: box
            for id, item in self.scene.nodes.items()
            if id not in self.origin and seen.intersects(item.mapRectToScene(item.shape().boundingRect()))
            for box in [self._box(id)]
        }
        self.still = [] if len(still) > _MOST else list(still.values())
        self.own = around(map(self._box, self.origin)) if self.origin else None
        self.ports, nodes = [], self.scene.nodes
        for id in self.origin:
            for edge in self.session.document.graph.edges_at(id):
                ends = nodes[edge.source].output_point(), nodes[edge.target].input_point(edge.port)
                if edge.source in still or edge.target in still:
                    self.ports.append(ends if edge.target in still else ends[::-1])

    def _box(self, id: str) -> Box:
        item = self.scene.nodes[id]
        rect: QRectF = item.mapRectToScene(item.shape().boundingRect())
        return Box(rect.left(), rect.top(), rect.right(), rect.bottom())

    def _pulled(self, dx: float, dy: float, event: QMouseEvent) -> tuple[float, float]:
        found = Pull()
        free = (dx, dy) == (0, 0) or event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.own is not None and not free:
            if self.view.snaps_to_grid:
                x, y = self.origin.get(self.id) or next(iter(self.origin.values()))
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
