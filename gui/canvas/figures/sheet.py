"""A canvas that nobody sees: the document at the same moment, in the colours of paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem

from graph_engine.document import Document
from graph_engine.errors import GraphError
from graph_engine.sentence import say

from ...session import Session
from ...theme import DARK, LIGHT
from ..edge_item import EdgeItem
from ..encoding import PLAIN, Encoding
from ..far import paint_trees
from ..node_item import NodeItem
from ..scene import CanvasScene
from .order import Order

_MARGIN = 16.0


class _Ink(QObject):
    """Stands in for the theme: the colours of a figure do not change."""

    changed = Signal()
    scale = 1.0

    def __init__(self, dark: bool) -> None:
        super().__init__()
        self.tokens = DARK if dark else replace(LIGHT, canvas=LIGHT.card)


class Sheet:
    """`area` is the part of the canvas that it holds. Close it when it has been drawn."""

    def __init__(self, session: Session, order: Order, encoding: Encoding = PLAIN, view: QRectF | None = None) -> None:
        self._ink = _Ink(order.dark)
        self._session = _same_moment(session)
        self.title = session.document.title
        self._scene = CanvasScene(self._session, self._ink)  # type: ignore[arg-type]
        self._scene.looks.encoding, self._scene.looks.derivatives = encoding, order.derivatives
        self._scene.looks.turn()
        chosen = session.selection.nodes if order.part == "selection" else None
        if order.part == "selection":
            self._keep(session.selection.nodes, session.selection.notes)
        whole = self._scene.bounds(chosen, session.selection.notes if chosen is not None else None)
        self.area = whole.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        if order.part == "view" and view is not None:
            self.area = view
        if self.area.isEmpty() or whole.isEmpty():
            self.close()
            raise GraphError(say("there is nothing to draw: the canvas is empty"))

    def draw(self, painter: QPainter) -> None:
        """Draws it with a painter that stands in the coordinates of the canvas."""
        scene = self._scene
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing | hints.SmoothPixmapTransform)
        painter.fillRect(self.area, QColor(self._ink.tokens.canvas))
        scene.captions.arrange(scene.catch_up(self.area))
        items = sorted((item for item in scene.items(self.area) if item.parentItem() is None), key=QGraphicsItem.zValue)
        wires = [item for item in items if isinstance(item, EdgeItem) and item.isVisible()]
        paint_trees(painter, [item for item in items if item.zValue() < 1])
        for part in (EdgeItem.paint_lines, EdgeItem.paint_texts):
            for wire in wires:
                painter.save()
                part(wire, painter)
                painter.restore()
        paint_trees(painter, [item for item in items if item.zValue() >= 1 and not isinstance(item, EdgeItem)])

    def close(self) -> None:
        self._scene.clear()
        for part in (self._scene, self._session, self._ink):
            part.deleteLater()

    def _keep(self, nodes: frozenset[str], notes: frozenset[str]) -> None:
        """Leaves only these nodes, the wires between them, and these notes."""
        scene = self._scene
        boxes = {box for id in nodes if (box := scene.item_of(id)) is not None}
        for item in scene.items():
            if isinstance(item, NodeItem):
                item.setVisible(item in boxes)
            elif isinstance(item, EdgeItem):
                ends = (scene.item_of(end) for end in item.edge[:2])
                item.setVisible(all(end in boxes for end in ends))
        for other in scene.others:
            other.setVisible(getattr(other, "id", None) in notes)


def _same_moment(session: Session) -> Session:
    """The same document at the same place of the timeline, with nothing selected."""
    document = session.document
    copy = Session(Document(**{name: getattr(document, name) for name in document.__dataclass_fields__}))
    copy.level.inside = session.level.inside
    if session.results.tangents is not None:
        copy.results.start_from(session.results.tangents.source)
    copy.playhead.position, copy.playhead.resting = session.playhead.position, session.playhead.resting
    copy.playhead.veil = session.playhead.veil
    return copy
