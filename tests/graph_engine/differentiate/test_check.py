from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from graph_engine.differentiate import central_differences, check_edges, check_sources, error_by_step
from graph_engine.differentiate.check import natural_steps
from graph_engine.evaluate import nudged
from tests.whole_examples import WHOLE


def network(sizes, batch, dtype=float):
    """affine, relu, …, affine, softmax with loss."""
    rng = np.random.default_rng(0)
    graph = ge.Graph()
    x = graph.add("variable", "x", value=rng.random((batch, sizes[0])).astype(dtype))
    t = graph.add("constant", "t", value=rng.integers(0, sizes[-1], batch).astype(float))
    for layer, (before, after) in enumerate(pairwise(sizes)):
        W = graph.add("parameter", f"W{layer}", value=rng.normal(0, 0.5, (before, after)).astype(dtype))
        b = graph.add("parameter", f"b{layer}", value=rng.normal(0, 0.5, after).astype(dtype))
        x = graph.add("affine", f"z{layer}", x=x, W=W, b=b)
        if layer < len(sizes) - 2:
            x = graph.add("relu", f"a{layer}", x=x)
    return graph, graph.add("softmax_with_loss", "loss", x=x, t=t)


def one_at_a_time(graph, target, source, steps):
    """The textbook's way: every parameter moved alone, everything evaluated anew."""
    value, found = np.array(graph.node(source).value), np.empty(np.size(graph.node(source).value))
    for entry, h in enumerate(np.ravel(steps)):
        ends = []
        for by in (h, -h):
            moved = value.copy()
            moved.flat[entry] += by
            graph.set_value(source, moved)
            ends.append(ge.evaluate(graph).value(target))
        found[entry] = (ends[0] - ends[1]) / (2 * h)
    graph.set_value(source, value)
    return found.reshape(value.shape)


def test_batches_of_settings_give_what_one_at_a_time_gives():
    graph, loss = network((7, 6, 4), 3)
    evaluation = ge.evaluate(graph)
    for node in [node for node in graph.nodes if node.kind in ("parameter", "variable")]:
        numerical, _ = central_differences(evaluation, loss, node.id)
        naive = one_at_a_time(graph, loss, node.id, natural_steps(node.value))
        np.testing.assert_allclose(numerical, naive, rtol=0, atol=1e-9)


@pytest.mark.parametrize("example", WHOLE, ids=lambda e: e.name)
def test_every_example_passes(example):
    document = example.open()
    evaluation = ge.evaluate(document.graph)
    if max(np.size(value) for value in evaluation.values) > 1000:
        pytest.skip("among so many numbers, some lie within a step of relu's kink")
    verdicts = [*check_sources(evaluation, document.target), *check_edges(evaluation)]
    assert verdicts
    assert all(verdict.passed for verdict in verdicts), verdicts


def test_float32_is_checked_with_steps_that_suit_it():
    graph, loss = network((4, 3, 2), 2, np.float32)
    evaluation = ge.evaluate(graph)
    parameters = [node.id for node in graph.nodes if node.kind == "parameter"]
    assert all(v.passed for v in check_sources(evaluation, loss, parameters, tolerance=1e-2))


def test_a_wrong_rule_fails_at_its_own_wire_and_names_the_entry(monkeypatch):
    tanh = ops.by_key("tanh")
    wrong = replace(tanh, partials=lambda x, *, out: (np.where(x > 1, 0.9, 1.0) * (1 - out**2),))
    monkeypatch.setitem(ops._BY_KEY, "tanh", wrong)
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[0.1, 2.0, -0.4])
    y = graph.add("sum", "y", x=graph.add("tanh", "a", x=graph.add("square", "s", x=x)))
    evaluation = ge.evaluate(graph)
    failed = [v for v in check_edges(evaluation) if not v.passed]
    assert [graph.node(v.what.target).name for v in failed] == ["a"]
    (verdict,) = check_sources(evaluation, y)
    assert not verdict.passed
    assert verdict.element == (1,)
    assert verdict.relative == pytest.approx(0.1, rel=1e-3)


def test_the_error_falls_with_the_step_and_rises_again():
    graph = ge.example("sigmoid_taken_apart").open().graph
    curve = dict(error_by_step(ge.evaluate(graph), graph.id_of("y taken apart"), graph.id_of("x")))
    assert curve[1e-1] > curve[1e-3] > curve[1e-5] < curve[1e-9] < curve[1e-12]


@pytest.mark.parametrize("source", ["x", "W", "b"])
@pytest.mark.parametrize("layout", ["in_out", "out_in"])
def test_nudging_one_entry_equals_evaluating_anew(source, layout):
    rng = np.random.default_rng(2)
    values = {"x": rng.normal(size=(4, 3)), "W": rng.normal(size=(3, 2)), "b": rng.normal(size=2)}
    if layout == "out_in":
        values["W"] = values["W"].T.copy()
    graph = ge.Graph()
    ids = {name: graph.add("variable", name, value=value) for name, value in values.items()}
    out = graph.add("square", "out", x=graph.add("affine", attributes={"layout": layout}, **ids))
    found = nudged(
        ge.evaluate(graph), ids[source], out, np.arange(values[source].size), np.full(values[source].size, 0.5)
    )
    for entry in range(values[source].size):
        moved = values[source].copy()
        moved.flat[entry] += 0.5
        graph.set_value(ids[source], moved)
        np.testing.assert_allclose(found[entry], ge.evaluate(graph).value(out), rtol=1e-12)


@pytest.mark.slow
def test_the_784_50_10_network_is_checked_whole():
    graph, loss = network((784, 50, 10), 3)
    for node in [node for node in graph.nodes if node.kind == "parameter"]:
        graph.set_value(node.id, node.value * 0.02)
    evaluation = ge.evaluate(graph)
    parameters = [node.id for node in graph.nodes if node.kind == "parameter"]
    verdicts = list(check_sources(evaluation, loss, parameters))
    assert all(verdict.passed for verdict in verdicts)
    assert max(verdict.mean for verdict in verdicts) < 1e-9


def alone(key, value, **attributes):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=value)
    return ge.evaluate(graph), graph.add(key, "y", attributes=attributes, x=x)


@pytest.mark.parametrize(("key", "at"), [("relu", 0.0), ("absolute", 0.0), ("leaky_relu", 0.0), ("relu", 1e-7)])
def test_at_a_kink_any_slope_between_those_of_both_sides_passes(key, at):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[at, 1.0])
    y = graph.add("sum", "y", x=graph.add(key, "a", x=x))
    evaluation = ge.evaluate(graph)
    verdicts = [*check_sources(evaluation, y), *check_edges(evaluation)]
    assert all(verdict.passed for verdict in verdicts)
    kinks = int(at == 0 and key != "absolute")  # of |x| the slope halfway, 0, is chosen: central differences agree
    assert [verdict.kinks for verdict in verdicts] == [kinks, kinks, 0]


def test_a_slope_outside_the_kink_is_wrong():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=0.0)
    graph.add("custom", "y", attributes={"formula": "relu(x)", "dx": "1.5"}, x=x)
    (verdict,) = check_edges(ge.evaluate(graph))
    assert not verdict.passed
    assert (verdict.analytic, verdict.kinks) == (1.5, 0)


@pytest.mark.parametrize("at", [1e-3, 1e-7, 1e-12])
def test_close_to_where_a_function_ends_shorter_steps_are_taken(at):
    graph = ge.Graph()
    graph.add("log", "y", x=graph.add("variable", "x", value=at))
    (verdict,) = check_edges(ge.evaluate(graph))
    assert verdict.passed, verdict
    graph = ge.Graph()
    wrong = {"formula": "log(x)", "dx": "1.001/x"}
    graph.add("custom", "y", attributes=wrong, x=graph.add("variable", "x", value=at))
    (verdict,) = check_edges(ge.evaluate(graph))
    assert not verdict.passed, verdict


@pytest.mark.parametrize("x", [2.0, np.zeros((1, 3)), np.zeros((0, 3))])
def test_where_there_is_no_entry_there_is_nothing_to_check(x):
    graph = ge.Graph()
    source = graph.add("variable", "x", value=x)
    empty = graph.add("multiply", "empty", x=source, y=graph.add("constant", "c", value=np.zeros((0, 3))))
    total = graph.add("sum", "total", x=graph.add("add", "sum", x=empty, y=source))
    evaluation = ge.evaluate(graph)
    assert list(check_sources(evaluation, empty)) == []
    assert list(check_edges(evaluation)) == []
    assert all(verdict.passed for verdict in check_sources(evaluation, total))


def test_of_an_array_the_first_entry_is_moved_if_none_is_named():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[[3.0, 1.0]])
    y = graph.add("sum", "y", x=graph.add("power", "p", x=x, attributes={"n": 3}))
    [(_, error)] = error_by_step(ge.evaluate(graph), y, x, steps=[0.1])
    assert error == pytest.approx(0.01)
    assert error_by_step(ge.evaluate(graph), y, x, (0, 0), [0.1]) == [(0.1, error)]


def test_where_neither_slope_exists_nothing_is_wrong():
    graph = ge.Graph()
    graph.add("sqrt", "y", x=graph.add("variable", "x", value=0.0))
    (verdict,) = check_edges(ge.evaluate(graph))
    assert verdict.passed
