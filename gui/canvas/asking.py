"""Where search-to-add is asked for: at the mouse, in a wire, beside a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from graph_engine.graph import Edge

from .offers import Tie

if TYPE_CHECKING:
    from .view import CanvasView

_BESIDE = 190.0


def ask_to_add(view: CanvasView) -> None:
    """Search-to-add where the mouse is, or in the middle; on a wire what is added goes into it."""
    at = view.pointer or view.mapFromScene(view.middle())
    hit = view.hit(at)
    if hit.edge is None and hit.kind != "nothing":
        at = view.mapFromScene(free_place(view, view.mapToScene(at)))
    view.asked_to_add.emit(at, Tie() if hit.edge is None else Tie(hit.edge.source, (hit.edge.target, hit.edge.port)))


def ask_to_insert(view: CanvasView, edge: Edge) -> None:
    """Search-to-add in the middle of a wire."""
    if edge in view.canvas.edges:
        at = view.mapFromScene(view.canvas.edges[edge].path.pointAtPercent(0.5))
        view.asked_to_add.emit(at, Tie(edge.source, (edge.target, edge.port)))


def ask_beside(view: CanvasView, id: str, tie: Tie) -> None:
    """Search-to-add to the right of a node for what `tie` takes from it, to the left for what feeds it."""
    away, item = QPointF(_BESIDE if tie.source else -_BESIDE, 0), view.canvas.item_of(id)
    if item is not None:
        view.asked_to_add.emit(view.mapFromScene(free_place(view, item.pos() + away)), tie)


def free_place(view: CanvasView, at: QPointF) -> QPointF:
    """`at`, or a point below it where no node stands."""
    taken = list(view.session.document.positions.values())
    while any(abs(at.x() - x) < 150 and abs(at.y() - y) < 95 for x, y in taken):
        at += QPointF(0, 24)
    return at
