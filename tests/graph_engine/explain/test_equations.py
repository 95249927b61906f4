from __future__ import annotations

import pytest

from graph_engine.differentiate import gradients
from graph_engine.evaluate import evaluate
from graph_engine.explain import narrate, short, trace
from graph_engine.explain.equations import local_put_in, named_equation
from graph_engine.expression import pieces, plain
from graph_engine.graph import Edge, Graph
from graph_engine.storage import example
from tests.whole_examples import WHOLE


def marks(piece):
    """Every part that asks something."""
    if isinstance(piece, pieces.Marked):
        yield from [piece] if piece.asks is not None else marks(piece.inside)
        return
    for part in vars(piece).values():
        for inner in part if isinstance(part, tuple) else (part,):
            if hasattr(inner, "__dataclass_fields__"):
                yield from marks(inner)


def asked_value(question, evaluation, found):
    if question.kind == "value":
        return evaluation.value(question.of)
    return found.nodes[question.of] if question.kind == "gradient" else found.edge(question.of)


@pytest.mark.parametrize("name", [entry.name for entry in WHOLE])
def test_every_number_of_a_narration_is_the_one_it_asks_about(name):
    document = example(name).open()
    evaluation = evaluate(document.graph)
    target = document.target or document.graph.sinks()[-1]
    found, steps = gradients(evaluation, target), trace(evaluation, target)
    for position in range(1, len(steps) + 1):
        told = narrate(steps, position, evaluation, found)
        assert len(told.formulas) == len(told.lines)
        for mark in [mark for formula in filter(None, told.formulas) for mark in marks(formula)]:
            value = None if mark.asks.kind == "local" else asked_value(mark.asks, evaluation, found)
            if isinstance(value, float) and mark.role:
                assert mark.inside in (pieces.number(short(value)), mark.inside if "∂" in plain(mark) else None)


def test_the_equation_of_a_node_and_of_a_wire():
    graph = Graph()
    x, y = graph.add("variable", "x", value=3), graph.add("variable", "y", value=-3)
    z = graph.add("multiply", "z", x=x, y=y)
    evaluation = evaluate(graph)
    assert plain(named_equation(evaluation, z)) == "z = x × y = 3 × (−3) = −9"
    assert plain(local_put_in(evaluation, Edge(x, z, "x"))) == "∂z/∂x = y = −3"
