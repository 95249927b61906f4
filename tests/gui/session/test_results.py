"""Catching up with an edit gives what computing everything afresh gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_engine.document import compose, edits
from graph_engine.graph import Edge, make_node, same_value
from graph_engine.storage import example
from gui.session import Session
from gui.session.results import Results

EXAMPLES = ("apple_tax", "two_paths", "square_of_sum", "sigmoid_taken_apart", "classifier")


def assert_up_to_date(session):
    """Everything the session says equals what a fresh evaluation says."""
    now, fresh, graph = session.results, Results(session.document), session.document.graph
    assert now.target == fresh.target
    assert now.trace == fresh.trace
    assert [*now.problems] == [*fresh.problems]
    for node in graph.nodes:
        assert same_value(now.value(node.id), fresh.value(node.id))
        assert same_value(now.gradient(node.id), fresh.gradient(node.id))
        assert now.problems.get(node.id) == fresh.problems.get(node.id)
    for edge in graph.edges:
        assert same_value(now.edge_gradient(edge), fresh.edge_gradient(edge))
        mine, theirs = now.local(edge), fresh.local(edge)
        assert (mine is None) == (theirs is None)
        assert mine is None or (mine.kind == theirs.kind and same_value(mine.value, theirs.value))


VALUES = st.sampled_from(
    [0.0, 1.0, -2.5, 1e300, float("nan"), float("inf"), [1.0, 2.0], [[1.0, 2.0, 3.0]], np.ones((5, 3))]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(EXAMPLES), data=st.data())
def test_a_changed_value_is_followed_as_if_everything_were_computed_afresh(qapp, name, data):
    session = Session(example(name).open())
    sources = [node.id for node in session.document.graph.nodes if node.is_source]
    for _ in range(data.draw(st.integers(1, 4))):
        session.do(edits.SetValue(data.draw(st.sampled_from(sources)), data.draw(VALUES)), "Change value")
        assert_up_to_date(session)
    while session.history.canUndo():
        session.history.undo()
    assert_up_to_date(session)


def test_a_changed_structure_is_followed(session, id_of):
    tax, price = id_of("tax"), id_of("price")
    for edit in (
        edits.Disconnect(Edge(tax, price, "y")),
        edits.AddNode(make_node("n9", "power", "square")),
        edits.Connect(Edge(tax, "n9", "x")),
        edits.Connect(Edge("n9", price, "y")),
        edits.SetAttribute("n9", "n", 3.0),
        edits.SetTarget("n9"),
        edits.SetTarget(None),
    ):
        session.do(edit, "Something")
        assert_up_to_date(session)
    while session.history.canUndo():
        session.history.undo()
        assert_up_to_date(session)


def test_a_value_and_the_target_changed_together_are_both_followed(session, id_of):
    both = edits.Together((edits.SetValue(id_of("tax"), 2.0), edits.SetTarget(id_of("apple total"))))
    session.do(both, "Both")
    assert session.results.target == id_of("apple total")
    assert_up_to_date(session)


@pytest.mark.parametrize("wrong", [[1.0, 2.0, 3.0], float("nan")])
def test_a_problem_names_the_node_as_it_is_called_now(session, id_of, wrong):
    session.do(edits.SetValue(id_of("apple price"), [1.0, 2.0]), "Change value")
    session.do(edits.SetValue(id_of("apple count"), wrong), "Change value")
    session.do(edits.Rename(id_of("apple total"), "subtotal"), "Rename")
    assert_up_to_date(session)
    sentences = [str(p.sentence) for found in session.results.problems.values() for p in found]
    assert any("subtotal" in sentence for sentence in sentences) or wrong != wrong
    assert not any("apple total" in sentence for sentence in sentences)


def test_a_missing_input_names_the_node_as_it_is_called_now(session, id_of):
    session.do(compose.remove(session.document, [id_of("tax")]), "Delete")
    session.do(edits.Rename(id_of("price"), "cost"), "Rename")
    assert [str(p.sentence) for p in session.results.problems[id_of("cost")]] == ["“cost” needs a wire into y"]
    assert_up_to_date(session)


def test_moving_a_node_computes_nothing(session, id_of):
    before = session.results.evaluation, session.results.gradients
    session.do(edits.Move(((id_of("tax"), (1, 2)),)), "Move")
    assert (session.results.evaluation, session.results.gradients) == before
