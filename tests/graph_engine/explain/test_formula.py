import math

import pytest

import graph_engine as ge
from graph_engine import explain, ops
from graph_engine.graph import Edge


@pytest.mark.parametrize(
    ("key", "attributes", "formula", "slopes"),
    [
        ("multiply", {}, "x × y", ["y", "x"]),
        ("divide", {}, "x / y", ["1 / y", "−z / y"]),
        ("power", {"n": 3.0}, "x³", ["3 × x²"]),
        ("power", {"n": 1.0}, "x", ["1"]),
        ("sigmoid", {}, "1 / (1 + exp(−x))", ["z × (1 − z)"]),
        ("tanh", {}, "tanh(x)", ["1 − z²"]),
        ("relu", {}, "max(x, 0)", ["[x > 0]"]),
        ("exp", {}, "exp(x)", ["z"]),
        ("reciprocal", {}, "1 / x", ["−z²"]),
    ],
)
def test_a_rule_writes_itself_down(key, attributes, formula, slopes):
    op = ops.by_key(key)
    assert explain.op_formula(op, attributes) == formula
    assert [explain.local_formula(op, attributes, port) for port in op.ports] == slopes


def test_names_and_numbers_are_put_in():
    document = ge.example("apple_tax").open()
    evaluation = ge.evaluate(document.graph)
    assert explain.with_names(document.graph, "n4") == "apple price × apple count"
    assert explain.with_numbers(evaluation, "n4") == "100 × 2"
    assert explain.local_with_numbers(evaluation, Edge("n1", "n4", "x")) == "2"


def test_names_that_read_as_formulas_stand_in_brackets():
    document = ge.example("sigmoid_taken_apart").open()
    assert explain.with_names(document.graph, "n3") == "exp((−x))"
    assert explain.with_names(document.graph, "n5") == "(exp(−x)) + 1"


def test_arrays_stand_as_their_shapes_and_open_ports_as_themselves():
    document = ge.example("classifier").open()
    evaluation = ge.evaluate(document.graph)
    assert explain.with_numbers(evaluation, "n5") == "(5, 2) · (2, 3) + (3,)"
    assert explain.with_names(document.graph, "n5") == "x · W + b"
    assert explain.local_with_numbers(evaluation, Edge("n1", "n5", "x")) is None
    graph = ge.Graph()
    layer = graph.add("affine", "layer", x=graph.add("variable", "pixels"))
    assert explain.with_names(graph, layer) == "pixels · W"


def test_the_slope_with_numbers_shows_what_was_put_in():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=-2)
    square = graph.add("power", "x²", x=x)
    inverse = graph.add("reciprocal", "1/x", x=x)
    evaluation = ge.evaluate(graph)
    assert explain.local_with_numbers(evaluation, Edge(x, square, "x")) == "2 × (−2)"
    assert explain.local_with_numbers(evaluation, Edge(x, inverse, "x")) == "−(−0.5)²"


def test_numbers_are_short_on_the_canvas_and_exact_on_request():
    assert explain.short(715.0000000000001) == "715"
    assert explain.exact(715.0000000000001) == "715.0000000000001"
    assert [explain.short(x) for x in (-math.inf, math.nan, 1e20, -0.0)] == ["−∞", "NaN", "1e20", "−0"]
    assert [explain.exact(x) for x in (math.inf, -2.0, 1e-7)] == ["∞", "−2", "1e−07"]


def test_arrays_are_shown_as_shapes_or_excerpts():
    value = ge.example("classifier").open().graph.node("n2").value
    assert explain.brief(value) == "(2, 3)"
    assert explain.one_line(value) == "(2, 3) [0.2, −0.4, 0.1, 0.5, …]"
    assert explain.full(value).startswith("[[ 0.2, −0.4,  0.1]")
    assert explain.full(value[:0]) == "(0, 3)"
    assert explain.full(2.5) == "2.5"


@pytest.mark.parametrize(
    ("op", "shown"),
    [("multiply", "b"), ("add", "1"), ("subtract", "1"), ("divide", "1 / b"), ("sum", "7")],
)
def test_a_local_derivative_in_the_names_of_nodes(op, shown):
    graph = ge.Graph()
    a, b = graph.add("variable", "a", value=2), graph.add("variable", "b", value=3)
    wired = {"x": a} if op == "sum" else {"x": a, "y": b}
    made = graph.add(op, "c", **wired)
    assert explain.local_with_names(graph, Edge(a, made, "x"), 7.0) == shown


@pytest.mark.parametrize(
    ("op", "shown"),
    [("sigmoid", "y × (1 − y)"), ("tanh", "(1 − y²)"), ("reciprocal", "(−y²)"), ("power", "2 × a"), ("negate", "(−1)")],
)
def test_what_is_a_sum_or_negative_stands_in_brackets(op, shown):
    graph = ge.Graph()
    a = graph.add("variable", "a", value=2)
    made = graph.add(op, "y", x=a)
    assert explain.local_with_names(graph, Edge(a, made, "x"), 0.0) == shown
