"""A node whose formula and derivatives are text."""

import math

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import explain, ops
from graph_engine.differentiate import check_edges
from graph_engine.errors import GraphError, ValueMismatch
from graph_engine.graph import Edge
from graph_engine.storage import from_bytes, to_bytes


def alone(value, **texts):
    """A custom node fed by sources named like its inputs."""
    graph = ge.Graph()
    ids = {port: graph.add("variable", port, value=number) for port, number in value.items()}
    return graph, ids, graph.add("custom", "out", attributes=texts, **ids)


def test_value_gradient_and_forward_mode_are_those_of_the_texts():
    texts = {"formula": "x*y + sin(x)", "dx": "y + cos(x)", "dy": "x"}
    graph, ids, out = alone({"x": 0.5, "y": 3.0}, **texts)
    evaluation = ge.evaluate(graph)
    assert evaluation.value(out) == 0.5 * 3 + math.sin(0.5)
    found = ge.gradients(evaluation, out)
    assert found.nodes[ids["x"]] == 3 + math.cos(0.5)
    assert found.nodes[ids["y"]] == 0.5
    assert ge.tangents(evaluation, ids["x"])[out] == found.nodes[ids["x"]]
    assert all(verdict.passed for verdict in check_edges(evaluation))
    assert explain.op_formula(graph.node(out).op, graph.node(out).attributes) == "x × y + sin(x)"
    assert explain.with_numbers(evaluation, out) == "0.5 × 3 + sin(0.5)"
    assert explain.local_with_numbers(evaluation, Edge(ids["x"], out, "x")) == "3 + cos(0.5)"


def test_three_inputs_broadcast_and_a_derivative_may_use_the_value():
    x, y, w = np.array([[0.5], [1.0]]), np.array([1.0, 2.0, 3.0]), 0.25
    texts = {"formula": "w*x^2/y", "dx": "2*z/x", "dy": "-z/y", "dw": "x²/y"}
    graph, _, out = alone({"x": x, "y": y, "w": w}, **texts)
    evaluation = ge.evaluate(graph)
    np.testing.assert_allclose(evaluation.value(out), w * x**2 / y, rtol=1e-15)
    assert all(verdict.passed for verdict in check_edges(evaluation))
    total = graph.add("sum", "total", x=out)
    assert all(verdict.passed for verdict in ge.check_sources(ge.evaluate(graph), total))


def test_a_wrong_derivative_fails_at_its_own_wire_only():
    graph, ids, out = alone({"x": 0.5, "y": 3.0}, formula="x*y", dx="y", dy="-x")
    graph.add("square", "loss", x=out)
    failed = [verdict for verdict in check_edges(ge.evaluate(graph)) if not verdict.passed]
    assert [verdict.what for verdict in failed] == [Edge(ids["y"], out, "y")]
    assert (failed[0].analytic, round(failed[0].numerical, 6)) == (-0.5, 0.5)


def test_its_inputs_are_the_names_in_its_formula():
    graph = ge.Graph()
    out = graph.add("custom", "out", attributes={"formula": "exp(w)", "dw": "z"})
    assert [problem.port for problem in ge.evaluate(graph).plan.problems[out]] == ["w"]
    w = graph.add("variable", "w", value=1.0)
    graph.connect(Edge(w, out, "w"))
    evaluation = ge.evaluate(graph)
    assert evaluation.value(out) == math.e
    assert ge.gradients(evaluation, out).nodes[w] == math.e
    assert explain.with_names(graph, out) == "exp(w)"


def test_an_input_it_no_longer_names_changes_nothing():
    graph, ids, out = alone({"x": 2.0, "y": np.ones(3)}, formula="3*x", dx="3", dy="x")
    evaluation = ge.evaluate(graph)
    assert evaluation.value(out) == 6
    assert np.array_equal(ge.gradients(evaluation, out).nodes[ids["y"]], np.zeros(3))


@pytest.mark.parametrize("x", [2.0, np.ones((2, 3))])
@pytest.mark.parametrize("y", [np.ones(3), np.ones((0, 2, 3)), np.ones((2, 1, 3))])
def test_an_input_that_it_does_not_name_may_have_any_shape(x, y):
    graph, ids, out = alone({"x": x, "y": y}, formula="3*x", dx="3", dy="x")
    total = graph.add("sum", "total", x=out)
    evaluation = ge.evaluate(graph)
    np.testing.assert_array_equal(ge.tangents(evaluation, ids["y"])[out], np.zeros(np.shape(x)))
    assert np.all(ge.local_derivative(evaluation, Edge(ids["y"], out, "y")).value == 0)
    program = ge.Program(evaluation, total, [ids["y"]])
    program.run()
    for found in (ge.gradients(evaluation, total).nodes, program.gradients):
        np.testing.assert_array_equal(found[ids["y"]], np.zeros(y.shape))


def test_a_formula_that_names_nothing_runs_in_programs():
    graph, ids, out = alone({"x": np.ones(3)}, formula="3", dx="0")
    total = graph.add("sum", "total", x=graph.add("multiply", "scaled", x=out, y=ids["x"]))
    program = ge.Program(ge.evaluate(graph), total, [ids["x"]])
    assert program.run() == 9
    np.testing.assert_array_equal(program.gradients[ids["x"]], [3, 3, 3])


def test_a_derivative_larger_than_the_value_is_no_number():
    graph, ids, out = alone({"x": 2.0, "y": np.ones(3)}, formula="x^2", dx="2*x*y")
    evaluation = ge.evaluate(graph)
    assert math.isnan(ge.gradients(evaluation, out).nodes[ids["x"]])
    assert math.isnan(ge.tangents(evaluation, ids["x"])[out])


def test_an_input_that_only_a_derivative_names_is_needed():
    graph, _, out = alone({"x": 2.0}, formula="sin(x)", dx="y", dy="w")
    (problem,) = ge.evaluate(graph).plan.problems[out]
    assert problem.port == "y"
    assert "needs a wire into y" in problem.sentence


def test_an_empty_derivative_is_zero():
    graph, ids, out = alone({"x": 2.0}, formula="3*x", dx="")
    assert ge.gradients(ge.evaluate(graph), out).nodes[ids["x"]] == 0


def test_a_constant_formula_and_float32():
    graph, _, out = alone({"x": np.ones(3, np.float32)}, formula="0.1*x + 2", dx="0.1")
    evaluation = ge.evaluate(graph)
    assert evaluation.value(out).dtype == np.float32
    assert ge.gradients(evaluation, out).nodes["n1"].dtype == np.float32


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("formula", "x*", "formula: column 3: a number, a name or ( is missing here"),
        ("formula", "", "formula: column 1: a number, a name or ( is missing here"),
        ("formula", "x + q", "formula: column 5: there is no “q” here; there are: x, y, w"),
        ("formula", "z + x", "formula: column 1: there is no “z” here; there are: x, y, w"),
        ("dx", "q", "dx: column 1: there is no “q” here; there are: x, y, w, z"),
        ("formula", "__import__(x)", "formula: column 1: there is no function “__import__”"),
        ("formula", "x.real", "formula: column 2: “.” can't be read"),
        ("formula", "sin(x, y)", "formula: column 1: sin takes 1 arguments, not 2"),
        ("formula", "+".join("x" * 100), "operations are nested more than 60 deep"),
        ("formula", "x" * 1000, "more than 400 characters"),
        ("formula", "(" * 90 + "x" + ")" * 90 + "*" * 3, "column"),
    ],
)
def test_what_can_not_be_read_is_refused_with_its_column(name, text, why):
    attribute = ops.by_key("custom").attribute(name)
    with pytest.raises(ValueMismatch) as refused:
        attribute.read(text)
    assert why in str(refused.value)
    with pytest.raises(GraphError):
        ge.Graph().add("custom", attributes={name: text})


@pytest.mark.parametrize(
    "text", ["x" + "+1" * 58, "(" * 59 + "x" + ")" * 59, "-" * 58 + "x", "sin(" * 58 + "x" + ")" * 58]
)
def test_the_deepest_that_is_let_pass_is_computed_and_said(text):
    graph, ids, out = alone({"x": 0.5}, formula=text, dx="1")
    evaluation = ge.evaluate(graph)
    assert math.isfinite(evaluation.value(out))
    assert explain.with_numbers(evaluation, out)
    assert ge.gradients(evaluation, out).nodes[ids["x"]] == 1


@pytest.mark.parametrize("part", ["10^400", "(-2)^0.5", "0^-1", "1/0", "log(0)", "log(-1)", "exp(1000)", "1e308*10"])
def test_numbers_outside_the_range_are_infinite_or_nan_in_every_way_of_running(part):
    for x in (2.0, np.array([2.0, 3.0])):
        graph, ids, out = alone(dict.fromkeys("xyw", x), formula=f"x*y*w + {part}", dx=part, dy="x", dw="x")
        total = graph.add("sum", "total", x=out)
        evaluation = ge.evaluate(graph)
        value, slope = evaluation.value(out), ge.gradients(evaluation, out).nodes[ids["x"]]
        assert not np.isfinite(value).any()
        assert not np.isfinite(slope).any()
        program = ge.Program(evaluation, total, [ids["x"]])
        assert not math.isfinite(program.run())
        np.testing.assert_array_equal(program.gradients[ids["x"]], slope)
        assert explain.with_numbers(evaluation, out)


def test_numbers_of_the_formula_take_the_precision_of_the_arrays():
    graph, ids, out = alone({"x": np.array([2.0, 3.0], np.float32)}, formula="x*(1/3) + sin(2)", dx="2^0.5/3")
    evaluation = ge.evaluate(graph)
    assert evaluation.value(out).dtype == np.float32
    assert ge.gradients(evaluation, out).nodes[ids["x"]].dtype == np.float32


def test_files_keep_it(tmp_path):
    graph, _, out = alone({"x": 0.5, "y": 3.0}, formula="x*y + sin(x)", dx="y + cos(x)", dy="x")
    document = ge.Document(graph, {node.id: (0.0, 0.0) for node in graph.nodes}, out)
    data = to_bytes(document)
    again = from_bytes(data)
    assert again.graph.node(out).attributes == graph.node(out).attributes
    assert to_bytes(again) == data


def test_programs_run_it_on_floats_and_arrays():
    for x in (0.5, np.array([0.5, 2.0])):
        graph, ids, out = alone({"x": x, "w": 2.0}, formula="w*exp(x)", dx="z", dw="exp(x)")
        total = graph.add("sum", "total", x=out)
        evaluation = ge.evaluate(graph)
        program = ge.Program(evaluation, total, [ids["x"], ids["w"]])
        assert program.run() == evaluation.value(total)
        found = ge.gradients(evaluation, total)
        for id in ids.values():
            np.testing.assert_allclose(program.gradients[id], found.nodes[id], rtol=1e-14)
