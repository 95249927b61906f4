"""The looks of this moment, decided when they are asked for: nothing is worked out for what nobody sees."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from graph_engine.document.interface import Interface
from graph_engine.explain import Seen
from graph_engine.graph import Edge

from ..session import Session
from .appearance import EdgeLook, Frame, Moment, NodeLook, edge_look, node_frame, node_look
from .encoding import PLAIN
from .group_looks import wire_look
from .strokes import Strokes
from .visible import Shown

if TYPE_CHECKING:
    from .node_item import NodeItem


ENOUGH = 32  # areas that came to look otherwise; where there are more, all is painted


class Looks:
    """Shared by all items. `age` counts the moments; an item whose look is of another age asks again."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.age = 0
        self.encoding = PLAIN
        self.derivatives = True  # whether they are shown at all
        self.marked: set[QGraphicsItem] = set()  # selected, hovered, or lit
        self.pale: set[NodeItem] = set()
        self.strokes = Strokes()
        self.stirred: list[QRectF] = []  # areas of the scene where something came to look otherwise, not painted yet
        self.shown: Shown | None = None  # None while nothing is grouped

    def turn(self) -> None:
        """Another moment has come: whatever was decided may be out of date."""
        self.age += 1
        self.__dict__.pop("moment", None)

    def note(self, item: QGraphicsItem, *, marked: bool) -> None:
        (self.marked.add if marked else self.marked.discard)(item)

    def forget(self, item: QGraphicsItem) -> None:
        """An item is no more."""
        self.marked.discard(item)
        self.pale.discard(item)

    @cached_property
    def moment(self) -> Moment:
        session = self.session
        head, spot, results = session.playhead, session.spotlight, session.results
        seen, doubts = head.seen(), (session.checked.faults, session.findings)
        lit, step = (spot.nodes, self.encoding, spot.wires), head.step
        if not self.derivatives:
            seen, step = Seen(seen.values, frozenset(), frozenset()), None
        return Moment(
            session.document, results, seen, step, *lit, *doubts, hidden=head.hidden, derivatives=self.derivatives
        )

    def node(self, id: str) -> NodeLook:
        return node_look(self.moment, id)

    def edge(self, edge: Edge) -> EdgeLook:
        return edge_look(self.moment, edge) if self.shown is None else wire_look(self.moment, self.shown, edge)

    def face(self, group: str) -> Interface:
        """The ports of a collapsed group."""
        assert self.shown is not None
        return self.shown.faces[group]

    def frame(self, id: str) -> Frame:
        return node_frame(self.session.document.graph, self.session.results, id)
