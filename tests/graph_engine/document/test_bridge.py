"""Removed nodes whose neighbours are joined."""

from __future__ import annotations

import pytest

from graph_engine.document import bridge, from_formula
from graph_engine.errors import Refused


def names(document, id):
    return [document.graph.node(source).name for source in document.graph.inputs(document.graph.id_of(id)).values()]


def test_what_fed_it_feeds_what_it_fed():
    document = from_formula("y = exp(sin(x)) + sin(x)")
    inverse = bridge(document, [document.graph.id_of("sin")]).apply(document)
    assert names(document, "exp") == ["x"]
    assert names(document, "y") == ["exp", "x"]
    inverse.apply(document)
    assert names(document, "y") == ["exp", "sin"]


def test_what_hangs_together_goes_as_one_piece():
    document = from_formula("y = cos(exp(sin(x)))")
    bridge(document, [document.graph.id_of("sin"), document.graph.id_of("exp")]).apply(document)
    assert names(document, "y") == ["x"]


def test_both_inputs_from_one_node_are_clear():
    document = from_formula("y = exp(x * x)")
    bridge(document, [document.graph.id_of("multiply")]).apply(document)
    assert names(document, "y") == ["x"]


def test_two_that_feed_are_not():
    document = from_formula("y = exp(a + b)")
    with pytest.raises(Refused, match="“add” is fed by a, b: which of them should go on is not clear"):
        bridge(document, [document.graph.id_of("add")])


def test_at_the_ends_of_a_graph_it_only_removes():
    document = from_formula("y = exp(a + b)")
    bridge(document, [document.target, document.graph.id_of("a")]).apply(document)
    assert sorted(node.name for node in document.graph.nodes) == ["add", "b"]
