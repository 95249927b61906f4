"""Both modes on one Jacobian, sweep by sweep. Imports no Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph_engine.differentiate import Cost, Start, Sweeps
from graph_engine.explain import Question

from ...session import Aim, Session

MOST = 64  # rows or columns that are drawn
_LARGEST = 2_000_000  # entries of a Jacobian that is drawn, several to a cell
_COUNTED = 1_000_000  # ops to visit while counting what all sweeps cost
ALL = ""  # instead of one node: every end of the graph, or every source of those


def ends(session: Session) -> list[str]:
    """The nodes that compute something and feed nothing, in the order of the plan."""
    graph, plan = session.document.graph, session.results.evaluation.plan
    return [work.node for work in plan.work if not graph.fan_out(work.node)]


def sources_of(session: Session, targets: list[str]) -> list[str]:
    """What the targets depend on and a person would vary: variables and parameters, else all sources."""
    graph, plan = session.document.graph, session.results.evaluation.plan
    reached: set[str] = set(targets).union(*(graph.ancestors(id) for id in targets))
    found = [id for id in plan.source_ids if id in reached]
    varied = [id for id in found if graph.node(id).kind in ("variable", "parameter")]
    return varied or found


class Race:
    """How far both modes are after so many sweeps of each."""

    def __init__(self, session: Session, target: str, source: str) -> None:
        graph = session.document.graph
        targets = [target] if target in graph else ends(session)
        sources = [source] if source in graph else sources_of(session, targets)
        self._evaluation = session.results.evaluation
        self._names = {id: graph.node(id).name for id in (*targets, *sources)}
        self.sweeps = Sweeps(self._evaluation, targets, sources)
        self.rows, self.columns = self.sweeps.shape
        self.empty = not self.rows or not self.columns
        self.counted = (len(targets) + len(sources)) * len(self._evaluation.plan.work) <= _COUNTED
        self.tall, self.wide = -(-self.rows // MOST), -(-self.columns // MOST)  # entries that share a cell
        self.summed_up = max(self.tall, self.wide) > 1
        within = min(self.rows, self.columns) <= MOST and self.rows * self.columns <= _LARGEST
        self.too_large = self.summed_up and not within
        self._found: dict[tuple[str, int], NDArray] = {}

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns that are drawn."""
        return -(-self.rows // max(1, self.tall)), -(-self.columns // max(1, self.wide))

    @property
    def last(self) -> int:
        """After so many steps both are there; a step is a sweep of each, or as many as share a cell."""
        return 0 if self.empty or self.too_large or not self.counted else max(self.shape)

    @cached_property
    def forward(self) -> Cost:
        return self.sweeps.forward if self.counted else Cost(self.columns, 0)

    @cached_property
    def reverse(self) -> Cost:
        return self.sweeps.reverse if self.counted else Cost(self.rows, 0)

    def by_columns(self, done: int) -> tuple[NDArray, NDArray]:
        """What forward mode has after `done` steps: the matrix, and which of its cells are known."""
        matrix, known = np.zeros(self.shape), np.zeros(self.shape, bool)
        for place in range(min(done, self.shape[1])):
            matrix[:, place] = self._cells[:, place] if self.summed_up else self._column(place)
            known[:, place] = True
        return matrix, known

    def by_rows(self, done: int) -> tuple[NDArray, NDArray]:
        """The same of reverse mode."""
        matrix, known = np.zeros(self.shape), np.zeros(self.shape, bool)
        for place in range(min(done, self.shape[0])):
            matrix[place] = self._cells[place] if self.summed_up else self._row(place)
            known[place] = True
        return matrix, known

    def done_forward(self, done: int) -> Cost:
        """What the sweeps so far have cost."""
        swept = min(done * self.wide, self.columns)
        return Cost(swept, int(self._spent_forward[swept]))

    def done_reverse(self, done: int) -> Cost:
        swept = min(done * self.tall, self.rows)
        return Cost(swept, int(self._spent_reverse[swept]))

    def entry(self, cell: tuple[int, int]) -> tuple[int, int]:
        """The row and the column of the number in a cell: of several entries, the largest in size."""
        if not self.summed_up:
            return cell
        rows, columns = (slice(at * by, (at + 1) * by) for at, by in zip(cell, (self.tall, self.wide), strict=True))
        block = np.abs(self._whole[rows, columns])
        row, column = np.unravel_index(int(np.argmax(block)), block.shape)
        return rows.start + int(row), columns.start + int(column)

    def question(self, row: int, column: int) -> tuple[Question, Aim]:
        """What one entry of the Jacobian answers to."""
        of, by = self.sweeps.row_start(row), self.sweeps.column_start(column)
        return Question("gradient", by.node, by.element or None), Aim(of.node, of.element or None)

    def row_name(self, place: int) -> str:
        return self._name(self.sweeps.row_start(place))

    def column_name(self, place: int) -> str:
        return self._name(self.sweeps.column_start(place))

    def apart(self) -> float:
        """The largest difference between the two, once both are there."""
        ahead, back = self.by_columns(self.last)[0], self.by_rows(self.last)[0]
        same = (ahead == back) | (np.isnan(ahead) & np.isnan(back))
        with np.errstate(all="ignore"):
            return float(np.max(np.where(same, 0.0, np.abs(ahead - back)), initial=0.0))

    def agree(self) -> bool:
        """Whether the two are one matrix but for rounding."""
        matrix = self.by_rows(self.last)[0]
        size = float(np.max(np.abs(matrix[np.isfinite(matrix)]), initial=0.0))
        return self.apart() <= 1e-9 * max(size, 1e-300)

    def _row(self, place: int) -> NDArray:
        return self._line("row", place, self.sweeps.row)

    def _column(self, place: int) -> NDArray:
        return self._line("column", place, self.sweeps.column)

    @cached_property
    def _whole(self) -> NDArray:
        """The Jacobian, by the mode with fewer sweeps."""
        if self.rows <= self.columns:
            return np.array([self._row(place) for place in range(self.rows)])
        return np.array([self._column(place) for place in range(self.columns)]).T

    @cached_property
    def _cells(self) -> NDArray:
        """Of entries that share a cell, the one that is largest in size."""
        rows, columns = self.shape
        return np.array([[self._whole[self.entry((row, column))] for column in range(columns)] for row in range(rows)])

    @cached_property
    def _spent_forward(self) -> NDArray:
        """What so many sweeps of forward mode cost together."""
        starts = (self.sweeps.column_start(place) for place in range(self.columns))
        return np.cumsum([0, *(len(start.wires) for start in starts)])

    @cached_property
    def _spent_reverse(self) -> NDArray:
        starts = (self.sweeps.row_start(place) for place in range(self.rows))
        return np.cumsum([0, *(len(start.wires) for start in starts)])

    def _line(self, kind: str, place: int, find: Callable[[int], NDArray]) -> NDArray:
        if (kind, place) not in self._found:
            self._found[kind, place] = find(place)
        return self._found[kind, place]

    def _name(self, start: Start) -> str:
        element = f"[{', '.join(map(str, start.element))}]" if start.element else ""
        return f"{self._names[start.node]}{element}"
