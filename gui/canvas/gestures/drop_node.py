"""A node dragged in from outside: shows where it would land, and makes it there; on a wire it is inserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from graph_engine import ops
from graph_engine.document.notes import KINDS
from graph_engine.graph import SOURCES_BY_KEY, Edge

from ...session.library import Library
from ..asking import free_place
from ..offers import Kind, Tie

if TYPE_CHECKING:
    from ..adding import Adder
    from ..view import CanvasView

_REACH = 16.0  # how near to a wire a node is dropped to be inserted there


class DropNode:
    def __init__(self, view: CanvasView, adder: Adder) -> None:
        self.view, self.adder = view, adder
        self._lit: Edge | None = None
        self._asked = "", False  # the kind that is dragged, and whether it can be inserted into a wire

    def hover(self, key: str, on_screen: QPoint) -> None:
        """Lights the wire that the node would be inserted into."""
        edge = self._wire_under(key, on_screen) if self._over_canvas(on_screen) else None
        if edge != self._lit:
            self._light(self._lit, on=False)
            self._light(edge, on=True)
            self._lit = edge

    def leave(self) -> None:
        self._light(self._lit, on=False)
        self._lit, self._asked = None, ("", False)

    def drop(self, key: str, on_screen: QPoint) -> None:
        self.leave()
        if self._over_canvas(on_screen):
            edge = self._wire_under(key, on_screen)
            tie = Tie() if edge is None else Tie(edge.source, (edge.target, edge.port))
            self.adder.add(Kind(key), self.view.scene_point(on_screen), tie)

    def create(self, key: str) -> None:
        """Makes the node in the middle of the view, beside what stands there already."""
        self.adder.add(Kind(key), free_place(self.view, self.view.middle()))

    def _wire_under(self, key: str, on_screen: QPoint) -> Edge | None:
        if key != self._asked[0]:
            self._asked = key, self._can_be_inserted(key)
        return None if not self._asked[1] else self.view.canvas.wire_near(self.view.scene_point(on_screen), _REACH)

    def _can_be_inserted(self, key: str) -> bool:
        if Library.knows(key):
            return self.adder.library.can_be_wired(key, entered=True, left=True)
        return key not in KINDS and key not in SOURCES_BY_KEY and bool(ops.by_key(key).inputs)

    def _over_canvas(self, on_screen: QPoint) -> bool:
        viewport = self.view.viewport()
        return viewport.rect().contains(viewport.mapFromGlobal(on_screen))

    def _light(self, edge: Edge | None, *, on: bool) -> None:
        if edge in self.view.canvas.edges:
            self.view.canvas.edges[edge].mark(hovered=on)
