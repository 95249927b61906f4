"""What the panel looks at: one array of the selected node or wire, as far as it has happened. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from graph_engine.differentiate import local_matrix, local_shape
from graph_engine.differentiate.local import LARGEST_JACOBIAN
from graph_engine.explain import Question
from graph_engine.graph import Edge

from ...session import Session

Tab = Literal["value", "gradient", "local"]
Index = tuple[int, ...]
_WHOLE = 64  # a diagonal Jacobian of at most as many rows is shown as the matrix it is


@dataclass(frozen=True)
class Subject:
    """A node, or a wire; the wire whose local derivative is shown."""

    node: str | None
    edge: Edge | None
    local: Edge | None


@dataclass(frozen=True, eq=False)
class Shown:
    """An array and what its entries are called. `rows` and `columns` are shapes where it is a Jacobian as a matrix."""

    above: str  # what is differentiated, or the name alone
    below: str  # by what; "" for a value
    array: NDArray | None
    rows: tuple[int, ...] | None = None
    columns: tuple[int, ...] | None = None
    too_large: bool = False  # a Jacobian that is not built
    asks: Question | None = None  # about the whole of it
    elementwise: bool = False  # a local derivative of which each entry of the output has but one

    def matrix(self, leading: Index) -> NDArray[np.float64]:
        """Two axes of the array, at these places of the axes before them."""
        array = np.asarray(self.array, float)
        if array.ndim > 2:
            array = array[leading]
        return array.reshape(1, -1) if array.ndim < 2 else array

    def index(self, leading: Index, cell: tuple[int, int]) -> Index:
        """Which entry of the array a cell of the matrix shows."""
        axes = 0 if self.array is None else self.array.ndim
        return (*leading, *cell) if axes >= 2 else cell[1:] if axes else ()

    def question(self, leading: Index, cell: tuple[int, int]) -> Question | None:
        """What the number in a cell answers to; None where nothing was computed, beside a diagonal."""
        if self.asks is None or self.array is None:
            return None
        if self.rows is None or self.columns is None:
            return self.asks.at(self.index(leading, cell) or None)
        if self.elementwise and not self.array[cell]:
            return None
        return self.cell_question(_place(cell[0], self.rows), _place(cell[1], self.columns))

    def cell_question(self, row: Index, column: Index) -> Question | None:
        """What one cell of a Jacobian answers to."""
        return None if self.asks is None else self.asks.at((row if self.elementwise else row + column) or None)

    def entry(self, leading: Index, cell: tuple[int, int]) -> str:
        """What the entry in a cell is called: `∂y[0, 1]/∂x[2]`."""
        if self.rows is not None and self.columns is not None:
            row = _place(cell[0], self.rows)
            return quotient(self.above, row, self.below, _place(cell[1], self.columns))
        index = self.index(leading, cell)
        if not self.below:
            return f"{self.above}{_brackets(index)}"
        return quotient(self.above, (), self.below, index)


def subject_of(session: Session, port: str) -> Subject:
    """What is selected, else the target. `port` is the input whose local derivative was asked for last."""
    selection, graph = session.selection, session.document.graph
    if selection.only_edge is not None and graph.has_edge(selection.only_edge):
        return Subject(None, selection.only_edge, selection.only_edge)
    node = selection.only_node or session.results.target
    if node is None:
        return Subject(None, None, None)
    wires = graph.edges_in(node)
    return Subject(node, None, next((wire for wire in wires if wire.port == port), wires[0] if wires else None))


def shown(session: Session, subject: Subject, tab: Tab) -> Shown:
    graph, results, known = session.document.graph, session.results, session.known
    if tab == "local":
        return _local(session, subject.local)
    id = subject.node if subject.edge is None else subject.edge.source
    if id is None:
        return Shown("", "", None)
    name = graph.node(id).name
    if tab == "value":
        value = known.value(id)
        return Shown(name, "", None if value is None else np.asarray(value), asks=Question("value", id))
    target = "" if results.target is None else graph.node(results.target).name
    if subject.edge is not None:
        gradient, asks = known.carried(subject.edge), Question("carried", subject.edge)
    else:
        gradient, asks = known.gradient(id), Question("gradient", id)
    return Shown(target, name, None if gradient is None else np.asarray(gradient), asks=asks)


def _local(session: Session, edge: Edge | None) -> Shown:
    graph, evaluation = session.document.graph, session.results.evaluation
    if edge is None:
        return Shown("", "", None)
    above, below = graph.node(edge.target).name, graph.node(edge.source).name
    if not session.known.has_local(edge) or evaluation.value(edge.target) is None:
        return Shown(above, below, None)
    rows, columns = local_shape(evaluation, edge)
    tall, wide = int(np.prod(rows)), int(np.prod(columns))
    elementwise, asks = graph.node(edge.target).op.elementwise, Question("local", edge)
    if tall * wide <= LARGEST_JACOBIAN and (not elementwise or max(tall, wide) <= _WHOLE):
        matrix = local_matrix(evaluation, edge)
        return Shown(above, below, matrix, rows, columns, asks=asks, elementwise=elementwise)
    found = session.results.local(edge)
    if elementwise and found is not None and rows == columns:
        return Shown(above, below, np.asarray(found.value), asks=asks)
    return Shown(above, below, None, rows, columns, too_large=True, asks=asks, elementwise=elementwise)


def quotient(above: str, row: Index, below: str, column: Index) -> str:
    return f"∂{above}{_brackets(row)}/∂{below}{_brackets(column)}"


def _place(place: int, shape: tuple[int, ...]) -> Index:
    return tuple(int(axis) for axis in np.unravel_index(place, shape)) if shape else ()


def _brackets(index: Index) -> str:
    return f"[{', '.join(map(str, index))}]" if index else ""
