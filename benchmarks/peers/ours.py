"""Gradcanvas."""

from __future__ import annotations

from graph_engine.differentiate import Program, gradients
from graph_engine.evaluate import evaluate
from graph_engine.graph import Graph

from ..recipe import Recipe


def build(recipe: Recipe) -> tuple[Graph, list[str]]:
    graph = Graph()
    ids = [graph.add("variable", f"x{i}", value=value) for i, value in enumerate(recipe.leaves)]
    for number, (kind, reads) in enumerate(recipe.steps):
        wires = dict(zip("xy", (ids[slot] for slot in reads), strict=False))
        ids.append(graph.add(kind, f"n{number}", **wires))
    return graph, ids


def after_an_edit(graph: Graph, target: str):
    """Forward and reverse over everything, as right after an edit."""
    return lambda: gradients(evaluate(graph), target).nodes


def in_a_loop(graph: Graph, target: str):
    """The same on one structure again and again, compiled before."""
    program = Program(evaluate(graph), target)
    program.run()

    def work() -> object:
        program.run()
        return program.slopes

    return work
