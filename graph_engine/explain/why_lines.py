"""An answer as lines of mathematics: formula, numbers put in, result; every number asks where it comes from."""

from __future__ import annotations

import numpy as np

from ..expression import Piece, pieces, row
from ..graph import Value
from .answer import Answer, Part, role_of
from .equations import number_piece
from .numbers import exact, short
from .question import Question
from .why_put_in import number_of

_ROWS, _COLUMNS = 6, 6


def answer_lines(answer: Answer) -> list[Piece]:
    """What is asked and its formula; the numbers put in; the result, an array entry by entry."""
    first = answer.put_in if answer.rule is None else answer.rule
    lines = [answer.left if first is None else row(answer.left, pieces.EQUALS, first)]
    if answer.rule is not None and answer.put_in is not None:
        lines.append(row(pieces.EQUALS, answer.put_in))
    if np.ndim(answer.value):
        lines.append(row(pieces.EQUALS, entries_of(answer.question, answer.value)))
    else:
        shown = pieces.number(exact(float(answer.value)))
        lines.append(row(pieces.EQUALS, pieces.Marked(shown, role_of(answer.question))))
    return lines + [_whole(part) for part in answer.parts if np.ndim(part.value)]


def entries_of(question: Question, value: Value) -> Piece:
    """The first rows and columns of an array; each entry can be asked about."""
    array = np.asarray(value)
    if array.ndim > 2 or not array.size:
        return number_piece(value, role_of(question))
    table = array.reshape(1, -1) if array.ndim == 1 else array
    rows = [
        [_entry(question, array, (*at, column)) for column in range(min(table.shape[1], _COLUMNS))]
        + ([pieces.Letters("⋯", "upright")] if table.shape[1] > _COLUMNS else [])
        for at in ([()] if array.ndim == 1 else [(r,) for r in range(min(len(table), _ROWS))])
    ]
    if len(table) > _ROWS:
        rows.append([pieces.Letters("⋮", "upright")] * len(rows[0]))
    return pieces.Matrix(tuple(map(tuple, rows)))


def _entry(question: Question, array: np.ndarray, at: tuple[int, ...]) -> Piece:
    shown = pieces.number(short(float(f"{float(array[at]):.4g}")))
    return pieces.Marked(shown, role_of(question), question.at(at))


def _whole(part: Part) -> Piece:
    """What an array in the formula holds."""
    assert part.asks is not None
    name = number_of(part) if part.name is None else pieces.Marked(part.name, part.role, part.asks)
    return row(name, pieces.EQUALS, entries_of(part.asks, part.value))
