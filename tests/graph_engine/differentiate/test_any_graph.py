"""On graphs that nobody would draw, nothing breaks, and every way of differentiating comes to the same numbers."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import Paths, Program, check_edges, check_sources, course, nudge, structure
from tests.odd_graphs import Drawn

FEW = 50  # paths


def close(one, other, *, loose):
    """Whether both are the same numbers; what overflows in one order of work need not in another."""
    a, b = np.asarray(one, float).ravel(), np.asarray(other, float).ravel()
    assert a.shape == b.shape
    tame = np.isfinite(a) & np.isfinite(b) & (np.abs(a) < 1e6) & (np.abs(b) < 1e6)
    tolerance = 2e-3 if loose else 1e-7
    return not tame.all() or np.allclose(a, b, rtol=tolerance, atol=tolerance)


def assert_nothing_breaks(drawn):
    evaluation = ge.evaluate(drawn.graph)
    list(ge.births(evaluation))
    target = drawn.choose.choice(drawn.ids)
    if evaluation.value(target) is None:
        return
    loose = any(getattr(value, "dtype", None) == np.float32 for value in evaluation.values)
    by_hand = drawn.odd or any(node.kind == "custom" for node in drawn.graph.nodes)  # its slopes may be wrong
    found = ge.gradients(evaluation, target)
    for source in drawn.sources:
        value = evaluation.value(source)
        rows, columns = (ge.jacobian(evaluation, target, source, mode=mode).value for mode in ("reverse", "forward"))
        assert np.shape(rows) == np.shape(columns) == np.shape(evaluation.value(target)) + np.shape(value)
        assert by_hand or close(rows, columns, loose=loose)
        gradient = found.of(source, value)
        assert np.shape(gradient) == np.shape(value)
        assert np.asarray(gradient).dtype == np.asarray(value).dtype
        paths = Paths(evaluation, source, target)
        if paths.count < FEW:
            assert by_hand or close(paths.total, rows, loose=loose)
            assert len(list(paths)) == len(list(paths.routes())) == paths.count
        if np.size(value):
            nudge(evaluation, source, 0.01)
            course(evaluation, target, source, 1.0, element=(0,) * np.ndim(value), count=3)
    list(check_sources(evaluation, target))
    list(check_edges(evaluation))
    for edge in found.edges:
        assert ge.local_derivative(evaluation, edge) is not None
        structure(evaluation, edge)
    assert_a_program_agrees(evaluation, target, found, loose)


def assert_a_program_agrees(evaluation, target, found, loose):
    program = Program(evaluation, target)
    value = program.run()
    assert np.shape(value) == np.shape(evaluation.value(target))
    assert close(value, evaluation.value(target), loose=loose)
    for id, gradient in program.gradients.items():
        expected = found.nodes[id]
        assert np.shape(gradient) == np.shape(expected)
        assert np.ndim(expected) == 0 or np.asarray(gradient).dtype == expected.dtype
        assert close(gradient, expected, loose=loose)


@pytest.mark.parametrize("odd", [False, True])
@pytest.mark.parametrize("twenty", range(10))
def test_nothing_breaks_and_all_ways_agree(twenty, odd):
    for seed in range(20 * twenty, 20 * twenty + 20):
        assert_nothing_breaks(Drawn(seed, odd))


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(60))
def test_nothing_breaks_on_thousands_more(hundred):
    for seed in range(1000 + 100 * hundred, 1100 + 100 * hundred):
        assert_nothing_breaks(Drawn(seed, seed % 4 == 0))
