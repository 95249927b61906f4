import pytest

import graph_engine as ge
from graph_engine.graph import Edge


@pytest.fixture
def timeline():
    document = ge.example("two_paths").open()
    return ge.trace(ge.evaluate(document.graph), document.target)


def test_the_timeline_is_the_forward_pass_then_the_backward_pass(timeline):
    assert (len(timeline), timeline.forward, timeline.derived) == (8, 3, 5)
    assert [step.phase for step in timeline.steps] == ["forward"] * 3 + ["backward"] * 5


def test_at_each_position_only_what_has_happened_is_seen(timeline):
    assert timeline.seen(0).values == frozenset()
    assert timeline.seen(2).values == {"n4", "n5"}
    assert timeline.seen(3).gradients == frozenset()
    assert timeline.seen(4).gradients == {"n6"}
    assert timeline.seen(5).edges == {Edge("n4", "n6", "x"), Edge("n5", "n6", "y")}


def test_a_gradient_that_is_a_sum_is_seen_only_when_all_contributions_are_in(timeline):
    assert "n2" not in timeline.seen(6).gradients
    assert "n2" not in timeline.seen(7).gradients
    assert "n2" in timeline.seen(8).gradients


def test_stepping_back_shows_what_was_seen_before(timeline):
    once = [timeline.seen(k) for k in range(9)]
    assert [timeline.seen(k) for k in reversed(range(9))] == once[::-1]
    assert timeline.step_at(0) is timeline.step_at(9) is None
    assert timeline.step_at(1) is timeline.steps[0]


def test_without_a_target_there_is_only_the_forward_pass():
    graph = ge.Graph()
    graph.add("negate", "a", x=graph.add("variable", "x"))
    graph.add("log", "open")
    evaluation = ge.evaluate(graph)
    assert (len(ge.trace(evaluation, None)), ge.trace(evaluation, "n3").derived) == (1, 0)
