"""The check finds each fault planted in a random graph, at its own wire, and accuses no healthy graph."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine import evaluate, ops
from graph_engine.differentiate import check_edges, check_sources
from graph_engine.graph import Edge
from tests.random_graphs import Grown

# Formulas with their derivatives by x and y, and slips that people make in one of them.
FORMULAS = [
    (("x*y + sin(x)", "y + cos(x)", "x"), [("dx", "cos(x)"), ("dx", "y - cos(x)"), ("dy", "y"), ("dy", "-x")]),
    (("tanh(x + y)", "1 - z²", "1 - z²"), [("dx", "1 - z"), ("dy", "1 + z²"), ("dx", "(1 - z²) * x"), ("dy", "z²")]),
    (("exp(x/4) * y", "z/4", "exp(x/4)"), [("dx", "z"), ("dx", "4*z"), ("dy", "z"), ("dy", "exp(y/4)")]),
    (("x^2 / (1 + y^2)", "2*x/(1 + y²)", "-2*y*z/(1 + y²)"), [("dx", "x/(1 + y²)"), ("dy", "2*y*z/(1 + y²)")]),
    (("sigmoid(x) + 0.1*y", "sigmoid(x)*(1 - sigmoid(x))", "0.1"), [("dx", "sigmoid(x)"), ("dy", "1"), ("dy", "")]),
]  # fmt: skip


def planted(seed: int, *, faulty: bool):
    """A random graph with a node of one's own, its loss, and the wire whose derivative is wrong (or None)."""
    grown = Grown(seed)
    for _ in range(grown.rng.integers(3, 12)):
        grown.grow()
    (formula, dx, dy), slips = FORMULAS[seed % len(FORMULAS)]
    right = {"formula": formula, "dx": dx, "dy": dy}
    slip = slips[grown.rng.integers(len(slips))] if faulty else ("dx", dx)
    while True:
        x = grown.any()
        y = grown.partner(x)
        suits = x != y and _visible(grown, x, y) and (not faulty or _differs(grown, right, slip, x, y))
        id = grown.add("custom", x, y, **{**right, slip[0]: slip[1]}) if suits else None
        if id is not None:
            break
        grown.source(())
    for _ in range(grown.rng.integers(3, 12)):
        grown.grow()
    wire = Edge(x, id, "x") if slip[0] == "dx" else Edge(y, id, "y")
    return evaluate(grown.graph), grown.loss(), wire if faulty else None


def _visible(grown: Grown, *ids: str) -> bool:
    return all(np.size(grown.values[id]) and np.all(np.abs(grown.values[id]) < 4) for id in ids)


def _differs(grown, right, slip, x, y) -> bool:
    """Whether the slip can be seen in the numbers at this very point."""
    place, values = ("dx", "dy").index(slip[0]), (grown.values[x], grown.values[y])
    op, settings = ops.by_key("custom"), {**right, "dw": ""}
    out = op.forward(*values, **settings)
    ends = [
        np.broadcast_to(op.partials(*values, out=out, **s)[place], out.shape)
        for s in (settings, {**settings, slip[0]: slip[1]})
    ]
    return bool(np.max(np.abs(ends[0] - ends[1])) > 1e-2)


def assert_found(seed: int) -> None:
    evaluation, loss, wire = planted(seed, faulty=True)
    evaluation = evaluate(evaluation.graph)
    failed = [verdict.what for verdict in check_edges(evaluation) if not verdict.passed]
    assert failed == [wire]
    assert list(check_sources(evaluation, loss))


def assert_not_accused(seed: int) -> None:
    evaluation, loss, _ = planted(seed, faulty=False)
    evaluation = evaluate(evaluation.graph)
    verdicts = [*check_edges(evaluation), *check_sources(evaluation, loss)]
    assert [verdict for verdict in verdicts if not verdict.passed] == []


@pytest.mark.parametrize("seed", range(25))
def test_a_fault_is_found_at_its_own_wire(seed):
    assert_found(seed)


@pytest.mark.parametrize("seed", range(25))
def test_a_healthy_graph_is_not_accused(seed):
    assert_not_accused(seed)


@pytest.mark.slow
@pytest.mark.parametrize("fifty", range(10))
def test_five_hundred_graphs_with_and_without_a_fault(fifty):
    for seed in range(1000 + 50 * fifty, 1050 + 50 * fifty):
        assert_found(seed)
        assert_not_accused(seed)
