"""What a few typed letters mean."""

from __future__ import annotations

import pytest

from graph_engine import ops
from graph_engine.document.notes import KINDS
from graph_engine.graph import SOURCES
from gui.search.catalogue import catalogue, matching


def keys(typed):
    return [entry.key for entry in matching(catalogue(), typed)]


def test_every_kind_of_node_is_there_once():
    assert sorted(keys("")) == sorted([source.key for source in SOURCES] + [op.key for op in ops.ALL] + list(KINDS))


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("mul", "multiply"),
        ("*", "multiply"),
        ("×", "multiply"),
        ("MULTIPLY", "multiply"),
        ("1/x", "reciprocal"),
        ("+", "add"),
        ("  exp ", "exp"),
        ("sigm", "sigmoid"),
        ("sgmoid", "sigmoid"),
        ("mltply", "multiply"),
        ("cross entropy", "softmax_with_loss"),
        ("var", "variable"),
        ("乘", "multiply"),
        ("乘法", "multiply"),
        ("全连接", "affine"),
        ("点积", "dot"),
        ("均方误差", "mean_squared_error"),
        ("矩阵", "dot"),
        ("常", "constant"),
        ("＊", "multiply"),
        ("x*y", "multiply"),
        ("x * y", "multiply"),
        ("x - y", "subtract"),
        ("soft max", "softmax"),
    ],
)
def test_the_best_match_comes_first(typed, best):
    assert keys(typed)[0] == best


@pytest.mark.parametrize("typed", ["qqq", "multiplyx", "¿"])
def test_what_nothing_is_called_matches_nothing(typed):
    assert keys(typed) == []


def test_every_entry_is_found_by_its_own_name():
    for entry in catalogue():
        assert keys(str(entry.label))[0] == entry.key
        assert entry.about
        assert entry.symbol


def test_among_equals_the_one_used_most_comes_first():
    uses = {"minimum": 2, "multiply": 5}
    found = [entry.key for entry in matching(catalogue(), "m", uses)]
    assert found[:2] == ["multiply", "minimum"]
    assert matching(catalogue(), "min", {"mean": 9})[0].key == "minimum"
    assert [entry.key for entry in matching(catalogue(), "", uses)][:3] == ["multiply", "minimum", "variable"]
