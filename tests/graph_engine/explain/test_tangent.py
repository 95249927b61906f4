"""Forward mode as a timeline, in words, as mathematics, and asked why."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import forward_mode, jacobian
from graph_engine.explain import Question, answer_lines, why
from graph_engine.expression import plain
from tests.random_graphs import random_graph


@pytest.fixture
def two_paths():
    document = ge.example("two_paths").open()
    evaluation = ge.evaluate(document.graph)
    return evaluation, forward_mode(evaluation, document.graph.id_of("b"))


def test_forward_mode_follows_the_forward_pass_on_the_timeline(two_paths):
    evaluation, found = two_paths
    timeline = ge.trace(evaluation, None, source=found.source)
    assert (timeline.forward, timeline.derived, timeline.source) == (3, 4, found.source)
    assert [step.kind for step in timeline.steps[3:]] == ["start", "push", "push", "push"]
    assert timeline.seen(4).tangents == {found.source}
    assert timeline.seen(4).moved == frozenset()
    assert timeline.seen(7).tangents == found.nodes.keys()
    assert timeline.seen(7).gradients == timeline.seen(7).edges == frozenset()


def test_a_step_says_local_times_tangent_in_words_and_as_mathematics(two_paths):
    evaluation, found = two_paths
    timeline = ge.trace(evaluation, None, source=found.source)
    told = ge.narrate(timeline, 7, evaluation, found)
    assert told.title == "Forward mode step 4 of 4: multiply “e”"
    assert told.lines == ("∂e/∂b = local × tangent = 2 × 1 + 3 × 1 = 5",)
    assert plain(told.formulas[0]) == "∂e/∂b = 2 × 1 + 3 × 1 = 5"
    forward = ge.narrate(timeline, 1, evaluation, found)
    assert forward.title.startswith("Forward step 1 of 3")


def test_an_array_that_moves_says_so_and_is_not_spelled_out():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[1.0, 2.0])
    y = graph.add("square", "y", x=x)
    evaluation = ge.evaluate(graph)
    found, timeline = forward_mode(evaluation, x), ge.trace(evaluation, None, source=x)
    first = ge.narrate(timeline, 2, evaluation, found)
    assert first.lines == ("“x” is an array: all its entries move by 1 together",)
    assert first.formulas == (None,)
    assert ge.narrate(timeline, 3, evaluation, found).lines == ("∂y/∂x = (2,) [2, 4]",)
    assert why(evaluation, found, Question("tangent", y, (1,))).again() == 4.0


def test_every_tangent_is_the_sum_of_what_its_answer_names():
    for seed in range(30):
        graph = random_graph(seed)[0].graph
        evaluation = ge.evaluate(graph)
        for source in [node.id for node in graph.nodes if node.is_source and evaluation.value(node.id) is not None][:2]:
            found = forward_mode(evaluation, source)
            for id, tangent in found.nodes.items():
                answer = why(evaluation, found, Question("tangent", id))
                np.testing.assert_allclose(answer.again(), tangent, rtol=1e-12, atol=1e-12)
                assert answer_lines(answer)


def test_the_tangents_of_a_scalar_are_the_columns_of_the_jacobian(two_paths):
    evaluation, found = two_paths
    for id, tangent in found.nodes.items():
        assert jacobian(evaluation, id, found.source).value == tangent


def test_what_is_no_tangent_has_no_answer(two_paths):
    evaluation, found = two_paths
    a = evaluation.graph.id_of("a")
    assert why(evaluation, found, Question("tangent", a)) is None
    assert why(evaluation, None, Question("tangent", found.source)) is None
    assert found.through(evaluation.graph.edges_out(a)[0]) is None
