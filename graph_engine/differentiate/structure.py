"""What a local Jacobian looks like: which entries of it can be other than zero."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..evaluate import Evaluation
from ..graph import Edge
from ..ops import Array
from .local import LARGEST_JACOBIAN, local_column, local_matrix, local_shape

_LOOKED_AT = 5  # columns of a Jacobian too large to build
Kind = Literal["zero", "diagonal", "blocks", "dense", "sparse"]


@dataclass(frozen=True)
class Structure:
    """`kind` of a matrix of `rows` × `columns` with `filled` entries other than zero.

    `diagonal`: square, nothing beside the diagonal. `blocks`: so many equal blocks along the diagonal, nothing beside.
    `dense`: nothing is zero. Where it is too large to build, `filled` is None, and a column has at most `reach`
    entries other than zero, as far as was looked.
    """

    kind: Kind
    rows: int
    columns: int
    filled: int | None
    blocks: int
    reach: int


def structure(evaluation: Evaluation, edge: Edge) -> Structure:
    """The structure of the local Jacobian of `edge`, entries of the output × entries of the input.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=[[1, 2, 3], [4, 5, 6]])
    >>> y = graph.add("softmax", "y", x=x)
    >>> structure(evaluate(graph), Edge(x, y, "x"))
    Structure(kind='blocks', rows=6, columns=6, filled=18, blocks=2, reach=3)
    """
    out, given = local_shape(evaluation, edge)
    rows, columns = int(np.prod(out)), int(np.prod(given))
    if rows * columns <= LARGEST_JACOBIAN:
        return _of(local_matrix(evaluation, edge) != 0)
    work = evaluation.work_of(edge.target)
    assert work is not None
    if work.op.elementwise and out == given:
        return Structure("diagonal", rows, columns, None, rows, 1)
    places = sorted({round(place) for place in np.linspace(0, columns - 1, _LOOKED_AT)})
    looked = [local_column(evaluation, edge, tuple(map(int, np.unravel_index(place, given)))) for place in places]
    reach = max(int(np.count_nonzero(column)) for column in looked)
    kind: Kind = "dense" if reach == rows else "sparse" if reach else "zero"
    return Structure(kind, rows, columns, None, 0, reach)


def _of(filled: Array) -> Structure:
    rows, columns = filled.shape
    count, reach = int(filled.sum()), int(filled.sum(axis=0).max(initial=0))
    blocks = _blocks(filled) if count else 0
    kind: Kind = "sparse"
    if not count:
        kind = "zero"
    elif count == rows * columns:
        kind = "dense"
    elif blocks == rows == columns:
        kind = "diagonal"
    elif blocks:
        kind = "blocks"
    return Structure(kind, rows, columns, count, blocks, reach)


def _blocks(filled: Array) -> int:
    """How many equal blocks along the diagonal hold all that is filled, the most there are; 0 if there is but one."""
    rows, columns = filled.shape
    row, column = np.nonzero(filled)
    most = math.gcd(rows, columns)
    for blocks in (n for n in range(most, 1, -1) if most % n == 0):
        if np.array_equal(row // (rows // blocks), column // (columns // blocks)):
            return blocks
    return 0
