"""Scalar graphs as structures: building, planning, memory, one leaf changed, cost per node as the graph grows."""

from __future__ import annotations

import tracemalloc

from graph_engine import evaluate, gradients

from .peers import ours
from .recipe import recipe
from .report import Row
from .timing import best

LARGE = 100_000


def rows() -> list[Row]:
    return [*_build(), _memory(), *_one_leaf(), *_growth()]


def _build() -> list[Row]:
    try:
        from .peers import micrograd
    except ImportError:
        return []
    plan = recipe(LARGE)

    def built() -> None:
        graph, _ = ours.build(plan)
        evaluate(graph)

    theirs = best(lambda: micrograd.build(plan), seconds=1.0, least=2)
    return [Row("build and plan", f"{LARGE:,} nodes", best(built, seconds=1.0, least=2), "micrograd", theirs, "≤ 6×")]


def _memory() -> Row:
    """Bytes for each node, all told: graph, plan, values, gradients."""
    plan = recipe(LARGE)
    tracemalloc.start()
    graph, ids = ours.build(plan)
    held = gradients(evaluate(graph), ids[-1])
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del held
    return Row("memory", f"{LARGE:,} nodes", size / len(graph), "the budget", 2000.0, "≤ 2 kB a node", unit="B")


def _one_leaf() -> list[Row]:
    """A source that little depends on, and one that much depends on, against evaluating everything."""
    plan = recipe(10_000)
    graph, ids = ours.build(plan)
    evaluation = evaluate(graph)
    whole = best(lambda: evaluate(graph))
    found = []
    for place in (len(plan.leaves) - 1, 0):
        touched = len(evaluation.update([ids[place]]))
        each = best(lambda place=place: evaluation.update([ids[place]]))
        found.append(Row("one leaf changed", f"{touched:,} of 10,000 depend on it", each, "everything", whole))
    tail = graph.add("variable", "late", value=0.5)
    graph.add("add", x=ids[-1], y=tail)
    evaluation = evaluate(graph)
    late = best(lambda: evaluation.update([tail]))
    return [*found, Row("one leaf changed", "1 of 10,000 depends on it", late, "everything", whole)]


def _growth() -> list[Row]:
    """Time for each node at 100,000 nodes against that at 1,000."""
    each = {}
    for size in (1_000, LARGE):
        graph, ids = ours.build(recipe(size))
        work = ours.after_an_edit(graph, ids[-1])
        each[size] = best(work, seconds=1.0) / size
    return [Row("forward + reverse, a node", f"{LARGE:,} nodes", each[LARGE], "at 1,000 nodes", each[1_000], "≤ 2×")]
