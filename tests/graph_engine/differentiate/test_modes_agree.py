"""On random scalar graphs, three ways to the same number, and one small change instead of a whole run."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import graph_engine as ge
from graph_engine import ops
from graph_engine.graph import same_value

KINKED = {"relu", "leaky_relu", "elu", "absolute", "maximum", "minimum"}
SMOOTH = sorted(op.key for op in ops.ALL if op.elementwise and op.needs is None and op.key not in KINKED)
ANY = sorted(op.key for op in ops.ALL if op.elementwise and op.needs is None)
NUMBERS = st.floats(-3, 3)
STEP = 1e-5


@st.composite
def graphs(draw, kinds=SMOOTH, sources=("x", "y", "z"), numbers=NUMBERS):
    graph = ge.Graph()
    ids = [graph.add("variable", name, value=draw(numbers)) for name in sources]
    for number in range(draw(st.integers(1, 8))):
        op = ops.by_key(draw(st.sampled_from(kinds)))
        wires = {port: draw(st.sampled_from(ids)) for port in op.ports}
        ids.append(graph.add(op.key, f"node {number}", **wires))
    return graph, ids


def tame(graph, evaluation):
    """No value near a pole, where a finite step means nothing."""
    return all(1e-2 < abs(evaluation.value(node.id)) < 20 for node in graph.nodes)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(graphs())
def test_reverse_mode_forward_mode_and_central_differences_agree(built):
    graph, ids = built
    evaluation, target = ge.evaluate(graph), ids[-1]
    assume(tame(graph, evaluation))
    back = ge.gradients(evaluation, target)
    for source in ids[:3]:
        ahead = ge.tangents(evaluation, source).get(target, 0.0)
        assert back.of(source, 0.0) == pytest.approx(ahead, rel=1e-9, abs=1e-12)
        difference = slope(graph, source, target)
        assume(math.isfinite(difference))
        assert ahead == pytest.approx(difference, rel=1e-3, abs=1e-4)


def slope(graph, source, target):
    here, ends = graph.node(source).value, []
    for side in (STEP, -STEP):
        graph.set_value(source, here + side)
        ends.append(ge.evaluate(graph).value(target))
    graph.set_value(source, here)
    return (ends[0] - ends[1]) / (2 * STEP)


@settings(max_examples=120, deadline=None)
@given(graphs(kinds=ANY, numbers=st.floats()), st.lists(st.tuples(st.integers(0, 2), st.floats()), max_size=6))
def test_one_change_taken_up_gives_the_values_of_a_whole_run(built, changes):
    graph, ids = built
    evaluation = ge.evaluate(graph)
    for source, number in changes:
        graph.set_value(ids[source], number)
        before = list(evaluation.values)
        touched = evaluation.update([ids[source]])
        whole = ge.evaluate(graph)
        assert all(same_value(evaluation.value(id), whole.value(id)) for id in ids)
        untouched = [slot for slot, id in enumerate(evaluation.plan.order) if id not in touched]
        assert all(evaluation.values[slot] is before[slot] for slot in untouched)


@settings(max_examples=60, deadline=None)
@given(graphs(), st.integers(1, 4))
def test_arrays_are_differentiated_entry_by_entry_like_scalars(built, size):
    graph, ids = built
    base = {id: graph.node(id).value for id in ids[:3]}
    columns = {id: base[id] + 0.25 * np.arange(size) for id in ids[:3]}
    expected = {id: [] for id in ids[:3]}
    for entry in range(size):
        for id in ids[:3]:
            graph.set_value(id, float(columns[id][entry]))
        found = ge.gradients(ge.evaluate(graph), ids[-1])
        for id in ids[:3]:
            expected[id].append(found.of(id, 0.0))
    for id in ids[:3]:
        graph.set_value(id, columns[id])
    found = ge.gradients(ge.evaluate(graph), ids[-1])
    for id in ids[:3]:
        np.testing.assert_allclose(found.of(id, columns[id]), expected[id], rtol=1e-6, atol=1e-12)


@settings(max_examples=60, deadline=None)
@given(graphs(ANY, numbers=st.floats(-1e3, 1e3)), st.data())
def test_one_wire_carries_what_it_carries_among_all(built, data):
    graph, ids = built
    evaluation, target = ge.evaluate(graph), data.draw(st.sampled_from(ids))
    alone, all_of_them = ge.gradients(evaluation, target), ge.gradients(evaluation, target).edges
    for edge in graph.edges:
        one = alone.edge(edge)
        assert (one is None) == (edge not in all_of_them)
        assert one is None or same_value(one, all_of_them[edge])
    assert graph.edge_count == len(list(graph.edges))
