"""Gestures, one file each, and the choice between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from graph_engine.graph import Edge

from .ask_why import AskWhy
from .cut_wires import CutWires
from .drag_wire import DragWire
from .duplicate_nodes import DuplicateNodes
from .gesture import Gesture
from .move_nodes import MoveNodes
from .pan import Pan
from .pick_wire import PickWire
from .resize_note import ResizeNote
from .rubber_band import RubberBand
from .show_trouble import ShowTrouble
from .take_offer import TakeOffer

if TYPE_CHECKING:
    from ..scene import Hit
    from ..view import CanvasView

__all__ = ["Gesture", "choose"]


def choose(view: CanvasView, event: QMouseEvent, hit: Hit) -> Gesture | None:
    """The gesture that a press begins, by button and by what lies under it."""
    if event.button() == Qt.MouseButton.MiddleButton or (
        view.keys.space_held and event.button() == Qt.MouseButton.LeftButton
    ):
        return Pan(view, event)
    if event.button() != Qt.MouseButton.LeftButton:
        return None
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return CutWires(view, event)
    trouble = None if event.modifiers() else view.trouble_at(event.position().toPoint())
    if trouble is not None:
        return ShowTrouble(view, event, trouble)
    if hit.kind == "output":
        return DragWire(view, event, source=hit.node)
    if hit.kind == "input":
        feeding = view.session.document.graph.inputs(hit.node).get(hit.port)
        if feeding is None:
            return DragWire(view, event, target=(hit.node, hit.port))
        return DragWire(view, event, source=feeding, instead_of=Edge(feeding, hit.node, hit.port))
    if hit.kind == "node" and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return DuplicateNodes(view, event, hit.node)
    if hit.kind in ("node", "group"):
        return MoveNodes(view, event, hit)
    if hit.kind == "handle":
        return ResizeNote(view, event, hit.note, hit.handle)
    if hit.kind == "note":
        return MoveNodes(view, event, hit)
    offered = None if event.modifiers() else view.offering(event.position().toPoint())
    if offered is not None:
        return TakeOffer(view, event, offered)
    asked = None if event.modifiers() else view.number_at(event.position().toPoint())
    if asked is not None:
        return AskWhy(view, event, asked)
    return PickWire(view, event, hit.edge) if hit.edge else RubberBand(view, event)
