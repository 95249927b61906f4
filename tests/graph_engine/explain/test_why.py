"""Each answer, computed anew from nothing but its parts, gives the number that was asked about."""

from __future__ import annotations

import numpy as np
import pytest

from graph_engine import ops
from graph_engine.differentiate import forward_mode, gradients, local_derivative
from graph_engine.evaluate import evaluate
from graph_engine.explain import Question, answer_lines, why
from graph_engine.expression import plain
from graph_engine.graph import Edge, Graph
from graph_engine.storage import example, examples
from tests.random_graphs import random_graph


def every_question(graph, evaluation, found):
    """All that can be asked about a graph, whole and entry by entry."""
    for id, gradient in found.nodes.items():
        yield from whole_and_entries(Question("value", id), evaluation.value(id))
        yield from whole_and_entries(Question("gradient", id), gradient)
    for edge in graph.edges:
        if edge in found.edges:
            yield from whole_and_entries(Question("carried", edge), found.edges[edge])
        local = local_derivative(evaluation, edge)
        if local is not None and local.value is not None:
            yield from whole_and_entries(Question("local", edge), local.value)


def whole_and_entries(question, value):
    yield question, value
    if np.ndim(value):
        at = list(np.ndindex(np.shape(value)))
        for entry in at if len(at) <= 12 else at[:: len(at) // 12]:
            yield question.at(entry), value[entry]


def assert_answered(evaluation, found, question, value):
    answer = why(evaluation, found, question)
    assert answer is not None, question
    assert np.array_equal(answer.value, value, equal_nan=True), question
    again = answer.again()
    assert np.shape(again) == np.shape(value), question
    scale = max(1.0, float(np.max(np.abs(value), initial=0.0)))
    assert np.allclose(again, value, rtol=1e-12, atol=1e-12 * scale, equal_nan=True), question
    assert all(line is not None and plain(line) for line in answer_lines(answer))
    return answer


def test_an_entry_that_is_not_there_has_no_answer():
    graph = Graph()
    x = graph.add("variable", "x", value=[1.0, 2.0])
    y = graph.add("square", "y", x=x)
    z = graph.add("sum", "z", x=y)
    evaluation = evaluate(graph)
    found, ahead = gradients(evaluation, z), forward_mode(evaluation, x)
    square, total = Edge(x, y, "x"), Edge(y, z, "x")
    for kind, of in [("value", x), ("gradient", y), ("carried", square), ("local", square), ("local", total)]:
        assert why(evaluation, found, Question(kind, of, (1,))) is not None
        for entry in [(2,), (-1,), (), (0, 0)]:
            assert why(evaluation, found, Question(kind, of, entry)) is None, (kind, entry)
    assert why(evaluation, ahead, Question("tangent", y, (1,))) is not None
    assert why(evaluation, ahead, Question("tangent", y, (2,))) is None


def assert_leads_to_the_sources(evaluation, found, question):
    """Asking on and on ends, and only at sources, at the start of the backward pass, or at constants."""
    waiting, known = [question], set()
    while waiting:
        asked = waiting.pop()
        if asked in known:
            continue
        known.add(asked)
        answer = why(evaluation, found, asked)
        assert answer is not None, asked
        for part in [*answer.parts, *(part for term in answer.terms for part in term)]:
            if part.asks is not None:
                inner = why(evaluation, found, part.asks)
                assert inner is not None
                assert np.array_equal(inner.value, part.value, equal_nan=True), (asked, part)
        waiting += answer.asks[:3]
        if len(known) > 150:
            return


@pytest.mark.parametrize("op", ops.ALL, ids=lambda op: op.key)
def test_every_number_of_every_op_is_the_number_of_its_parts(op):
    for settings in ({}, *op.variants):
        for inputs in op.examples:
            graph = Graph()
            wires = {
                port: graph.add("variable", port, value=value)
                for port, value in zip(op.ports, inputs, strict=True)
                if value is not None
            }
            node = graph.add(op.key, "out", attributes=settings, **wires)
            evaluation = evaluate(graph)
            found = gradients(evaluation, node, seed=np.linspace(0.3, 1.7, np.size(evaluation.value(node))).reshape(
                np.shape(evaluation.value(node))))  # fmt: skip
            for question, value in every_question(graph, evaluation, found):
                assert_answered(evaluation, found, question, value)


@pytest.mark.parametrize("name", [entry.name for entry in examples() if entry.name != "mnist"])
def test_every_number_of_every_example_is_the_number_of_its_parts(name):
    document = example(name).open()
    evaluation = evaluate(document.graph)
    found = gradients(evaluation, document.target or document.graph.sinks()[-1])
    for question, value in every_question(document.graph, evaluation, found):
        assert_answered(evaluation, found, question, value)
        if np.ndim(value) == 0:
            assert_leads_to_the_sources(evaluation, found, question)


@pytest.mark.parametrize("seed", range(40))
def test_every_number_of_a_random_graph_is_the_number_of_its_parts(seed):
    grown, target = random_graph(seed)
    graph = grown.graph
    evaluation = evaluate(graph)
    found = gradients(evaluation, target)
    rng = np.random.default_rng(seed)
    asked = list(every_question(graph, evaluation, found))
    for place in rng.permutation(len(asked))[:60]:
        assert_answered(evaluation, found, *asked[place])


@pytest.fixture
def layer():
    """loss = sum(x·W + b), squared."""
    graph = Graph()
    x = graph.add("variable", "x", value=[[1.0, -2.0, 0.5], [0.0, 4.0, -1.0]])
    w = graph.add("parameter", "W", value=[[1.0, 2.0], [-2.0, 0.5], [0.5, -1.5]])
    b = graph.add("parameter", "b", value=[0.1, -0.2])
    z = graph.add("affine", "z", x=x, W=w, b=b)
    loss = graph.add("sum", "loss", x=graph.add("square", "s", x=z))
    return graph, loss


def test_one_cell_of_dW_is_a_row_that_meets_a_column(layer):
    graph, loss = layer
    evaluation = evaluate(graph)
    found = gradients(evaluation, loss)
    answer = why(evaluation, found, Question("gradient", graph.id_of("W"), (1, 0)))
    x, z = graph.id_of("x"), graph.id_of("z")
    assert [tuple(part.asks for part in term) for term in answer.terms] == [
        (Question("gradient", z, (row, 0)), Question("value", x, (row, 1))) for row in (0, 1)
    ]
    assert [str(sentence) for sentence in answer.said] == ["∂loss/∂z[:, 0] meets x[:, 1]: their products add up"]
    assert plain(answer_lines(answer)[0]) == "∂loss/∂W[1, 0] = xᵀ · ∂loss/∂z"
    assert answer.wires == {Edge(graph.id_of("W"), z, "W"), Edge(x, z, "x")}


def test_an_entry_that_is_nothing_is_listed_too(layer):
    graph, loss = layer
    evaluation = evaluate(graph)
    answer = why(evaluation, gradients(evaluation, loss), Question("gradient", graph.id_of("W"), (0, 1)))
    assert [term[1].value for term in answer.terms] == [1.0, 0.0]


def test_what_was_broadcast_comes_back_from_everywhere(layer):
    graph, loss = layer
    evaluation = evaluate(graph)
    answer = why(evaluation, gradients(evaluation, loss), Question("gradient", graph.id_of("b"), (1,)))
    assert [term[0].asks.entry for term in answer.terms] == [(0, 1), (1, 1)]
    assert [str(sentence) for sentence in answer.said] == ["it went into 2 places: what comes back from them adds up"]


def test_a_fan_out_adds_its_contributions():
    graph = Graph()
    b = graph.add("variable", "b", value=1)
    c = graph.add("add", "c", x=graph.add("variable", "a", value=2), y=b)
    e = graph.add("multiply", "e", x=c, y=graph.add("add", "d", x=b, y=graph.add("constant", "1", value=1)))
    evaluation = evaluate(graph)
    found = gradients(evaluation, e)
    answer = why(evaluation, found, Question("gradient", b))
    assert [term[0].value for term in answer.terms] == [2.0, 3.0]
    assert answer.wires == set(graph.edges_out(b))
    inner = why(evaluation, found, answer.asks[0])
    assert [part.value for term in inner.terms for part in term] == [2.0, 1.0]


def test_what_is_not_there_has_no_answer(layer):
    graph, loss = layer
    evaluation = evaluate(graph)
    assert why(evaluation, None, Question("gradient", loss)) is None
    assert why(evaluation, None, Question("value", "nothing")) is None
    assert why(evaluation, None, Question("local", Edge("nothing", loss, "x"))) is None


def test_a_source_was_given(layer):
    graph, _ = layer
    answer = why(evaluate(graph), None, Question("value", graph.id_of("W"), (2, 1)))
    assert (answer.value, answer.asks, answer.again()) == (-1.5, [], -1.5)


def lines(answer) -> list[str]:
    return [plain(line) for line in answer_lines(answer)]


def test_a_squared_error_says_how_large_its_batch_is_and_what_was_put_in():
    graph = Graph()
    y = graph.add("variable", "y", value=[[0.75], [1.5]])
    loss = graph.add("half_squared_error", "E", y=y, t=graph.add("constant", "t", value=[[0.5], [1.0]]))
    evaluation = evaluate(graph)
    found = gradients(evaluation, loss)
    carried = why(evaluation, found, Question("gradient", y, (0, 0)))
    assert lines(carried)[:2] == ["∂E/∂y[0, 0] = (∂E/∂E · (y − t))/batch", " = (1 · (0.75 − 0.5))/2"]
    assert (carried.again(), [ask.kind for ask in carried.asks]) == (0.125, ["gradient", "value", "value"])
    local = why(evaluation, found, Question("local", Edge(y, loss, "y"), (1, 0)))
    assert lines(local)[:2] == ["∂E/∂y[1, 0] = (y − t)/batch", " = (1.5 − 1)/2"]
    assert local.again() == 0.25
    assert lines(why(evaluation, found, Question("value", loss)))[1] == " = (Σ 1/2((2, 1) − (2, 1))²)/2"
