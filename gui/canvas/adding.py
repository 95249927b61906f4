"""Adds nodes to the document: where they stand, what they are called, what they are wired to. One undo step each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF

from graph_engine import ops
from graph_engine.document import Document, Edit, Point, compose, compose_values, edits, ready, weave
from graph_engine.document.notes import KINDS
from graph_engine.errors import GradcanvasError
from graph_engine.graph import SOURCES_BY_KEY, Edge, Graph, Node, Value, make_node
from graph_engine.sentence import say

from ..i18n import localize, tr
from ..session.library import Library
from .add_note import add_note
from .add_template import as_template
from .appearance import outline_of
from .offers import Formula, Kind, Name, Number, Offer, Tie
from .room import make_room
from .wiring import shown_ports

if TYPE_CHECKING:
    from .view import CanvasView

_NAMES = {"variable": "xyzabcuvpqrs", "parameter": "Wb", "constant": "ck", "inputs": "xuv", "targets": "t"}
_FIRST_VALUE = 1.0
LOOSE = Tie()


class Adder:
    """`used` hears of each kind of node that was added."""

    def __init__(self, view: CanvasView, library: Library, used: Callable[[str], None]) -> None:
        self.view, self.session, self.library, self.used = view, view.session, library, used

    def add(self, offer: Offer, at: QPointF, tie: Tie = LOOSE) -> bool:
        """Adds what was chosen near `at` and wires it to `tie`; whether that was possible."""
        match offer:
            case Kind(key=key) if key in KINDS:
                return add_note(self.view, key, at)
            case Kind(key=key) if Library.knows(key):
                return self._add_template(key, at, tie)
            case Kind(key=key):
                return self._add_node(_new_node(self.session.document, key), at, tie)
            case Number(value=value):
                return self._add_node(self._source("constant", self._name_of(value), value), at, tie)
            case Name(name=name):
                return self._add_node(self._source("variable", name, _FIRST_VALUE), at, tie)
            case Formula(text=text):
                return self._add_formula(text, at, tie)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _source(self, key: str, name: str, value: Value) -> Node:
        return make_node(self.session.document.graph.fresh_id(), key, name, value)

    def _add_node(self, node: Node, at: QPointF, tie: Tie) -> bool:
        place, pushed = self._place(node, at, tie)
        port = node.ports[0].name if node.ports else ""
        parts: list[Edit] = [edits.AddNode(node, place), *self._wires(node.id, port, tie)]
        if pushed:
            parts.append(edits.Move(pushed))
        if not self._do(parts, tr("Add {kind}", kind=localize(node.spec.label)), [node.id]):
            return False
        self.used(node.kind)
        if ready.lacks_parameters(self.session.document, node.id):
            hint = say("P gives “{node}” parameters in shapes that fit, once x is wired", node=node.name)
            self.session.say(hint, "good")
        return True

    def _add_formula(self, text: str, at: QPointF, tie: Tie) -> bool:
        def around(part: Document) -> Point:
            xs, ys = [x for x, _ in part.positions.values()], [y for _, y in part.positions.values()]
            if not xs:
                return 0.0, 0.0
            anchor = min(xs) if tie.source else max(xs) if tie.target else (min(xs) + max(xs)) / 2
            return float(round(at.x() - anchor)), float(round(at.y() - (min(ys) + max(ys)) / 2))

        try:
            woven = weave(self.session.document, text, around, feed=tie.source or "")
        except GradcanvasError as error:
            self.session.say(error.sentence)
            return False
        ends = self._feed(woven.result, tie.target)
        return self._do([woven.edit, *ends], tr("Add formula"), woven.added)

    def _add_template(self, key: str, at: QPointF, tie: Tie) -> bool:
        carried = self.session.results.value(tie.source) if tie.source else None
        shape = () if carried is None else np.shape(carried)
        part = self.library.part(key, shape[-1] if shape else None)
        if part is None:
            return False
        edit, added, notes = as_template(self.session.document, part, (at.x(), at.y()), tie, self.session.level.inside)
        if not self._do([edit], tr("Insert template"), added):
            return False
        self.session.selection.set(added, notes=notes)
        self.used(key)
        return True

    def _do(self, parts: list[Edit], label: str, added: Sequence[str]) -> bool:
        if not self.session.attempt(edits.Together(tuple(parts)), label):
            return False
        if added:
            self.session.selection.set(added)
        self.view.setFocus()
        return True

    def _wires(self, id: str, port: str, tie: Tie) -> list[Edit]:
        if tie.source and tie.target and port:
            wire = Edge(tie.source, *tie.target)
            if self.session.document.graph.has_edge(wire):
                return [compose.insert_on(self.session.document, wire, id, port)]
        taken = [edits.Connect(Edge(tie.source, id, port))] if tie.source and port else []
        return [*taken, *self._feed(id, tie.target)]

    def _feed(self, id: str, target: tuple[str, str] | None) -> list[Edit]:
        """Wires an output to an input, instead of what feeds it now."""
        return [] if target is None else [compose.connect(self.session.document, Edge(id, *target))]

    def _place(self, node: Node, at: QPointF, tie: Tie) -> tuple[Point, tuple[tuple[str, Point], ...]]:
        outline = outline_of(node, node.value, shown_ports(node, set()))
        point = float(round(at.x())), float(round(at.y()))
        if tie.source and tie.target:
            return make_room(self.session.document, self._size, Edge(tie.source, *tie.target), outline.width, point)
        shift = outline.width / 2 if tie.source else -outline.width / 2 if tie.target else 0.0
        return (float(round(point[0] + shift)), point[1]), ()

    def _size(self, id: str) -> tuple[float, float]:
        item = self.view.canvas.item_of(id)
        outline = None if item is None else item.frame.outline
        return (0.0, 0.0) if outline is None else (outline.width, outline.height)

    def _name_of(self, value: Value) -> str:
        """A number is called by itself where that name is free."""
        graph = self.session.document.graph
        text = f"{value:.15g}" if isinstance(value, float) else ""
        return text if text and not graph.has_name(text) else fresh_name(graph, "constant")


def _new_node(document: Document, key: str) -> Node:
    """A node as it is when it comes onto the canvas; a second data column completes the first."""
    graph = document.graph
    if key == "data":
        attributes = compose_values.column_beside(document)
        return make_node(graph.fresh_id(), key, fresh_name(graph, attributes.get("column", "inputs")), None, attributes)
    return make_node(graph.fresh_id(), key, fresh_name(graph, key), _FIRST_VALUE if key in SOURCES_BY_KEY else None)


def fresh_name(graph: Graph, key: str) -> str:
    """A free letter for a source, the op's label otherwise."""
    letters = _NAMES.get(key, "")
    free = next((letter for letter in letters if not graph.has_name(letter)), None)
    return free or graph.fresh_name(letters[0] if letters else str(ops.by_key(key).label))
