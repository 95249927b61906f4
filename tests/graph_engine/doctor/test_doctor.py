"""The doctor finds each illness where it starts, and nothing in the examples that are well."""

from __future__ import annotations

import math

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.doctor import RULES, examine
from tests.whole_examples import WHOLE

ILL = {"twenty_sigmoids": ["vanishing"], "saturated_sigmoid": ["saturated"], "equal_weights": ["symmetric"]}


def examined(graph, target):
    evaluation = ge.evaluate(graph)
    return examine(evaluation, ge.gradients(evaluation, target))


def found(graph, target):
    return {(finding.rule, graph.node(finding.node).name) for finding in examined(graph, target)}


def layers(kind, *, depth=2, scale=0.5, seed=0, bias=0.0, rows=20):
    """x → (affine, `kind`) × depth → affine → softmax with loss."""
    rng, graph = np.random.default_rng(seed), ge.Graph()
    x = graph.add("constant", "x", value=rng.normal(size=(rows, 4)))
    for layer in range(depth):
        W = graph.add("parameter", f"W{layer}", value=scale * rng.normal(size=(4, 4)))
        b = graph.add("parameter", f"b{layer}", value=np.full(4, bias))
        x = graph.add(kind, f"a{layer}", x=graph.add("affine", f"z{layer}", x=x, W=W, b=b))
    W = graph.add("parameter", "W out", value=rng.normal(size=(4, 3)))
    t = graph.add("constant", "t", value=rng.integers(0, 3, rows).astype(float))
    return graph, graph.add("softmax_with_loss", "loss", x=graph.add("dot", "scores", x=x, W=W), t=t)


@pytest.mark.parametrize("example", WHOLE, ids=lambda example: example.name)
def test_the_examples_are_well_but_for_those_that_show_an_illness(example):
    document = example.open()
    rules = [finding.rule for finding in examined(document.graph, document.target)]
    assert rules == ILL.get(example.name, [])


@pytest.mark.parametrize("kind", ["sigmoid", "tanh", "relu", "softplus"])
@pytest.mark.parametrize("seed", range(5))
def test_a_network_that_starts_well_is_well(kind, seed):
    graph, loss = layers(kind, seed=seed, bias=0.1 if kind == "relu" else 0.0, rows=60)
    assert found(graph, loss) <= {("dead_relu", "a0"), ("dead_relu", "a1")}


def test_the_gradient_that_vanishes_names_its_factors():
    document = ge.example("twenty_sigmoids").open()
    graph = document.graph
    evaluation = ge.evaluate(graph)
    gradients = ge.gradients(evaluation, document.target)
    (finding,) = examine(evaluation, gradients)
    assert graph.node(finding.node).name == "x"
    gradient = gradients.nodes[finding.node]
    assert 1.2e-13 < gradient < 1.4e-13
    assert len(finding.chain) == 20
    assert math.prod(link.factor for link in finding.chain) == pytest.approx(gradient, rel=1e-12)
    for link in finding.chain:
        assert link.factor == pytest.approx(gradients.edges[link.edge] / gradients.nodes[link.edge.target], rel=1e-15)
    assert "20 factors below 0.5 multiply to 1.3" in finding.sentence


def test_deep_sigmoid_layers_vanish_and_deep_relu_layers_of_large_weights_explode():
    graph, loss = layers("sigmoid", depth=12)
    assert {rule for rule, _ in found(graph, loss)} == {"vanishing"}
    graph, loss = layers("leaky_relu", depth=14, scale=4.0)
    assert "exploding" in {rule for rule, _ in found(graph, loss)}


def test_a_small_error_is_no_vanishing_gradient():
    graph = ge.Graph()
    x = graph.add("parameter", "x", value=1.0)
    for place in range(4):
        x = graph.add("sin", f"s{place}", x=x)
    y = ge.evaluate(graph).value(x)
    graph.add("half_squared_error", "loss", y=x, t=graph.add("constant", "t", value=y + 1e-9))
    assert found(graph, graph.id_of("loss")) == set()


def test_a_dead_relu_and_dead_units():
    graph, loss = layers("relu", bias=-50.0)
    assert ("dead_relu", "a0") in found(graph, loss)
    graph, loss = layers("relu", depth=1, bias=0.5, rows=40)
    graph.set_value(graph.id_of("b0"), [1.0, -100.0, 1.0, 1.0])
    (finding,) = examined(graph, loss)
    assert finding.sentence == "1 of 4 units of relu “a0” are dead: no row of this batch switches them on"


def test_a_saturated_sigmoid_lets_next_to_nothing_back_and_cross_entropy_does():
    document = ge.example("saturated_sigmoid").open()
    graph = document.graph
    evaluation = ge.evaluate(graph)
    gradients = ge.gradients(evaluation, document.target)
    (finding,) = examine(evaluation, gradients)
    assert graph.node(finding.node).kind == "sigmoid"
    carried = {
        graph.node(edge.target).kind: value
        for edge, value in gradients.edges.items()
        if edge.source == graph.id_of("z")
    }
    y = evaluation.value(graph.id_of("y"))
    assert carried["sigmoid"] == pytest.approx((y - 1) * y * (1 - y), rel=1e-12)
    assert abs(carried["sigmoid"]) < 1e-3
    assert carried["sigmoid_with_loss"] == pytest.approx(y - 1, rel=1e-12)
    assert finding.chain[0].factor == pytest.approx(y * (1 - y), rel=1e-12)


def test_a_saturated_sigmoid_that_is_right_is_left_alone():
    document = ge.example("saturated_sigmoid").open()
    document.graph.set_value(document.graph.id_of("t"), 0.0)
    assert examined(document.graph, document.target) == []


def test_equal_weights_stay_equal_and_one_that_differs_is_enough():
    document = ge.example("equal_weights").open()
    graph = document.graph
    assert {rule for rule, _ in found(graph, document.target)} == {"symmetric"}
    for node in [node for node in graph.nodes if node.kind == "parameter" and np.ndim(node.value) == 2]:
        drawn = np.random.default_rng(1).normal(size=np.shape(node.value))
        graph.set_value(node.id, drawn)
    assert found(graph, document.target) == set()


def test_equal_weights_of_a_single_layer_learn():
    graph, loss = layers("sigmoid", depth=0)
    graph.set_value(graph.id_of("W out"), np.zeros((4, 3)))
    assert found(graph, loss) == set()


def test_a_parameter_nobody_needs_and_a_nan_at_birth():
    graph = ge.Graph()
    w = graph.add("parameter", "w", value=-1.0)
    graph.add("parameter", "spare", value=2.0)
    y = graph.add("square", "y", x=graph.add("log", "l", x=w))
    assert found(graph, y) == {("unused", "spare"), ("not_a_number", "l")}


def test_a_graph_without_a_target_is_examined_too():
    graph = ge.Graph()
    graph.add("log", "l", x=graph.add("variable", "x", value=-1.0))
    assert [finding.rule for finding in examine(ge.evaluate(graph), None)] == ["not_a_number"]


def test_each_rule_is_a_file():
    assert len(RULES) == 7


def test_every_finding_says_what_helps():
    graph, loss = layers("sigmoid", depth=12)
    for finding in examined(graph, loss):
        assert finding.helps.endswith(".")
        assert finding.sentence
