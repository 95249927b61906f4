"""The groups on the canvas: boxes for those that are collapsed, frames for those that are open."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from graph_engine.document import groups
from graph_engine.graph import Edge

from .group_frame import GroupFrame
from .group_item import GroupItem
from .node_item import BADGE
from .visible import Shown, shown

if TYPE_CHECKING:
    from .scene import CanvasScene


class GroupLayer:
    """`shown` says what stands on the canvas; None while nothing is grouped, so that ungrouped graphs pay nothing."""

    def __init__(self, scene: CanvasScene) -> None:
        self.scene = scene
        self.shown: Shown | None = None
        self.boxes: dict[str, GroupItem] = {}
        self.frames: dict[str, GroupFrame] = {}

    def forget(self) -> None:
        """The canvas was cleared."""
        self.boxes, self.frames = {}, {}

    def decide(self) -> None:
        """Finds out what is to be on the canvas."""
        session = self.scene.session
        document, inside = session.document, session.level.inside
        self.shown = shown(document, inside) if document.groups else None
        self.scene.looks.shown = self.shown

    def wires(self) -> Iterable[Edge]:
        """The wires that are to be on the canvas."""
        return self.scene.session.document.graph.edges if self.shown is None else self.shown.wires

    def bundle(self, wire: Edge) -> tuple[Edge, ...]:
        """The edges that a wire on the canvas stands for."""
        return (wire,) if self.shown is None else self.shown.wires[self.shown.wire_of[wire]]

    def seen(self, edge: Edge) -> Edge:
        """A wire as one between what is seen: boxes stand for the nodes in them."""
        if self.shown is None or not (edge.source in self.shown.box_of or edge.target in self.shown.box_of):
            return edge
        source, target = (item.id for node in edge[:2] if (item := self.scene.item_of(node)) is not None)
        return Edge(source, target, f"{edge.source} {edge.target} {edge.port}")

    def ends(self, edge: Edge) -> tuple[Edge, ...]:
        """All edges that `edge` makes, where it ends in a port of a collapsed group that leads on to several."""
        box = self.box_of(edge.target)
        if box is None:
            return (edge,)
        entry = next(e for e in self.scene.looks.face(box.group_id).inputs if (edge.target, edge.port) in e.ends)
        return tuple(Edge(edge.source, *end) for end in entry.ends)

    def meant_input(self, group: str, source: str) -> tuple[str, str] | None:
        """The port that is meant by dropping a wire on a collapsed group: the first that is open, else the first."""
        inputs = self.scene.looks.face(group).inputs if group in self.boxes else ()
        own = self.shown is not None and self.shown.box_of.get(source) == group
        entry = next((e for e in inputs if e.source is None), inputs[0] if inputs else None)
        return None if entry is None or own else entry.key

    def meant_output(self, group: str) -> str | None:
        """The node whose value is meant by a collapsed group: that of its only output."""
        outputs = self.scene.looks.face(group).outputs if group in self.boxes else ()
        return outputs[0].node if len(outputs) == 1 else None

    def held(self, group: str) -> set[str]:
        """All nodes in a group."""
        return groups.members(self.scene.session.document.groups, group)

    def box_of(self, node: str) -> GroupItem | None:
        """The collapsed group that a node is in."""
        return None if self.shown is None else self.boxes.get(self.shown.box_of.get(node, ""))

    def title_at(self, at: QPointF) -> str | None:
        """The innermost open group whose title lies at a point."""
        found = [id for id, frame in self.frames.items() if frame.title_box().contains(at)]
        return found[-1] if found else None

    def trouble_at(self, at: QPointF) -> str | Edge | None:
        """Where what is wrong lies, if a point is on the mark of a collapsed group."""
        for box in self.boxes.values():
            mark = box.pos() + QPointF(*box.badge_point())
            if box.trouble is not None and QLineF(mark, at).length() <= BADGE:
                return box.trouble
        return None

    def populate(self) -> None:
        """Makes and removes boxes and frames until they are those that should be there."""
        scene, document = self.scene, self.scene.session.document
        now = self.shown or Shown(frozenset())
        for id in self.boxes.keys() - now.boxes:
            scene.drop(self.boxes.pop(id))
        for id in self.frames.keys() - set(now.frames):
            scene.removeItem(self.frames.pop(id))
        for id in sorted(now.boxes - self.boxes.keys()):
            self.boxes[id] = GroupItem(id, scene.looks, scene.theme.tokens)
            scene.addItem(self.boxes[id])
        for box in self.boxes.values():
            box.reframe()
        frames = {}
        for id in now.frames:
            group, depth = document.groups[id], len(groups.chain(document.groups, id))
            frames[id] = self.frames.get(id) or GroupFrame(id, group.name, depth, scene.theme.tokens)
            frames[id].rename(group.name)
            frames[id].lie(depth)
            if id not in self.frames:
                scene.addItem(frames[id])
        self.frames = frames
        self.place(document.positions.keys())

    def place(self, moved: Set[str]) -> set[GroupItem]:
        """Puts boxes and frames where these nodes have taken them; the boxes that moved."""
        if self.shown is None:
            return set()
        found: set[GroupItem] = set()
        around: dict[str, None] = {}
        for id in moved:
            box = self.box_of(id)
            if box is not None:
                found.add(box)
            around.update(dict.fromkeys(self.shown.frames_of.get(id, ())))
        for box in found:
            box.setPos(*groups.middle(self.scene.session.document, box.group_id))
        inner_first = sorted(around, key=list(self.frames).index, reverse=True)
        for id in inner_first:
            self.frames[id].lay(self._inside(id))
        return found

    def _inside(self, id: str) -> QRectF:
        """The rectangle around what an open group holds."""
        document, scene = self.scene.session.document, self.scene
        rect = QRectF()
        for node in document.groups[id].members:
            if node in scene.nodes:
                rect = rect.united(scene.nodes[node].mapRectToScene(scene.nodes[node].outline_box()))
        for other in document.groups.values():
            if other.parent == id:
                if other.id in self.boxes:
                    rect = rect.united(self.boxes[other.id].mapRectToScene(self.boxes[other.id].outline_box()))
                elif other.id in self.frames:
                    rect = rect.united(self.frames[other.id].box)
        return rect

    def mark(self, chosen: frozenset[str]) -> set[GroupItem]:
        """Marks the frames of which all is chosen; the boxes of which all is."""
        if self.shown is None:
            return set()
        held = {id: groups.members(self.scene.session.document.groups, id) for id in (*self.boxes, *self.frames)}
        for id, frame in self.frames.items():
            frame.mark(selected=bool(held[id]) and held[id] <= chosen)
        return {box for id, box in self.boxes.items() if held[id] and held[id] <= chosen}
