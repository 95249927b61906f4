from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import local_cell, local_column, local_matrix, local_shape, structure


def wired(op, shape, **attributes):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.random.default_rng(0).normal(size=shape))
    y = graph.add(op, "y", x=x, attributes=attributes) if attributes else graph.add(op, "y", x=x)
    return ge.evaluate(graph), ge.Edge(x, y, "x")


@pytest.mark.parametrize(
    ("op", "shape", "kind", "filled", "blocks"),
    [
        ("tanh", (2, 3), "diagonal", 6, 6),
        ("softmax", (4,), "dense", 16, 0),
        ("softmax", (2, 3), "blocks", 18, 2),
        ("sum", (5,), "dense", 5, 0),
        ("transpose", (2, 3), "sparse", 6, 0),
        ("exp", (), "dense", 1, 0),
    ],
)
def test_small_ones_are_read_off_the_matrix(op, shape, kind, filled, blocks):
    found = structure(*wired(op, shape))
    assert (found.kind, found.filled, found.blocks) == (kind, filled, blocks)


def test_relu_that_is_off_is_zero():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[-1, -2])
    y = graph.add("relu", "y", x=x)
    assert structure(ge.evaluate(graph), ge.Edge(x, y, "x")).kind == "zero"


def test_large_ones_are_looked_at_here_and_there():
    assert structure(*wired("tanh", (30, 30))).kind == "diagonal"
    found = structure(*wired("softmax", (30, 10)))
    assert (found.kind, found.filled, found.reach) == ("sparse", None, 10)
    assert structure(*wired("softmax", (300,))).kind == "dense"


def test_columns_and_cells_are_those_of_the_matrix():
    evaluation, edge = wired("softmax", (2, 3))
    matrix, (out, given) = local_matrix(evaluation, edge), local_shape(evaluation, edge)
    for column in np.ndindex(given):
        place = np.ravel_multi_index(column, given)
        np.testing.assert_array_equal(local_column(evaluation, edge, column).ravel(), matrix[:, place])
        for row in np.ndindex(out):
            assert local_cell(evaluation, edge, row, column) == matrix[np.ravel_multi_index(row, out), place]
