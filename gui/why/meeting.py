"""The arrays whose entries meet in a number, as heat maps: the row, the column or whatever was summed is framed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from graph_engine.explain import Answer, Question
from graph_engine.expression import plain

from ..heat import Cell, HeatMap, symmetric
from ..session.inquiry import Inquiry
from ..theme import Theme

_MOST = 4  # arrays side by side
_TALL = 84


@dataclass(frozen=True, eq=False)
class Lit:
    """An array, and the rows and columns of it that are spoken of."""

    question: Question  # about the whole of it
    matrix: NDArray[np.float64]
    framed: tuple[range, range]
    axes: int

    def at(self, cell: Cell) -> Question:
        return self.question.at(cell if self.axes == 2 else cell[1:])


def lit(inquiry: Inquiry, answer: Answer) -> list[Lit]:
    """The arrays that the products of an answer are made of, then the one that the number is an entry of."""
    asked = [part.asks for term in answer.terms for part in term if part.asks is not None and part.asks.entry]
    asked = [ask for ask in asked if ask.kind != "local"]
    if len(answer.terms) < 2 or not asked:
        return []
    entries: dict[Question, list[tuple[int, ...]]] = {}
    for ask in asked:
        if ask.entry:
            entries.setdefault(ask.at(None), []).append(ask.entry)
    spoken_of = list(entries.items())[: _MOST - 1]
    if answer.question.entry:
        spoken_of.append((answer.question.at(None), [answer.question.entry]))
    found = [_lit(inquiry, whole, places) for whole, places in spoken_of]
    return [one for one in found if one is not None]


def _lit(inquiry: Inquiry, whole: Question, places: Iterable[tuple[int, ...]]) -> Lit | None:
    told = inquiry.answer(whole)
    array = None if told is None else np.asarray(told.value, float)
    if array is None or array.ndim not in (1, 2):
        return None
    cells = [(0, *at)[-2:] for at in places]
    rows, columns = (range(min(line), max(line) + 1) for line in zip(*cells, strict=True))
    return Lit(whole, array.reshape(1, -1) if array.ndim == 1 else array, (rows, columns), array.ndim)


class Meeting(QWidget):
    """A cell that is clicked is asked about."""

    asked = Signal(object)

    def __init__(self, inquiry: Inquiry, theme: Theme) -> None:
        super().__init__()
        self.inquiry = inquiry
        self.shown: list[Lit] = []
        self.maps = [HeatMap(theme, "") for _ in range(_MOST)]
        self.names = [QLabel() for _ in range(_MOST)]
        self.grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setSpacing(theme.px(6))
        for column, (name, heat) in enumerate(zip(self.names, self.maps, strict=True)):
            name.setObjectName("muted")
            heat.setFixedHeight(theme.px(_TALL))
            grid.addWidget(name, 0, column)
            grid.addWidget(heat, 1, column)
            heat.asked.connect(self._take)

    def show_answer(self, answer: Answer) -> None:
        self.shown = lit(self.inquiry, answer)
        for place, (name, heat) in enumerate(zip(self.names, self.maps, strict=True)):
            there = place < len(self.shown)
            self.grid.setColumnStretch(place, 1 if there else 0)
            name.setVisible(there)
            heat.setVisible(there)
            if there:
                one = self.shown[place]
                words = plain(self.inquiry.name(one.question))
                name.setText(words)
                heat.setAccessibleName(words)
                heat.outlined = one.framed
                heat.show_matrix(one.matrix, symmetric(one.matrix))
                heat.setFixedHeight(min(heat.theme.px(_TALL), heat.maximumHeight()))
        self.setVisible(bool(self.shown))

    def _take(self, cell: Cell, _: QRect) -> None:
        heat = self.sender()
        place = next(place for place, one in enumerate(self.maps) if one is heat)
        self.asked.emit(self.shown[place].at(cell))
